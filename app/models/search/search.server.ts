/** One search over everything that a person may see: what was searched, and what was found of each kind. */
import { listInspections } from "#app/models/inspections/inspections.server.ts";
import { type Act, may } from "#app/models/inspections/permission.ts";
import type { Desk } from "#app/platform/desk.ts";

import type { Found, Page } from "./found.server.ts";
import { findPassages } from "./passages.server.ts";
import { type SearchQuery, type Thing, things } from "./query.ts";
import { findEvidenceTitles, findFindings, findLines } from "./titles.server.ts";

/** How many of each stand on the first page, and on a page of one kind. */
const FIRST = 5;
const PAGE = 20;

const needs = {
  findings: "finding.see",
  lines: "line.see",
  evidence: "evidence.see",
  passages: "evidence.see",
} as const satisfies Record<Thing, Act>;

const finders = { findings: findFindings, lines: findLines, evidence: findEvidenceTitles, passages: findPassages };

type Finders = typeof finders;
export type Groups = { [T in Thing]?: Awaited<ReturnType<Finders[T]>> };

export type Searched = {
  /** The inspections that there are to look in, and the one that was chosen. */
  inspections: { code: string; title: string }[];
  /** What was searched: kinds that the person may see nowhere are not among them. */
  things: Thing[];
  groups: Groups;
};

/** Null for an inspection that the person does not take part in: as if it was not there. */
export async function searchEverything(desk: Desk, query: SearchQuery): Promise<Searched | null> {
  const all = await listInspections(desk);
  const within = query.in === undefined ? all : all.filter(({ code }) => code === query.in);
  if (query.in !== undefined && !within.length) return null;
  const searched = things.filter((thing) => within.some(({ part, stage }) => may(part, needs[thing], stage)));
  const wanted = query.what ? searched.filter((thing) => thing === query.what) : searched;
  const page: Page = query.what ? { limit: PAGE, skip: ((query.page ?? 1) - 1) * PAGE } : { limit: FIRST, skip: 0 };
  const groups: Record<string, Found<unknown>> = {};
  if (query.q) for (const thing of wanted) groups[thing] = await finders[thing](desk, query, page);
  return { inspections: all.map(({ code, title }) => ({ code, title })), things: searched, groups: groups as Groups };
}

/** The pages of one kind, of so many that were found. */
export const pagesOf = (count: number): number => Math.max(1, Math.ceil(count / PAGE));
