import { sourcesOf } from "../material.ts";
import { type Check, counted, findingsOf } from "./check.ts";

const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const day = (iso: string) => days.format(new Date(iso));

export const stale: Check = {
  severity: "weakens",
  title: (count) =>
    `${counted(count, "piece of cited evidence is", "pieces of cited evidence are")} out of date on the day of the visit`,
  why: "What was true then may not be now, and the council will say so.",
  mend: "Ask for the newer version, or say in the finding from when it is.",
  find: (of) => {
    const findings = findingsOf(of);
    return sourcesOf(findings).flatMap(({ id, ref, title, turn }) => {
      if (!turn || turn.day >= of.day) return [];
      const cited = findings.filter(({ citations }) => citations.some(({ source }) => source.id === id)).length;
      const why = turn.by === "review" ? "It was to be looked at again by" : "By its kind it was in date until";
      const words = `${why} ${day(turn.day)}. ${counted(cited, "finding cites", "findings cite")} it.`;
      return [{ key: `${id}:${turn.day}`, words, at: [{ kind: "evidence" as const, id, ref, title }] }];
    });
  },
};
