/** What the speaker's notes say of a finding: where it comes from, and what to be careful about. */
import type { Slide } from "./deck.ts";
import { printable } from "./printable.ts";
import type { BriefingCitation, BriefingFinding, BriefingRating } from "./briefing.ts";

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

/** The slide that a note is shown on: its own, or, where a line has fewer slides by now, the last that is left of it. */
function noteSlide(slides: Slide[], id: string): number {
  const own = slides.findIndex((slide) => slide.id === id);
  const line = /^line-\d+\.\d+/.exec(id)?.[0];
  if (own >= 0 || !line) return own;
  return slides.findLastIndex((slide) => slide.id === line || slide.id.startsWith(`${line}-`));
}

/** Notes of the speaker come before what the findings rest on. */
export function withSpeakersNotes(slides: Slide[], notes: Record<string, string>): Slide[] {
  const own = new Map<number, string[]>();
  for (const [id, words] of Object.entries(notes)) {
    const at = noteSlide(slides, id);
    const lines = words
      .split("\n")
      .map(printable)
      .filter((line) => line.trim());
    if (at >= 0) own.set(at, [...(own.get(at) ?? []), ...lines]);
  }
  return slides.map((slide, at) => (own.has(at) ? { ...slide, notes: [...own.get(at)!, ...slide.notes] } : slide));
}

/** Of the notes, those that no slide of the deck is left for. */
export const strayNotes = (slides: Slide[], notes: Record<string, string>): string[] =>
  Object.keys(notes).filter((id) => noteSlide(slides, id) < 0);
