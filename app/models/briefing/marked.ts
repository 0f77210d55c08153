/** A briefing whose findings say what became of them since the opening briefing. */
import type { Briefing, BriefingFinding } from "./briefing.ts";
import { type Mark, markFacts, type Told } from "./story.ts";

type Became = Pick<Told, "id" | "ref" | "text" | "before" | "reason" | "evidence"> & { mark: Mark };

/** What only inspectors read: the words of the opening, and the evidence that came since. */
function notesOf({ mark, before, evidence }: Became): string[] {
  const since = evidence.map(({ title }) => title).join("; ");
  return [
    ...(mark === "changed" && before ? [`said at the opening: “${before}”`] : []),
    ...(since ? [`rests since then on: ${since}`] : []),
  ];
}

/**
 * What is not settled bears no mark, and findings without an id are left as they are. `inside`: for inspectors, who read
 * earlier words and what was withdrawn; the council never does.
 */
export function marked(briefing: Briefing, { told }: { told: Became[] }, { inside }: { inside: boolean }): Briefing {
  const became = new Map(told.map((each) => [each.id, each]));
  const markedOf = (finding: BriefingFinding): BriefingFinding => {
    const each = finding.id === undefined ? undefined : became.get(finding.id);
    if (!each || each.mark === "open") return finding;
    return { ...finding, mark: { title: markFacts(each.mark).title, notes: inside ? notesOf(each) : [] } };
  };
  return {
    ...briefing,
    judgements: briefing.judgements.map((judgement) => ({
      ...judgement,
      themes: judgement.themes.map((theme) => ({
        ...theme,
        lines: theme.lines.map((line) => ({
          ...line,
          strengths: line.strengths.map(markedOf),
          weaknesses: line.weaknesses.map(markedOf),
          areas: line.areas.map(markedOf),
        })),
      })),
    })),
    ...(inside && {
      withdrawn: told
        .filter(({ mark }) => mark === "withdrawn")
        .map(({ ref, before, text, reason }) => ({ ref, text: before ?? text, reason })),
    }),
  };
}
