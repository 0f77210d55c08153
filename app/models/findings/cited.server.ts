/** The other way round: which findings rest on a piece of evidence. */
import { and, asc, count, eq, isNull, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";

import { user } from "#db/schema/accounts.ts";
import { evidence } from "#db/schema/evidence.ts";
import { citation, finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";

import { mayQuote } from "#app/models/evidence/words.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { type CitationPlace, placeColumns, placeOf } from "./citation-place.server.ts";
import { type CitationState, type FindingKind, findingName } from "./finding.ts";

/** Characters of a unit's text that are quoted, in one file. */
export type Quoted = { file: string; part: number; start: number; end: number };

export type CitingView = {
  /** The citation's. */
  id: string;
  finding: string;
  kind: FindingKind;
  /** "S3": the finding's place on its line. */
  name: string;
  text: string;
  /** Whose finding it is; null for one that came with a briefing. */
  by: string | null;
  ref: string;
  line: string;
  locator: string | null;
  /** Null also where whoever said it has not agreed to be quoted. */
  quote: string | null;
  /** How its words stand in the newest revision; null where that is not known. */
  state: CitationState | null;
  /** Where they are to be read. */
  place: CitationPlace | null;
  /** Where they stand: in the newest revision and in the one that was cited. */
  stretches: Quoted[];
};

type Ends = Record<"seq" | "start" | "end" | "atSeq" | "atStart" | "atEnd", number | null> &
  Record<"file" | "atFile", string | null>;

function stretchesOf({ file, seq, start, end, atFile, atSeq, atStart, atEnd }: Ends): Quoted[] {
  const quoted = (where: string | null, part: number | null, from: number | null, to: number | null): Quoted[] =>
    where === null || part === null || from === null || to === null
      ? []
      : [{ file: where, part, start: from, end: to }];
  return [...quoted(atFile, atSeq, atStart, atEnd), ...(file === atFile ? [] : quoted(file, seq, start, end))];
}

/** Each citation of this evidence with its finding, in the order of the lines. For inspectors only. */
export async function listCiting(desk: Desk, of: Inspection, evidenceId: string): Promise<CitingView[]> {
  demand(of, "evidence.see-inspectorate");
  demand(of, "finding.see");
  const before = alias(finding, "before");
  const place = desk.read
    .select({ place: count().as("place") })
    .from(before)
    .where(
      and(
        eq(before.line, finding.line),
        eq(before.kind, finding.kind),
        isNull(before.withdrawnAt),
        lt(before.position, finding.position),
      ),
    );
  const rows = await desk.read
    .select({
      id: citation.id,
      finding: finding.id,
      kind: finding.kind,
      text: finding.text,
      by: user.name,
      ref: line.ref,
      line: line.title,
      locator: citation.locator,
      quote: sql<string | null>`case when ${mayQuote} then ${citation.quote} end`,
      end: citation.end,
      atEnd: citation.atEnd,
      ...placeColumns,
      index: sql<number>`(${place})`,
    })
    .from(citation)
    .innerJoin(evidence, eq(evidence.id, citation.evidence))
    .innerJoin(finding, eq(finding.id, citation.finding))
    .innerJoin(line, eq(line.id, finding.line))
    .leftJoin(user, eq(user.id, finding.addedBy))
    .where(
      and(
        eq(finding.inspection, of.id),
        eq(citation.evidence, evidenceId),
        isNull(citation.withdrawnAt),
        isNull(finding.withdrawnAt),
      ),
    )
    .orderBy(asc(line.position), asc(finding.kind), asc(finding.position), asc(citation.addedAt));
  return rows.map(({ id, finding: cited, kind, text, by, ref, line: title, locator, quote, index, ...row }) => ({
    ...{ id, finding: cited, kind, text, by, ref, line: title, locator, quote },
    name: findingName(kind, index),
    state: row.state,
    place: placeOf(row),
    stretches: stretchesOf(row),
  }));
}
