import { type Check, counted } from "./check.ts";

export const ratedEmpty: Check = {
  severity: "weakens",
  title: (count) =>
    `${counted(count, "line is", "lines are")} rated and ${count === 1 ? "has" : "have"} no strengths or weaknesses`,
  why: "The rating rests on nothing that the briefing says.",
  mend: "Record what the rating rests on, or take the rating back.",
  find: ({ lines, standings }) => {
    const empty = new Set(
      lines.filter(({ findings }) => findings.every(({ kind }) => kind === "area")).map(({ ref }) => ref),
    );
    return standings
      .filter(({ ref, standing }) => empty.has(ref) && standing.rated !== null)
      .map(({ ref, title, standing }) => ({
        key: `${ref}:${standing.words}`,
        words: `It is rated ${standing.words}.`,
        at: [{ kind: "line", ref, title }],
      }));
  },
};
