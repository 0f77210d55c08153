/** What one of our own decks says beside its points: sources, notes and ratings, from what it says of itself and its notes. */
import type { Briefing, BriefingCitation, BriefingFinding } from "../briefing.ts";
import type { DeckModel } from "../deck-model.ts";
import type { Point } from "./point.ts";
import type { Source } from "./source.ts";

export type Restored = Omit<BriefingFinding, "text" | "id" | "label">;

const nothing: Restored = { note: null, inferred: null, recognised: false, citations: [] };

/** "E3 page 2 “the words”; E4": the mirror of what the notes of an exported deck say (note.ts). */
export function readSources(text: string): BriefingCitation[] {
  return text.split(/;\s+(?=E\d+\b)/).flatMap((each) => {
    const [, evidence, locator, quote] = /^(E\d+)(?:\s+(?!“)(.*?))?(?:\s*“([\s\S]*)”)?$/.exec(each.trim()) ?? [];
    return evidence ? [{ evidence, locator: locator?.trim() || null, quote: quote ?? null }] : [];
  });
}

/** The notes of the slides of one line, by the label of the finding that they speak of: "S2". */
function notesByLabel(notes: string): Map<string, Restored> {
  const found = new Map<string, Restored>();
  const put = (label: string, more: Partial<Restored>) =>
    found.set(label, { ...nothing, ...found.get(label), ...more });
  for (const line of notes.split("\n")) {
    const [, label = "", rest = ""] = /^([SWA]\d+)(:? .*)$/.exec(line) ?? [];
    if (!label) continue;
    const [, what, words = ""] = /^ (inferred|note): (.+)$/.exec(rest) ?? [];
    if (what === "inferred") put(label, { inferred: words });
    else if (what === "note") put(label, { note: words });
    else if (rest === " was recognised by the council itself") put(label, { recognised: true });
    else if (rest.startsWith(": ")) put(label, { citations: readSources(rest.slice(2)) });
  }
  return found;
}

/** For each point that the deck knows by a label, what stood beside it. */
export function restoredOf(
  source: Source,
  points: Point[],
  labels: ReadonlyMap<string, { label: string }>,
): Map<string, Restored> {
  const notesOf = new Map<string, Map<string, Restored>>();
  for (const ref of new Set(points.map((point) => point.ref))) {
    if (ref === null) continue;
    const slides = new Set(points.filter((point) => point.ref === ref).map(({ slide }) => slide));
    const notes = source.slides.filter(({ number }) => slides.has(number)).map((slide) => slide.notes);
    notesOf.set(ref, notesByLabel(notes.join("\n")));
  }
  return new Map(
    points.flatMap((point) => {
      const label = labels.get(point.id)?.label;
      const found = label && point.ref !== null ? notesOf.get(point.ref)?.get(label) : undefined;
      return found ? [[point.id, found] as const] : [];
    }),
  );
}

type Rated = { level: string; reason: string };

/** Ratings by "Judgement 1", "1" or "1.1", with the reasons that stand in the notes of their tables. */
export function ratingsIn(source: Source, { ratings }: DeckModel): Map<string, Rated> {
  const notes = source.slides.flatMap((slide) => slide.notes.split("\n"));
  const found = new Map<string, Rated>();
  for (const { name, level } of ratings) {
    const lead = `${name}: ${level}. `;
    const said = notes.find((line) => line.startsWith(lead));
    const [key = ""] = /^(?:Judgement \d+|\d+(?:\.\d+)?)/.exec(name) ?? [];
    if (key && said) found.set(key, { level, reason: said.slice(lead.length) });
  }
  return found;
}

export const evidenceIn = ({ evidence }: DeckModel): Briefing["evidence"] =>
  evidence
    .filter(({ ref }) => /^E\d+$/.test(ref))
    .map(({ ref, title, kind, date }) => ({ ref, title: title || ref, kind: kind || null, asAt: dayOf(date) }));

/** "12 May 2026" as it stands in the table of evidence. */
function dayOf(date: string): string | null {
  const at = /^\d{1,2} \p{L}+ \d{4}$/u.test(date) ? Date.parse(`${date} UTC`) : NaN;
  return Number.isNaN(at) ? null : new Date(at).toISOString().slice(0, 10);
}
