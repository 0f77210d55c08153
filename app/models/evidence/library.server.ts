/** The evidence of an inspection: what there is, and each piece with its files. */
import { and, asc, count, desc, eq, isNull, like, or, type SQL } from "drizzle-orm";

import { evidence, evidenceFile, user } from "#db/schema.ts";

import type { Side } from "#app/models/accounts/role.ts";
import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";

import type { EvidenceKind, Voice } from "./evidence.ts";

/** What this person may see: inspectors all of it, the council what its own side sent. */
const visible = (of: Inspection): SQL | undefined =>
  and(
    eq(evidence.inspection, of.id),
    allowed(of, "evidence.see-inspectorate") ? undefined : eq(evidence.side, "council"),
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
};

export const evidenceSorts = ["newest", "oldest", "title", "number"] as const;
export type EvidenceSort = (typeof evidenceSorts)[number];

const order = {
  newest: [desc(evidence.addedAt), desc(evidence.number)],
  oldest: [asc(evidence.addedAt), asc(evidence.number)],
  title: [asc(evidence.title), asc(evidence.number)],
  number: [asc(evidence.number)],
} as const satisfies Record<EvidenceSort, SQL[]>;

export type EvidenceQuery = { q?: string; kind?: EvidenceKind; sort?: EvidenceSort; page?: number };

export const PAGE = 50;

const columns = {
  id: evidence.id,
  number: evidence.number,
  title: evidence.title,
  kind: evidence.kind,
  voice: evidence.voice,
  asAt: evidence.asAt,
  addedAt: evidence.addedAt,
  addedBy: user.name,
  addedSide: evidence.side,
  withdrawnAt: evidence.withdrawnAt,
  citations: evidence.citations,
};

const contains = (words: string) => `%${words.replace(/[\\%_]/g, "\\$&")}%`;

/** One page of evidence, and how many there are in all. */
export async function listEvidence(
  desk: Desk,
  of: Inspection,
  { q, kind, sort = "newest", page = 1 }: EvidenceQuery,
): Promise<{ rows: EvidenceRow[]; total: number }> {
  demand(of, "evidence.see");
  const where = and(
    visible(of),
    isNull(evidence.withdrawnAt),
    kind ? eq(evidence.kind, kind) : undefined,
    q ? or(like(evidence.title, contains(q))) : undefined,
  );
  const rows = await desk.read
    .select(columns)
    .from(evidence)
    .leftJoin(user, eq(user.id, evidence.addedBy))
    .where(where)
    .orderBy(...order[sort])
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  const [all] = await desk.read.select({ total: count() }).from(evidence).where(where);
  return { rows: rows.map((row) => shaped(of, row)), total: all?.total ?? 0 };
}

type Row = Omit<EvidenceRow, "ref" | "side" | "withdrawn"> & { addedSide: Side; withdrawnAt: string | null };

function shaped(of: Inspection, { addedSide, withdrawnAt, addedBy, citations, ...row }: Row): EvidenceRow {
  const inspector = allowed(of, "evidence.see-inspectorate");
  return {
    ...row,
    ref: `E${row.number}`,
    side: addedSide,
    withdrawn: withdrawnAt !== null,
    addedBy: inspector || addedSide === "council" ? addedBy : null,
    citations: inspector ? citations : null,
  };
}

export type EvidenceFileRow = {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  revision: number;
};
export type EvidenceItem = EvidenceRow & { withdrawnReason: string | null; version: number; files: EvidenceFileRow[] };

/** One piece of evidence with its files, the newest revision first; throws `NotFound` unless the person may see it. */
export async function findEvidence(desk: Desk, of: Inspection, id: string): Promise<EvidenceItem> {
  demand(of, "evidence.see");
  const [row] = await desk.read
    .select({ ...columns, withdrawnReason: evidence.withdrawnReason, version: evidence.version })
    .from(evidence)
    .leftJoin(user, eq(user.id, evidence.addedBy))
    .where(and(visible(of), eq(evidence.id, id)));
  if (!row) throw new NotFound();
  const files = await desk.read
    .select({
      id: evidenceFile.id,
      name: evidenceFile.name,
      mediaType: evidenceFile.mediaType,
      size: evidenceFile.size,
      sha256: evidenceFile.sha256,
      revision: evidenceFile.revision,
    })
    .from(evidenceFile)
    .where(eq(evidenceFile.evidence, id))
    .orderBy(desc(evidenceFile.revision), asc(evidenceFile.position));
  const { withdrawnReason, version, ...rest } = row;
  return { ...shaped(of, rest), withdrawnReason, version, files };
}

/** Names of all evidence in use, for choosing one. */
export async function listEvidenceNames(desk: Desk, of: Inspection): Promise<{ id: string; name: string }[]> {
  demand(of, "evidence.see");
  const rows = await desk.read
    .select({ id: evidence.id, number: evidence.number, title: evidence.title })
    .from(evidence)
    .where(and(visible(of), isNull(evidence.withdrawnAt)))
    .orderBy(asc(evidence.number));
  return rows.map(({ id, number, title }) => ({ id, name: `E${number} ${title}` }));
}
