import { type Check, counted } from "./check.ts";

export const unrated: Check = {
  severity: "weakens",
  title: (count) => `${counted(count, "line has", "lines have")} findings and no rating`,
  why: "The briefing shows it as not rated, and the judgement above it counts without it.",
  mend: "Rate the line, with a reason.",
  find: ({ lines, standings }) => {
    const found = new Map(
      lines.map(({ ref, findings }) => [ref, findings.filter(({ kind }) => kind !== "area").length]),
    );
    return standings
      .filter(({ ref, standing }) => standing.kind === "none" && (found.get(ref) ?? 0) > 0)
      .map(({ ref, title }) => ({
        key: `${ref}:${found.get(ref)}`,
        words: `${counted(found.get(ref) ?? 0, "strength or weakness", "strengths and weaknesses")}, and nobody has rated it.`,
        at: [{ kind: "line", ref, title }],
      }));
  },
};
