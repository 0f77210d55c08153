/** Searches the passages of evidence: of one inspection, a range of the index; of files in use, not of those replaced. */
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";

import { evidence, evidenceFile, passage, unit } from "#db/schema/evidence.ts";
import { inspection } from "#db/schema/inspections.ts";

import type { Desk } from "#app/platform/desk.ts";

import { type HitPart, partsOf, START, END } from "./hit.ts";
import { RANGE } from "./passage-range.ts";
import { figurePattern, type PassageSearch, passageSearch } from "./search-words.ts";

/** The table of the index. */
export const indexOf = ({ index }: Pick<PassageSearch, "index">): SQL => sql`${sql.identifier(index)}`;

export const matches = ({ index, match }: Pick<PassageSearch, "index" | "match">): SQL =>
  sql`${sql.identifier(index)} match ${match}`;

/** Lower is better: what holds the very figure that was typed stands before what holds its digits. Needs `passage`. */
export function rankOf({ index, figures }: PassageSearch): SQL {
  const held = figures.map(
    (figure) => sql` - 1000 * ((' ' || lower(${passage.text}) || ' ') glob ${figurePattern(figure)})`,
  );
  return sql`bm25(${sql.identifier(index)})${sql.join(held)}`;
}

/** Where the index found the words, marked for `partsOf`. */
export const snippetOf = ({ index }: Pick<PassageSearch, "index">): SQL<string> =>
  sql<string>`snippet(${sql.identifier(index)}, 0, ${START}, ${END}, '…', 24)`;

/**
 * The passages of the inspection whose number is `number`, as a condition on the index. Its bounds are made in SQL:
 * bound as parameters they would be floating-point numbers, which the index takes for no range at all.
 */
export function withinRange({ index }: Pick<PassageSearch, "index">, number: SQL): SQL {
  const range = sql.raw(String(RANGE));
  return sql`${sql.identifier(index)}.rowid between ${number} * ${range} and (${number} + 1) * ${range} - 1`;
}

/** The same for the inspection of this id. */
export const withinInspection = (search: Pick<PassageSearch, "index">, id: string): SQL =>
  withinRange(search, sql`(select ${inspection.number} from ${inspection} where ${inspection.id} = ${id})`);

/** The index with what its passages belong to. */
export const joined = (search: Pick<PassageSearch, "index">): SQL => sql`${indexOf(search)}
  join ${passage} on ${passage.id} = ${indexOf(search)}.rowid
  join ${unit} on ${unit.id} = ${passage.unit} join ${evidenceFile} on ${evidenceFile.id} = ${unit.file}`;

const found = (search: PassageSearch, inspectionId: string): SQL | undefined =>
  and(matches(search), withinInspection(search, inspectionId), eq(evidenceFile.current, true));

/** A condition on evidence: some passage of its files holds the words. Undefined where nothing can be searched for. */
export function holdsWords(inspectionId: string, typed: string): SQL | undefined {
  const search = passageSearch(typed);
  if (!search) return undefined;
  return sql`${evidence.id} in (select ${evidenceFile.evidence} from ${joined(search)}
    where ${found(search, inspectionId)})`;
}

export type Hit = {
  file: string;
  /** The unit of the file that the passage stands in. */
  seq: number;
  label: string;
  parts: HitPart[];
};

/** The best passage of each of these pieces of evidence, which the caller has found to be the reader’s to see. */
export async function bestHits(
  desk: Pick<Desk, "read">,
  inspectionId: string,
  ids: string[],
  typed: string,
): Promise<Map<string, Hit>> {
  const search = passageSearch(typed);
  if (!search || ids.length === 0) return new Map();
  const ranked = sql`select ${evidenceFile.evidence} as evidence, ${passage.id} as id, ${rankOf(search)} as place
    from ${joined(search)} where ${and(found(search, inspectionId), inArray(evidenceFile.evidence, ids))}`;
  const rows = await desk.read
    .select({
      evidence: evidenceFile.evidence,
      file: evidenceFile.id,
      seq: unit.seq,
      label: unit.label,
      words: snippetOf(search),
    })
    // Beside min() SQLite gives the other columns of the very row that holds it.
    .from(sql`(with ranked as materialized (${ranked}) select id, min(place) from ranked group by evidence) best`)
    .innerJoin(indexOf(search), sql`${indexOf(search)}.rowid = best.id`)
    .innerJoin(passage, sql`${passage.id} = best.id`)
    .innerJoin(unit, eq(unit.id, passage.unit))
    .innerJoin(evidenceFile, eq(evidenceFile.id, unit.file))
    .where(matches(search));
  return new Map(rows.map(({ evidence: id, words, ...row }) => [id, { ...row, parts: partsOf(words) }]));
}
