import { holds } from "../material.ts";
import { type Check, counted, findingPlaceOf, findingsOf } from "./check.ts";

export const unsupported: Check = {
  severity: "stops",
  title: (count) => `${counted(count, "finding cites", "findings cite")} only evidence that is out of use`,
  why: "All that the finding cites was withdrawn or sent back, so it is as good as uncited.",
  mend: "Cite something that is in use, or ask the council for the version that takes its place.",
  find: (of) =>
    findingsOf(of)
      .filter(({ citations }) => citations.length > 0 && !citations.some(holds))
      .map((one) => {
        const what = [
          ...new Set(
            one.citations.map(({ source }) => `${source.ref} ${source.withdrawn ? "was withdrawn" : "was sent back"}`),
          ),
        ];
        return { key: `${one.id}:${what.join()}`, words: `${what.join("; ")}.`, at: [findingPlaceOf(one)] };
      }),
};
