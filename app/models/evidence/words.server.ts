/**
 * How far the words in a piece of evidence may go: as whoever said them agreed. Every page and file that quotes evidence
 * asks here, so that consent that is narrowed or taken back holds everywhere at once. The conditions need a row of `evidence`.
 */
import { eq, type SQL, sql } from "drizzle-orm";

import { evidence } from "#db/schema/evidence.ts";
import { consent } from "#db/schema/fieldwork.ts";

import type { Db } from "#app/platform/desk.ts";

const recorded = sql`(select case when ${consent.withdrawnAt} is not null then 'withdrawn' else ${consent.attribution} end
  from ${consent} where ${consent.evidence} = ${evidence.id})`;

/** What was said of it on the form of its kind, where no consent is recorded. */
const answered = sql`case json_extract(${evidence.fields}, '$.attribution')
  when 'none' then 'anonymous' when 'not' then 'not-quoted' end`;
const quotation = sql`case when ${evidence.kind} = 'quotation'
  and json_extract(${evidence.fields}, '$.consent') in ('no', 'not-asked') then 'not-quoted' end`;

const level = sql`coalesce(${recorded}, ${answered}, ${quotation}, 'role')`;

/** 1 where its words may be quoted, 0 where whoever said them has not agreed, or agrees no more. */
export const mayQuote: SQL<number> = sql<number>`(${level} in ('role', 'anonymous'))`;

/** 1 where it may be said outside the team whose words they are. */
export const mayName: SQL<number> = sql<number>`(${level} = 'role')`;

/** 1 where whoever said it took it back: nobody reads it any more. */
export const isTakenBack: SQL<number> = sql<number>`(${level} = 'withdrawn')`;

/** Whether the words of this piece of evidence may be quoted. */
export async function mayBeQuoted(db: Db, id: string): Promise<boolean> {
  const [row] = await db.select({ may: mayQuote }).from(evidence).where(eq(evidence.id, id));
  return row?.may === 1;
}
