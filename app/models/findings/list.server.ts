/** Findings of a whole inspection as a list: a page of it, or all of it for a file. For inspectors. */
import { and, asc, inArray, isNull, sql } from "drizzle-orm";

import { citation, finding } from "#db/schema/findings.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { type LineRow, listLines } from "#app/models/inspections/lines.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { type FindingKind, findingKinds, findingName } from "./finding.ts";
import { countOn, type FindingQuery, isAsked } from "./finding-query.ts";

export type ListedFinding = {
  id: string;
  ref: string;
  line: string;
  kind: FindingKind;
  /** "S3". */
  name: string;
  text: string;
  citations: number;
  /** Whether a quotation of it is not in the newest version of its source. */
  lost: boolean;
};

const PAGE = 50;

const lost = sql<number>`exists (select 1 from ${citation} where ${citation.finding} = ${finding.id}
  and ${citation.withdrawnAt} is null and ${citation.state} = 'lost')`;

/** The findings of these lines that are asked for: in the framework's order, strengths first. One query. */
async function findingsOn(desk: Desk, lines: readonly LineRow[], query: FindingQuery): Promise<ListedFinding[]> {
  const ids = lines.map(({ id }) => id);
  const rows = ids.length
    ? await desk.read
        .select({
          id: finding.id,
          on: finding.line,
          kind: finding.kind,
          text: finding.text,
          citations: finding.citations,
          lost,
        })
        .from(finding)
        .where(and(inArray(finding.line, ids), isNull(finding.withdrawnAt)))
        .orderBy(asc(finding.position))
    : [];
  return lines.flatMap(({ id, ref, label }) =>
    findingKinds.flatMap((kind) =>
      rows
        .filter((row) => row.on === id && row.kind === kind)
        .map(({ on: _, ...row }, at) => ({
          ...row,
          lost: row.lost === 1,
          ...{ ref, line: label, name: findingName(kind, at) },
        }))
        .filter((row) => isAsked(query, row)),
    ),
  );
}

const linesAsked = async (desk: Desk, of: Inspection, { line }: FindingQuery): Promise<LineRow[]> =>
  (await listLines(desk, of)).filter(({ ref }) => !line || ref === line);

const countedOn = (query: FindingQuery, line: LineRow) => countOn(query, line) ?? line.lostFindings;

export type FindingPage = { rows: ListedFinding[]; total: number; page: number; pages: number };

/**
 * One page. The counters of lines tell how many there are and on which lines this page stands, so only those are read.
 * A page beyond the last is the last.
 */
export async function listInspectionFindings(desk: Desk, of: Inspection, query: FindingQuery): Promise<FindingPage> {
  demand(of, "finding.see-inside");
  const lines = await linesAsked(desk, of, query);
  const total = lines.reduce((sum, line) => sum + countedOn(query, line), 0);
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(query.page ?? 1, pages);
  const [from, to] = [(page - 1) * PAGE, page * PAGE];
  let before = 0;
  let skipped = 0;
  const shown: LineRow[] = [];
  for (const line of lines) {
    const after = before + countedOn(query, line);
    if (after > from && before < to) shown.push(line);
    else if (after <= from) skipped = after;
    before = after;
  }
  const rows = await findingsOn(desk, shown, query);
  return { rows: rows.slice(from - skipped, to - skipped), total, page, pages };
}

/** All of the list, line by line. */
export async function* exportFindings(desk: Desk, of: Inspection, query: FindingQuery) {
  demand(of, "finding.see-inside");
  for (const line of await linesAsked(desk, of, query)) yield* await findingsOn(desk, [line], query);
}
