/** A briefing as a deck's choices leave it: what is out is counted and has a reason. */
import type { Briefing, BriefingFinding, BriefingLine } from "./briefing.ts";
import { type Choices, inChosenOrder } from "./choices.ts";
import type { SectionKey } from "./deck.ts";

export const sectionKeys = ["strengths", "weaknesses", "areas"] as const satisfies readonly SectionKey[];

const letters = { strengths: "S", weaknesses: "W", areas: "A" } as const satisfies Record<SectionKey, string>;

/** "S2": the second strength of its line, whether or not those before it are in the deck. */
export const labelOf = (key: SectionKey, at: number, finding: BriefingFinding): string =>
  finding.label ?? `${letters[key]}${at + 1}`;

/** Why a finding is not in the deck, or null where it is. */
export function whyOut(finding: BriefingFinding, { leftOut, rule }: Choices): string | null {
  const reason = finding.id === undefined ? undefined : leftOut[finding.id];
  if (reason !== undefined) return reason || "left out by hand";
  return rule === "cited" && finding.citations.length === 0 ? "no citation" : null;
}

export type LeftOut = { ref: string; title: string; label: string; text: string; reason: string; uncited: boolean };

/** The findings that are out, in the order of the framework. */
export function listLeftOut({ judgements }: Briefing, choices: Choices): LeftOut[] {
  const lines = judgements.flatMap(({ themes }) => themes.flatMap((theme) => theme.lines));
  return lines.flatMap((line) =>
    sectionKeys.flatMap((key) =>
      line[key].flatMap((finding, at) => {
        const reason = whyOut(finding, choices);
        const { ref, title } = line;
        const uncited = finding.citations.length === 0;
        return reason ? [{ ref, title, label: labelOf(key, at, finding), text: finding.text, reason, uncited }] : [];
      }),
    ),
  );
}

function lineOf(line: BriefingLine, choices: Choices): BriefingLine {
  const kept = (key: SectionKey) =>
    line[key]
      .map((finding, at) => ({ ...finding, label: labelOf(key, at, finding) }))
      .filter((finding) => whyOut(finding, choices) === null);
  return { ...line, strengths: kept("strengths"), weaknesses: kept("weaknesses"), areas: kept("areas") };
}

function citedIn(lines: BriefingLine[]): Set<string> {
  const findings = lines.flatMap((line) => sectionKeys.flatMap((key) => line[key]));
  return new Set(findings.flatMap(({ citations }) => citations.map(({ evidence }) => evidence)));
}

/** Pure; a briefing that is chosen from twice stays what it was. Only the evidence that is still cited is in it. */
export function chosen(briefing: Briefing, choices: Choices): Briefing {
  const judgements = briefing.judgements.map((judgement) => ({
    ...judgement,
    themes: judgement.themes.map((theme) => ({
      ...theme,
      lines: inChosenOrder(theme.lines, choices.order[String(theme.number)]).map((line) => lineOf(line, choices)),
    })),
  }));
  const before = citedIn(briefing.judgements.flatMap(({ themes }) => themes.flatMap((theme) => theme.lines)));
  const now = citedIn(judgements.flatMap(({ themes }) => themes.flatMap((theme) => theme.lines)));
  return {
    ...briefing,
    judgements,
    agenda: choices.agenda?.map(({ title, parts }) => ({ title, parts })) ?? briefing.agenda,
    evidence: briefing.evidence.filter(({ ref }) => now.has(ref) || !before.has(ref)),
  };
}

/** What a document made of a deck's briefing may say: no more than its slides show. */
export function asShown(briefing: Briefing, { show: { ratings, sources } }: Choices): Briefing {
  const bare = (finding: BriefingFinding) => (sources ? finding : { ...finding, citations: [] });
  const rated = <T extends { rating: unknown }>(of: T) => (ratings ? of : { ...of, rating: null });
  return {
    ...briefing,
    judgements: briefing.judgements.map((judgement) => ({
      ...rated(judgement),
      themes: judgement.themes.map((theme) => ({
        ...rated(theme),
        lines: theme.lines.map((line) => ({
          ...rated(line),
          strengths: line.strengths.map(bare),
          weaknesses: line.weaknesses.map(bare),
          areas: line.areas.map(bare),
        })),
      })),
    })),
    evidence: sources ? briefing.evidence : [],
  };
}
