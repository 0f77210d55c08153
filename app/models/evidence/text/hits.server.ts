/** Searches the passages of evidence. */
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";

import { evidence, evidenceFile, passage, unit } from "#db/schema/evidence.ts";

import type { Desk } from "#app/platform/desk.ts";

import { type PassageSearch, passageSearch } from "./search-words.ts";

/** The index with what its passages belong to. */
const joined = ({ index }: PassageSearch): SQL => {
  const table = sql.identifier(index);
  return sql`${table} join ${passage} on ${passage.id} = ${table}.rowid
    join ${unit} on ${unit.id} = ${passage.unit} join ${evidenceFile} on ${evidenceFile.id} = ${unit.file}`;
};

const matches = ({ index, match }: PassageSearch): SQL => sql`${sql.identifier(index)} match ${match}`;

/** A condition on evidence: some passage of its files holds the words. Undefined where nothing can be searched for. */
export function holdsWords(typed: string): SQL | undefined {
  const search = passageSearch(typed);
  if (!search) return undefined;
  return sql`${evidence.id} in (select ${evidenceFile.evidence} from ${joined(search)} where ${matches(search)})`;
}

export type Hit = {
  file: string;
  /** The unit of the file that the passage stands in. */
  seq: number;
  label: string;
  parts: { text: string; hit: boolean }[];
};

const MOST_HITS = 500;

/** The best passage of each of these pieces of evidence, which the caller has found to be the reader’s to see. */
export async function bestHits(desk: Desk, ids: string[], typed: string): Promise<Map<string, Hit>> {
  const search = passageSearch(typed);
  const best = new Map<string, Hit>();
  if (!search || ids.length === 0) return best;
  const table = sql.identifier(search.index);
  const rows = await desk.read
    .select({
      evidence: evidenceFile.evidence,
      file: evidenceFile.id,
      seq: unit.seq,
      label: unit.label,
      words: sql<string>`snippet(${table}, 0, char(1), char(2), '…', 24)`,
    })
    .from(sql`${table}`)
    .innerJoin(passage, sql`${passage.id} = ${table}.rowid`)
    .innerJoin(unit, eq(unit.id, passage.unit))
    .innerJoin(evidenceFile, eq(evidenceFile.id, unit.file))
    .where(and(matches(search), inArray(evidenceFile.evidence, ids)))
    .orderBy(sql`bm25(${table})`)
    .limit(MOST_HITS);
  for (const { evidence: id, words, ...row } of rows) {
    if (!best.has(id)) best.set(id, { ...row, parts: partsOf(words) });
  }
  return best;
}

/** The index marks what it found with U+0001 and U+0002. */
const partsOf = (words: string) =>
  words
    .split(/(\u0001[^\u0002]*\u0002)/)
    .filter(Boolean)
    .map((part) => ({ text: part.replace(/[\u0001\u0002]/g, ""), hit: part.startsWith("\u0001") }));
