/** What the speaker's notes say of a finding: where it comes from, and what to be careful about. */
import type { BriefingCitation, BriefingFinding, BriefingLine } from "./briefing.ts";

export type BriefingRating = NonNullable<BriefingLine["rating"]>;

/** `label` is the finding's place on its line of enquiry: "S2" is the second strength. */
export function findingNotes(label: string, finding: BriefingFinding): string[] {
  const sources = finding.citations.map(source).join("; ");
  return [
    `${label}: ${sources || "no source yet"}`,
    ...(finding.recognised ? [`${label} was recognised by the council itself`] : []),
    ...(finding.inferred ? [`${label} inferred: ${finding.inferred}`] : []),
    ...(finding.note ? [`${label} note: ${finding.note}`] : []),
  ];
}

function source({ evidence, locator, quote }: BriefingCitation): string {
  return [evidence, locator, quote && `“${quote}”`].filter(Boolean).join(" ");
}

export function ratingNote(title: string, rating: BriefingRating | null): string[] {
  return rating ? [`${title}: ${rating.level}. ${rating.reason}`] : [];
}
