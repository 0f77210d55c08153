/** A stretch of a file's text as the reader shows it: with what findings cite of it, and where one can go from here. */
import type { UnitKind } from "#app/models/evidence/text/extraction.ts";
import { type Span, spanHolding, spansOf, wholeLine } from "#app/models/evidence/text/sheet-span.ts";
import { listUnitTexts, measureUnits } from "#app/models/evidence/text/unit-texts.server.ts";
import type { CitingView } from "#app/models/findings/cited.server.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";

import { marked } from "./marked.ts";

type Place = { part: number; at?: number };

/** Something that is marked in a unit of the file: a citation, or words that were looked for. */
export type MarkedPlace = { id: string; part: number; start: number; end: number };

/** The stretches that findings cite of one file; a citation is marked under its own id. */
export const marksOf = (citing: readonly CitingView[], file: string): MarkedPlace[] =>
  citing.flatMap(({ id, stretches }) =>
    stretches.filter((one) => one.file === file).map(({ part, start, end }) => ({ id, part, start, end })),
  );

/** The spans of a unit that shares no page with another. */
const alone = (unit: Unit, at: number): Span[] => spansOf([unit]).map((span) => ({ ...span, first: at, last: at }));

type Unit = { seq: number; kind: UnitKind; label: string; length: number };

/** Where a span begins, as a link to it says. */
function stepTo(units: Unit[], span: Span | undefined): { label: string; part: number; at: number } | null {
  const unit = span && units[span.first];
  if (!span || !unit) return null;
  const piece = Number.isFinite(span.end) ? `, from character ${(span.start + 1).toLocaleString("en-GB")}` : "";
  const last = units[span.last];
  const label = last && last !== unit ? `${unit.label} to ${last.label}` : `${unit.label}${piece}`;
  return { label, part: unit.seq, at: span.start };
}

async function sheetsOf(desk: Desk, of: Inspection, file: string, units: Unit[], span: Span, marks: MarkedPlace[]) {
  const shown = units.slice(span.first, span.last + 1);
  const texts = await listUnitTexts(
    desk,
    of,
    file,
    shown.map(({ seq }) => seq),
  );
  return texts.map(({ seq, label, text }) => {
    const piece = Number.isFinite(span.end);
    const start = piece ? wholeLine(text, span.start) : 0;
    const cut = piece ? text.slice(start, wholeLine(text, span.end)) : text;
    const here = marks
      .filter(({ part }) => part === seq)
      .map(({ id, start: from, end }) => ({ id, start: from - start, end: end - start }));
    return { part: seq, label, start, parts: marked(cut, here) };
  });
}

/**
 * The text of `file` around `place`, or from its beginning. Pages cost what they show: some units, or a piece of one.
 * `single` shows one unit at a time. Throws `NotFound` for a place that is not there.
 */
export async function loadSheet(
  desk: Desk,
  of: Inspection,
  file: string,
  { place, marks, single = false }: { place: Place | null; marks: MarkedPlace[]; single?: boolean },
) {
  const units = await measureUnits(desk, of, file);
  const index = place ? units.findIndex(({ seq }) => seq === place.part) : 0;
  if (index < 0) throw new NotFound();
  const spans = single ? units.flatMap(alone) : spansOf(units);
  const at = spanHolding(spans, index, place?.at ?? 0);
  const span = spans[at];
  return {
    units: units.map(({ seq, kind, label }) => ({ part: seq, kind, label })),
    sheets: span ? await sheetsOf(desk, of, file, units, span, marks) : [],
    here: index,
    before: stepTo(units, spans[at - 1]),
    next: stepTo(units, spans[at + 1]),
  };
}

export type SheetView = Awaited<ReturnType<typeof loadSheet>>;
