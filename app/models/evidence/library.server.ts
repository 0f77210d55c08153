/** The evidence of an inspection: what there is, and each piece with its files. */
import { and, asc, count, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";

import { user } from "#db/schema/accounts.ts";
import { evidence, evidenceFile } from "#db/schema/evidence.ts";

import type { Side } from "#app/models/accounts/role.ts";
import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";

import type { EvidenceKind, Voice } from "./evidence.ts";
import type { EvidenceQuery, EvidenceSort } from "./query.ts";
import type { ExtractionStatus } from "./text/extraction.ts";
import { holdsWords } from "./text/hits.server.ts";

/** What this person may see: inspectors all of it, the council what its own side sent. */
export const visibleEvidence = (of: Inspection): SQL | undefined =>
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
  /** Whether the reader added it. */
  mine: boolean;
};

const byTitle = sql`lower(${evidence.title})`;
/** What has no date stands last, whichever way the dates go. */
const undated = sql`${evidence.asAt} is null`;

const order = {
  newest: [desc(evidence.addedAt), desc(evidence.number)],
  oldest: [asc(evidence.addedAt), asc(evidence.number)],
  number: [asc(evidence.number)],
  "-number": [desc(evidence.number)],
  title: [asc(byTitle), asc(evidence.number)],
  "-title": [desc(byTitle), asc(evidence.number)],
  "as-at": [undated, asc(evidence.asAt), asc(evidence.number)],
  "-as-at": [undated, desc(evidence.asAt), asc(evidence.number)],
  cited: [asc(evidence.citations), asc(evidence.number)],
  "-cited": [desc(evidence.citations), asc(evidence.number)],
} as const satisfies Record<EvidenceSort, SQL[]>;

/** Rows on one page of the list. */
const PAGE = 50;

const columns = {
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

/** Titles, names of files, words in their text, and references: "E12" finds the twelfth. */
function matching(words: string): SQL | undefined {
  const pattern = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  const [, number] = /^e(\d{1,9})$/i.exec(words) ?? [];
  return or(
    sql`${evidence.title} like ${pattern} escape '\\'`,
    sql`exists (select 1 from ${evidenceFile} where ${evidenceFile.evidence} = ${evidence.id}
      and ${evidenceFile.name} like ${pattern} escape '\\')`,
    number ? eq(evidence.number, Number(number)) : undefined,
    holdsWords(words),
  );
}

type EvidencePage = { rows: EvidenceRow[]; total: number; page: number; pages: number };

/** One page of evidence, and how many pieces there are in all. A page past the end is the last one. */
export async function listEvidence(
  desk: Desk,
  of: Inspection,
  { q, kind, sort = "newest", page: asked = 1 }: EvidenceQuery,
): Promise<EvidencePage> {
  demand(of, "evidence.see");
  const where = and(
    visibleEvidence(of),
    isNull(evidence.withdrawnAt),
    kind ? eq(evidence.kind, kind) : undefined,
    q ? matching(q) : undefined,
  );
  const [all] = await desk.read.select({ total: count() }).from(evidence).where(where);
  const total = all?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(asked, pages);
  // The order would tell the counts.
  const hidden = sort.endsWith("cited") && !allowed(of, "evidence.see-inspectorate");
  const rows = await desk.read
    .select(columns)
    .from(evidence)
    .leftJoin(user, eq(user.id, evidence.addedBy))
    .where(where)
    .orderBy(...order[hidden ? "newest" : sort])
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  return { rows: rows.map((row) => shaped(desk, of, row)), total, page, pages };
}

/** The kinds of evidence that there are, and how many pieces of each. */
export async function countKinds(desk: Desk, of: Inspection): Promise<Map<EvidenceKind, number>> {
  demand(of, "evidence.see");
  const rows = await desk.read
    .select({ kind: evidence.kind, pieces: count() })
    .from(evidence)
    .where(and(visibleEvidence(of), isNull(evidence.withdrawnAt)))
    .groupBy(evidence.kind);
  return new Map(rows.map(({ kind, pieces }) => [kind, pieces]));
}

type Row = Omit<EvidenceRow, "ref" | "side" | "withdrawn" | "mine"> & {
  addedById: string | null;
  addedSide: Side;
  withdrawnAt: string | null;
};

function shaped(desk: Desk, of: Inspection, given: Row): EvidenceRow {
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

/** One piece of evidence with its files, the newest revision first; throws `NotFound` unless the person may see it. */
export async function findEvidence(desk: Desk, of: Inspection, id: string): Promise<EvidenceItem> {
  demand(of, "evidence.see");
  const [row] = await desk.read
    .select({ ...columns, withdrawnReason: evidence.withdrawnReason, version: evidence.version })
    .from(evidence)
    .leftJoin(user, eq(user.id, evidence.addedBy))
    .where(and(visibleEvidence(of), eq(evidence.id, id)));
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
  const { withdrawnReason: reason, version, ...rest } = row;
  const withdrawnReason = allowed(of, "evidence.see-inspectorate") ? reason : null;
  return { ...shaped(desk, of, rest), withdrawnReason, version, files };
}

/** Whether the reader may take this piece out of use: an officer only what they sent, an inspector any. */
export const mayWithdraw = (of: Inspection, { mine }: Pick<EvidenceRow, "mine">): boolean =>
  allowed(of, "evidence.withdraw") && (mine || allowed(of, "evidence.see-inspectorate"));

/** Names of all evidence in use, for choosing one. */
export async function listEvidenceNames(desk: Desk, of: Inspection): Promise<{ id: string; name: string }[]> {
  demand(of, "evidence.see");
  const rows = await desk.read
    .select({ id: evidence.id, number: evidence.number, title: evidence.title })
    .from(evidence)
    .where(and(visibleEvidence(of), isNull(evidence.withdrawnAt)))
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
    .where(and(visibleEvidence(of), isNull(evidence.withdrawnAt), inArray(evidence.number, numbers)))
    .orderBy(asc(evidence.number));
  return rows.map(({ number, ...row }) => ({ ...row, ref: `E${number}` }));
}
