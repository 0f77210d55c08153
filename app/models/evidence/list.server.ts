/** The list of evidence: one page of it, or all of it for a file. */
import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";

import { user } from "#db/schema/accounts.ts";
import { evidence, evidenceTag } from "#db/schema/evidence.ts";
import { line } from "#db/schema/inspections.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import {
  aboutLines,
  assignedTo,
  conditionsOf,
  hasRead,
  isInspector,
  seenTags,
  stateColumn,
} from "./conditions.server.ts";
import { countFacets, type Facets } from "./facets.server.ts";
import { evidenceColumns, type EvidenceRow, shapedEvidence, visibleEvidence } from "./library.server.ts";
import type { Sensitivity } from "./evidence.ts";
import type { EvidenceQuery, EvidenceSort } from "./query.ts";
import type { EvidenceState } from "./state.ts";
import { mayName } from "./words.server.ts";

export type ListedEvidence = EvidenceRow & {
  state: EvidenceState;
  sensitivity: Sensitivity;
  department: string | null;
  /** Whether it may be said outside the team whose words they are. */
  named: boolean;
  /** References of lines, in the framework's order, and tags: as far as the reader's side may know them. */
  lines: string[];
  tags: string[];
  /** Whether the reader has read it, and the id of who is to; null for those who may not know. */
  read: boolean | null;
  assigned: string | null;
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

/** The condition on evidence that a query asks of what this person may see. */
const asked = (desk: Desk, of: Inspection, query: EvidenceQuery): SQL | undefined =>
  and(visibleEvidence(of, desk), ...Object.values(conditionsOf(desk, of, query)));

async function listRows(
  desk: Desk,
  of: Inspection,
  query: EvidenceQuery,
  { limit, skip }: { limit: number; skip: number },
) {
  const { sort = "newest" } = query;
  const inspector = isInspector(of);
  // The order would tell the counts.
  const hidden = sort.endsWith("cited") && !inspector;
  const rows = await desk.read
    .select({
      ...evidenceColumns,
      state: sql<EvidenceState>`${stateColumn(desk)}`,
      sensitivity: evidence.sensitivity,
      department: evidence.department,
      named: mayName,
      read: inspector ? sql<number>`${hasRead(desk)}` : sql<null>`null`,
      assigned: inspector ? assignedTo : sql<null>`null`,
    })
    .from(evidence)
    .leftJoin(user, eq(user.id, evidence.addedBy))
    .where(asked(desk, of, query))
    .orderBy(...order[hidden ? "newest" : sort])
    .limit(limit)
    .offset(skip);
  const ids = rows.map(({ id }) => id);
  const [lines, tags] = [await linesOf(desk, of, ids), await tagsOf(desk, of, ids)];
  return rows.map(({ state, sensitivity, department, named, read, assigned, ...row }): ListedEvidence => ({
    ...shapedEvidence(desk, of, row),
    state,
    sensitivity,
    department,
    named: named === 1,
    read: read === null ? null : Boolean(read),
    assigned,
    lines: lines.get(row.id) ?? [],
    tags: tags.get(row.id) ?? [],
  }));
}

function gathered(rows: { id: string; word: string }[]): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const { id, word } of rows) all.set(id, [...(all.get(id) ?? []), word]);
  return all;
}

async function linesOf(desk: Pick<Desk, "read">, of: Inspection, ids: string[]) {
  if (!ids.length) return new Map<string, string[]>();
  const rows = await desk.read
    .select({ id: sql<string>`about.evidence`, word: line.ref })
    .from(sql`(${aboutLines(of)}) about`)
    .innerJoin(line, sql`${line.id} = about.line`)
    .where(sql`about.evidence in ${ids}`)
    .orderBy(asc(line.position));
  return gathered(rows);
}

async function tagsOf(desk: Pick<Desk, "read">, of: Inspection, ids: string[]) {
  if (!ids.length) return new Map<string, string[]>();
  const rows = await desk.read
    .selectDistinct({ id: evidenceTag.evidence, word: evidenceTag.tag })
    .from(evidenceTag)
    .where(and(inArray(evidenceTag.evidence, ids), seenTags(of)))
    .orderBy(asc(evidenceTag.tag));
  return gathered(rows);
}

type EvidencePage = Facets & { rows: ListedEvidence[]; page: number; pages: number };

/**
 * One page of the evidence that the query asks for, and what it can be narrowed by; a page past the end is the last
 * one. Four queries, however much there is.
 */
export async function listEvidence(desk: Desk, of: Inspection, query: EvidenceQuery): Promise<EvidencePage> {
  demand(of, "evidence.see");
  const counted = await countFacets(desk, of, query);
  const pages = Math.max(1, Math.ceil(counted.total / PAGE));
  const page = Math.min(query.page ?? 1, pages);
  const rows = await listRows(desk, of, query, { limit: PAGE, skip: (page - 1) * PAGE });
  return { ...counted, rows, page, pages };
}

const AT_ONCE = 500;

/** All that the query asks for, a piece at a time: what the file of the list holds. */
export async function* exportEvidence(
  desk: Desk,
  of: Inspection,
  query: EvidenceQuery,
): AsyncGenerator<ListedEvidence> {
  demand(of, "evidence.see");
  for (let skip = 0; ; skip += AT_ONCE) {
    const rows = await listRows(desk, of, query, { limit: AT_ONCE, skip });
    yield* rows;
    if (rows.length < AT_ONCE) return;
  }
}
