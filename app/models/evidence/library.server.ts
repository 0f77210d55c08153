/** The evidence of an inspection: what there is, and each piece with its files. */
import { and, asc, desc, eq, inArray, isNull, ne, or, type SQL } from "drizzle-orm";

import { user } from "#db/schema/accounts.ts";
import { evidence, evidenceFile } from "#db/schema/evidence.ts";

import type { Side } from "#app/models/accounts/role.ts";
import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { sideOfPart } from "#app/models/inspections/part.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";

import type { EvidenceKind, Voice } from "./evidence.ts";
import type { ExtractionStatus } from "./text/extraction.ts";
import { isTakenBack } from "./words.server.ts";

/**
 * What `reader` may see: inspectors all of it, the council what its own side sent. What names people who use services
 * is seen by those who may see that, and by whoever added it; null is nobody who added anything.
 */
export const visibleEvidence = (of: Inspection, reader: Pick<Desk, "user"> | null): SQL | undefined =>
  and(
    eq(evidence.inspection, of.id),
    allowed(of, "evidence.see-inspectorate") ? undefined : eq(evidence.side, "council"),
    allowed(of, "evidence.see-restricted")
      ? undefined
      : or(ne(evidence.sensitivity, "restricted"), eq(evidence.addedBy, reader?.user?.id ?? "")),
  );

export type EvidenceRow = {
  id: string;
  /** "E12". */
  ref: string;
  number: number;
  title: string;
  kind: EvidenceKind;
  voice: Voice | null;
  asAt: string | null;
  addedAt: string;
  addedBy: string | null;
  side: Side;
  withdrawn: boolean;
  /** How many findings cite it; null for those who may not know. */
  citations: number | null;
  /** Whether the reader added it. */
  mine: boolean;
};

/** What a row of evidence is made from: the columns of `evidence` and of `user`, who added it. */
export const evidenceColumns = {
  id: evidence.id,
  number: evidence.number,
  title: evidence.title,
  kind: evidence.kind,
  voice: evidence.voice,
  asAt: evidence.asAt,
  addedAt: evidence.addedAt,
  addedBy: user.name,
  addedById: evidence.addedBy,
  addedSide: evidence.side,
  withdrawnAt: evidence.withdrawnAt,
  citations: evidence.citations,
};

type Row = Omit<EvidenceRow, "ref" | "side" | "withdrawn" | "mine"> & {
  addedById: string | null;
  addedSide: Side;
  withdrawnAt: string | null;
};

/** The row as its reader may know it. */
export function shapedEvidence(desk: Pick<Desk, "user">, of: Inspection, given: Row): EvidenceRow {
  const { addedById, addedSide, withdrawnAt, addedBy, citations, ...row } = given;
  const inspector = allowed(of, "evidence.see-inspectorate");
  return {
    ...row,
    ref: `E${row.number}`,
    side: addedSide,
    withdrawn: withdrawnAt !== null,
    addedBy: inspector || addedSide === "council" ? addedBy : null,
    citations: inspector ? citations : null,
    mine: addedById !== null && addedById === desk.user?.id,
  };
}

export type EvidenceFileRow = {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  revision: number;
  /** What became of reading its text; null until a machine has tried. */
  textStatus: ExtractionStatus | null;
};
export type EvidenceItem = EvidenceRow & {
  /** Inspectors' words: null for the council. */
  withdrawnReason: string | null;
  version: number;
  files: EvidenceFileRow[];
};

/**
 * One piece of evidence with its files, the newest revision first; throws `NotFound` unless the person may see it. Words
 * that were taken back have no file that anyone may open.
 */
export async function findEvidence(desk: Desk, of: Inspection, id: string): Promise<EvidenceItem> {
  demand(of, "evidence.see");
  const [row] = await desk.read
    .select({
      ...evidenceColumns,
      withdrawnReason: evidence.withdrawnReason,
      version: evidence.version,
      takenBack: isTakenBack,
    })
    .from(evidence)
    .leftJoin(user, eq(user.id, evidence.addedBy))
    .where(and(visibleEvidence(of, desk), eq(evidence.id, id)));
  if (!row) throw new NotFound();
  const files = await desk.read
    .select({
      id: evidenceFile.id,
      name: evidenceFile.name,
      mediaType: evidenceFile.mediaType,
      size: evidenceFile.size,
      sha256: evidenceFile.sha256,
      revision: evidenceFile.revision,
      textStatus: evidenceFile.textStatus,
    })
    .from(evidenceFile)
    .where(eq(evidenceFile.evidence, id))
    .orderBy(desc(evidenceFile.revision), asc(evidenceFile.position));
  const { withdrawnReason: reason, version, takenBack, ...rest } = row;
  const withdrawnReason = allowed(of, "evidence.see-inspectorate") ? reason : null;
  return { ...shapedEvidence(desk, of, rest), withdrawnReason, version, files: takenBack ? [] : files };
}

/** Whether the reader may take this piece out of use: an officer only what they sent, an inspector any. */
export const mayWithdraw = (of: Inspection, { mine }: Pick<EvidenceRow, "mine">): boolean =>
  allowed(of, "evidence.withdraw") && (mine || allowed(of, "evidence.see-inspectorate"));

/** Whether the reader may add a new version of this piece: each side of what it sent itself. */
export const mayRevise = (of: Inspection, { side, withdrawn }: Pick<EvidenceRow, "side" | "withdrawn">): boolean =>
  allowed(of, "evidence.add") && !withdrawn && side === sideOfPart(of.part);

/** Names of all evidence in use, for choosing one. */
export async function listEvidenceNames(desk: Desk, of: Inspection): Promise<{ id: string; name: string }[]> {
  demand(of, "evidence.see");
  const rows = await desk.read
    .select({ id: evidence.id, number: evidence.number, title: evidence.title })
    .from(evidence)
    .where(and(visibleEvidence(of, desk), isNull(evidence.withdrawnAt)))
    .orderBy(asc(evidence.number));
  return rows.map(({ id, number, title }) => ({ id, name: `E${number} ${title}` }));
}

const MAX_REFS = 100;

/** The evidence of these references, "E12,E13": those that the person may see, in order. */
export async function findNamed(
  desk: Desk,
  of: Inspection,
  refs: string,
): Promise<{ id: string; ref: string; title: string }[]> {
  demand(of, "evidence.see");
  const numbers = [...refs.matchAll(/\bE(\d{1,9})\b/g)].slice(0, MAX_REFS).map(([, number]) => Number(number));
  if (!numbers.length) return [];
  const rows = await desk.read
    .select({ id: evidence.id, number: evidence.number, title: evidence.title })
    .from(evidence)
    .where(and(visibleEvidence(of, desk), isNull(evidence.withdrawnAt), inArray(evidence.number, numbers)))
    .orderBy(asc(evidence.number));
  return rows.map(({ number, ...row }) => ({ ...row, ref: `E${number}` }));
}
