/** What one of our own decks says beside its points: sources, notes and ratings, from what it says of itself and its notes. */
import type { Briefing, BriefingCitation, BriefingFinding, BriefingRating } from "../briefing.ts";
import { fingerprint, wordsFingerprint } from "../fingerprint.ts";
import { underFinding } from "../write-markdown.ts";
import type { Status } from "./compare.ts";
import { briefingPoints } from "./markdown.ts";
import type { Point } from "./point.ts";
import type { Sent } from "./sent.ts";
import type { Source } from "./source.ts";
import { type Warning, warning } from "./warning.ts";

export type Restored = Omit<BriefingFinding, "text" | "id" | "label">;

const nothing: Restored = { note: null, inferred: null, recognised: false, citations: [] };

export const isOurs = ({ model, identifiers, briefing }: Source): boolean =>
  model !== null || identifiers !== null || briefing !== null;

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

/** For each point that the deck knows, what stood beside it. */
export function restoredOf(
  source: Source,
  points: Point[],
  items: ReadonlyMap<string, Pick<Sent, "label">>,
): Map<string, Restored> {
  if (source.briefing) {
    return new Map(briefingPoints(source.briefing).map(({ point, finding }) => [point.id, finding]));
  }
  const notesOf = new Map<string, Map<string, Restored>>();
  for (const ref of new Set(points.map((point) => point.ref))) {
    if (ref === null) continue;
    const slides = new Set(points.filter((point) => point.ref === ref).map(({ slide }) => slide));
    const notes = source.slides.filter(({ number }) => slides.has(number)).map((slide) => slide.notes);
    notesOf.set(ref, notesByLabel(notes.join("\n")));
  }
  return new Map(
    points.flatMap((point) => {
      const label = items.get(point.id)?.label;
      const found = label && point.ref !== null ? notesOf.get(point.ref)?.get(label) : undefined;
      return found ? [[point.id, found] as const] : [];
    }),
  );
}

/** What was changed in the file and is not brought in: what stands beside a finding that is here, and speaker's notes. */
export function changedBeside(
  { briefing, identifiers, slides }: Source,
  items: ReadonlyMap<string, Sent>,
  statuses: ReadonlyMap<string, Status>,
): Warning[] {
  const notes = new Map((identifiers?.notes ?? []).map((each) => [each.title, each.notes]));
  const said = slides.flatMap(({ number, title, notes: now }) => {
    const before = notes.get(wordsFingerprint(title));
    return before === undefined || before === wordsFingerprint(now) ? [] : [warning("notes-changed", number)];
  });
  const under = (briefing ? briefingPoints(briefing) : []).flatMap(({ point, finding }) => {
    const before = items.get(point.id)?.beside ?? null;
    const here = statuses.get(point.id)?.is !== "new";
    if (!here || before === null || before === fingerprint(underFinding(finding).join("\n"))) return [];
    return [warning("sources-changed", point.slide)];
  });
  return [...said, ...under];
}

/** The rows of a table of ours, told by its first row. */
const tableRows = ({ slides }: Source, head: string): string[][] =>
  slides
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === "table" && block.rows[0]?.join("|") === head ? block.rows.slice(1) : []));

type Rated = { name: string; level: string };

const ratedRows = (source: Source): Rated[] =>
  source.model?.ratings ??
  ["Theme|Rating", "Line of enquiry|Rating"]
    .flatMap((head) => tableRows(source, head))
    .map(([name = "", level = ""]) => ({ name, level }));

/** Ratings by "Judgement 1", "1" or "1.1", with the reasons that stand in the notes of their tables. */
export function ratingsIn(source: Source): Map<string, BriefingRating> {
  const found = new Map<string, BriefingRating>();
  for (const { number, rating, themes } of source.briefing?.judgements ?? []) {
    if (rating) found.set(`Judgement ${number}`, rating);
    for (const theme of themes) {
      if (theme.rating) found.set(String(theme.number), theme.rating);
      for (const line of theme.lines) if (line.rating) found.set(line.ref, line.rating);
    }
  }
  if (source.briefing) return found;
  const notes = source.slides.flatMap((slide) => slide.notes.split("\n"));
  for (const { name, level } of ratedRows(source)) {
    const lead = `${name}: ${level}. `;
    const said = notes.find((line) => line.startsWith(lead));
    const [key = ""] = /^(?:Judgement \d+|\d+(?:\.\d+)?)/.exec(name) ?? [];
    if (key && said) found.set(key, { level, reason: said.slice(lead.length) });
  }
  return found;
}

const evidenceRows = (source: Source) =>
  source.model?.evidence ??
  tableRows(source, "Number|Title|Kind|Date").map(([ref = "", title = "", kind = "", date = ""]) => ({
    ...{ ref, title, kind, date },
  }));

export const evidenceIn = (source: Source): Briefing["evidence"] =>
  source.briefing?.evidence ??
  evidenceRows(source)
    .filter(({ ref }) => /^E\d+$/.test(ref))
    .map(({ ref, title, kind, date }) => ({ ref, title: title || ref, kind: kind || null, asAt: dayOf(date) }));

/** "12 May 2026" as it stands in the table of evidence. */
function dayOf(date: string): string | null {
  const at = /^\d{1,2} \p{L}+ \d{4}$/u.test(date) ? Date.parse(`${date} UTC`) : NaN;
  return Number.isNaN(at) ? null : new Date(at).toISOString().slice(0, 10);
}
