import { triangulate } from "../triangulation.ts";
import { type Check, counted } from "./check.ts";

export const oneSided: Check = {
  severity: "weakens",
  title: (count) => `${counted(count, "line rests", "lines rest")} on one source, one author or one voice`,
  why: "A judgement that one document or one group bears out falls with it.",
  mend: "Cite something independent: what people who use services say, what partners say, what was seen.",
  find: ({ lines }) =>
    triangulate(lines)
      .filter(({ leans }) => leans.some((lean) => lean !== "nothing"))
      .map(({ ref, title, words, sources }) => ({
        key: `${ref}:${sources.map(({ id }) => id).join(":")}`,
        words,
        at: [{ kind: "line", ref, title }],
      })),
};
