/** The text of files, as a machine read it or a person typed it: kept by unit, cut into passages, found again. */
import { and, asc, eq, gt, inArray, isNull, lt, max } from "drizzle-orm";

import { evidence, evidenceFile, passage, unit } from "#db/schema/evidence.ts";
import { inspection } from "#db/schema/inspections.ts";

import { visibleEvidence } from "#app/models/evidence/library.server.ts";
import { isTakenBack } from "#app/models/evidence/words.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";

import type { Extraction, ExtractionStatus, TextOrigin, Unit, UnitKind } from "./extraction.ts";
import { RANGE } from "./passage-range.ts";
import { cutPassages } from "./passages.ts";

export type UnreadFile = { id: string; inspection: string; sha256: string; mediaType: string; name: string };

const unreadColumns = {
  id: evidenceFile.id,
  inspection: evidence.inspection,
  sha256: evidenceFile.sha256,
  mediaType: evidenceFile.mediaType,
  name: evidenceFile.name,
};

/** The file that has waited longest for its text to be read, or null. */
export async function nextUnread(desk: Desk): Promise<UnreadFile | null> {
  const [row] = await desk.read
    .select(unreadColumns)
    .from(evidenceFile)
    .innerJoin(evidence, eq(evidence.id, evidenceFile.evidence))
    .where(isNull(evidenceFile.textStatus))
    .orderBy(asc(evidenceFile.addedAt))
    .limit(1);
  return row ?? null;
}

async function nextPassage(db: Db, of: string): Promise<number> {
  const [found] = await db.select({ number: inspection.number }).from(inspection).where(eq(inspection.id, of));
  const first = (found?.number ?? 0) * RANGE;
  const [last] = await db
    .select({ id: max(passage.id) })
    .from(passage)
    .where(and(gt(passage.id, first), lt(passage.id, first + RANGE)));
  return (last?.id ?? first) + 1;
}

/** Puts these units in place of those that a file had, and their passages into the search. */
export async function putUnits(
  db: Db,
  { id, inspection: of }: Pick<UnreadFile, "id" | "inspection">,
  units: readonly Unit[],
): Promise<void> {
  const before = db.select({ id: unit.id }).from(unit).where(eq(unit.file, id));
  await db.delete(passage).where(inArray(passage.unit, before));
  await db.delete(unit).where(eq(unit.file, id));
  let next = await nextPassage(db, of);
  for (const [seq, { kind, label, hidden, text }] of units.entries()) {
    const [row] = await db.insert(unit).values({ file: id, seq, kind, label, hidden, text }).returning({ id: unit.id });
    const passages = hidden ? [] : cutPassages(text).filter((cut) => cut.text.trim());
    if (row && passages.length)
      await db.insert(passage).values(passages.map((cut) => ({ id: next++, unit: row.id, text: cut.text })));
  }
}

/** Keeps what a machine read of a file, in place of what was read before; never in place of what a person typed. */
export async function keepText(
  desk: Desk,
  file: UnreadFile,
  { status, units, warnings }: Extraction,
  origin: Exclude<TextOrigin, "typed"> = "machine",
): Promise<void> {
  const { id, inspection: of } = file;
  const event = { action: "text.keep", subject: `file:${id}`, inspection: of, detail: { status, units: units.length } };
  await desk.change(event, async (db) => {
    const [now] = await db
      .select({ origin: evidenceFile.textOrigin, takenBack: isTakenBack })
      .from(evidenceFile)
      .innerJoin(evidence, eq(evidence.id, evidenceFile.evidence))
      .where(eq(evidenceFile.id, id));
    if (now?.origin === "typed" || now?.takenBack) return;
    await putUnits(db, file, units);
    const textOrigin = status === "ok" ? origin : null;
    await db
      .update(evidenceFile)
      .set({ textStatus: status, textOrigin, textWarnings: warnings })
      .where(eq(evidenceFile.id, id));
  });
}

export type FileText = {
  status: ExtractionStatus | null;
  /** Where the text comes from; null while there is none. Who typed one: see `findTyped`. */
  origin: TextOrigin | null;
  /** Whole sentences about what was left out of the text. */
  warnings: string[];
  /** Where one can go in the file; what its own program hides is not among them. */
  units: { seq: number; kind: UnitKind; label: string }[];
};

/** What there is to read of a file; throws `NotFound` unless the person may see the evidence that it belongs to. */
export async function findText(desk: Desk, of: Inspection, file: string): Promise<FileText> {
  demand(of, "evidence.see");
  const [row] = await desk.read
    .select({
      status: evidenceFile.textStatus,
      origin: evidenceFile.textOrigin,
      warnings: evidenceFile.textWarnings,
    })
    .from(evidenceFile)
    .innerJoin(evidence, eq(evidence.id, evidenceFile.evidence))
    .where(and(visibleEvidence(of, desk), eq(evidenceFile.id, file)));
  if (!row) throw new NotFound();
  const units = await desk.read
    .select({ seq: unit.seq, kind: unit.kind, label: unit.label })
    .from(unit)
    .where(and(eq(unit.file, file), eq(unit.hidden, false)))
    .orderBy(asc(unit.seq));
  return { ...row, units };
}

export type WholeText = { name: string; status: ExtractionStatus; units: { label: string; text: string }[] };

/**
 * The whole text of each file of a piece of evidence, for a command of the product. A file that was not read yet is
 * read first, by `readFirst`. Throws `NotFound` where there is no such evidence.
 */
export async function listTexts(
  desk: Desk,
  id: string,
  readFirst: (file: UnreadFile) => Promise<void>,
): Promise<WholeText[]> {
  const columns = { ...unreadColumns, status: evidenceFile.textStatus };
  const select = () =>
    desk.read
      .select(columns)
      .from(evidenceFile)
      .innerJoin(evidence, eq(evidence.id, evidenceFile.evidence))
      .where(eq(evidenceFile.evidence, id));
  for (const { status, ...file } of await select()) if (status === null) await readFirst(file);
  const files = await select();
  if (files.length === 0) throw new NotFound();
  return Promise.all(
    files.map(async ({ id: file, name, status }) => ({
      name,
      status: status ?? "timeout",
      units: await desk.read
        .select({ label: unit.label, text: unit.text })
        .from(unit)
        .where(and(eq(unit.file, file), eq(unit.hidden, false)))
        .orderBy(asc(unit.seq)),
    })),
  );
}
