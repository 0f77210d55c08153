import { type Check, counted } from "./check.ts";

export const differing: Check = {
  severity: "stops",
  title: (count) => `On ${counted(count, "line", "lines").toLowerCase()} raters differ and nobody has moderated`,
  why: "Two inspectors came to different levels. The deck shows no rating until that is settled.",
  mend: "Settle it in moderation, with a reason.",
  find: ({ standings }) =>
    standings
      .filter(({ standing }) => standing.kind === "differs")
      .map(({ ref, title, standing }) => ({
        key: `${ref}:${standing.words}`,
        words: `${standing.words}.`,
        at: [{ kind: "line", ref, title }],
      })),
};
