/** What each kind of search answers with. */
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

import type { Desk } from "#app/platform/desk.ts";

import { MOST } from "./most.ts";

export type Page = { limit: number; skip: number };

/** One page of what was found, and how much there is: at most `MOST` and one. */
export type Found<T> = { rows: T[]; count: number };

/** How many rows are looked at to count them. */
export const LOOKED_AT = MOST + 1;

/** How many rows there are of a query that is bounded by `LOOKED_AT`. */
export async function counted(desk: Pick<Desk, "read">, rows: SQLWrapper | SQL): Promise<number> {
  const [row] = await desk.read.select({ count: sql<number>`count(*)` }).from(sql`(${rows})`);
  return row?.count ?? 0;
}
