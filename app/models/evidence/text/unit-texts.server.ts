/** The text of files by unit: for reading a stretch of it, for finding words in it, and for finding a quotation. */
import { and, asc, eq, inArray, sql } from "drizzle-orm";

import { evidence, evidenceFile, unit } from "#db/schema/evidence.ts";

import { visibleEvidence } from "#app/models/evidence/library.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";

import type { UnitKind } from "./extraction.ts";

export type UnitText = {
  file: string;
  seq: number;
  kind: UnitKind;
  label: string;
  text: string;
};

const shown = eq(unit.hidden, false);
const texts = { file: unit.file, seq: unit.seq, kind: unit.kind, label: unit.label, text: unit.text };

/** What there is to read of a file, and how long each unit is, in order. */
export async function measureUnits(
  desk: Pick<Desk, "read" | "user">,
  of: Inspection,
  file: string,
): Promise<{ seq: number; kind: UnitKind; label: string; length: number }[]> {
  demand(of, "evidence.see");
  return desk.read
    .select({ seq: unit.seq, kind: unit.kind, label: unit.label, length: sql<number>`length(${unit.text})` })
    .from(unit)
    .innerJoin(evidenceFile, eq(evidenceFile.id, unit.file))
    .innerJoin(evidence, eq(evidence.id, evidenceFile.evidence))
    .where(and(visibleEvidence(of, desk), eq(unit.file, file), shown))
    .orderBy(asc(unit.seq));
}

/** The texts of a file's units as far as the person may see them: of those named in `seqs`, or of all. */
export async function listUnitTexts(
  desk: Pick<Desk, "read" | "user">,
  of: Inspection,
  file: string,
  seqs?: readonly number[],
): Promise<UnitText[]> {
  demand(of, "evidence.see");
  return desk.read
    .select(texts)
    .from(unit)
    .innerJoin(evidenceFile, eq(evidenceFile.id, unit.file))
    .innerJoin(evidence, eq(evidence.id, evidenceFile.evidence))
    .where(and(visibleEvidence(of, desk), eq(unit.file, file), shown, seqs ? inArray(unit.seq, [...seqs]) : undefined))
    .orderBy(asc(unit.seq));
}

/** The texts of these files, for the product itself: whoever asks has found the files to be theirs to see. */
export async function unitTextsOf(db: Db, files: readonly string[]): Promise<UnitText[]> {
  if (files.length === 0) return [];
  return db
    .select(texts)
    .from(unit)
    .where(and(inArray(unit.file, [...files]), shown))
    .orderBy(asc(unit.file), asc(unit.seq));
}

export type CitedFile = {
  id: string;
  name: string;
  sha256: string;
  current: boolean;
  /** Whether a machine, or a person, has been at its text. */
  read: boolean;
};

/** All files of a piece of evidence, those of the newest revision first. */
export async function filesOf(db: Db, evidenceId: string): Promise<CitedFile[]> {
  const rows = await db
    .select({
      id: evidenceFile.id,
      name: evidenceFile.name,
      sha256: evidenceFile.sha256,
      current: evidenceFile.current,
      status: evidenceFile.textStatus,
    })
    .from(evidenceFile)
    .where(eq(evidenceFile.evidence, evidenceId))
    .orderBy(sql`${evidenceFile.revision} desc`, asc(evidenceFile.position));
  return rows.map(({ status, ...row }) => ({ ...row, read: status !== null }));
}
