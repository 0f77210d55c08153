/** What the list of evidence can be narrowed by, and how much there is of each: in one query, whatever was asked. */
import { type SQL, sql } from "drizzle-orm";

import { evidence, evidenceTag } from "#db/schema/evidence.ts";
import { line } from "#db/schema/inspections.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import {
  aboutLines,
  assignedTo,
  conditionsOf,
  type Facet,
  facetsOf,
  hasRead,
  isInspector,
  seenTags,
  stateColumn,
} from "./conditions.server.ts";
import { visibleEvidence } from "./library.server.ts";
import { type EvidenceQuery, NONE } from "./query.ts";

/** A value of each facet, as the address has it, with how many pieces have it among those that all else asked for. */
export type FacetCounts = Partial<Record<Facet, Map<string, number>>>;

export type Facets = {
  counts: FacetCounts;
  /** How many pieces the query asks for, and how many there are in use whatever was asked. */
  total: number;
  all: number;
  /** What the views that everyone has hold. */
  views: { unread: number; mine: number; lineless: number; stale: number; returned: number };
};

/** Where each facet's values come from: an expression on a row of `base`, and what has to be joined. */
const sources = {
  kind: { value: sql`base.kind` },
  voice: { value: sql`coalesce(base.voice, ${NONE})` },
  state: { value: sql`base.state` },
  line: {
    value: sql`coalesce(${line.ref}, ${NONE})`,
    join: sql`left join about on about.evidence = base.id left join ${line} on ${line.id} = about.line`,
  },
  tag: { value: sql`tagged.tag`, join: sql`join tagged on tagged.evidence = base.id` },
  read: { value: sql`case when base.read then 'yes' else 'no' end` },
  cited: { value: sql`case when base.citations > 0 then 'yes' else 'no' end` },
  side: { value: sql`base.side` },
  sensitivity: { value: sql`base.sensitivity` },
  assigned: {
    value: sql`case base.assigned when base.me then 'me' else iif(base.assigned is null, ${NONE}, 'others') end`,
  },
  by: { value: sql`iif(base.author = base.me, 'me', 'others')` },
} as const satisfies Record<Facet, { value: SQL; join?: SQL }>;

/** All pieces that the person may see, with what facets count and, for each condition that was asked, whether it holds. */
function base(desk: Desk, of: Inspection, asked: [name: string, condition: SQL][]): SQL {
  const inspector = isInspector(of);
  const held = asked.map(([name, condition]) => sql`, (${condition}) as ${sql.identifier(`is_${name}`)}`);
  return sql`select ${evidence.id} as id, ${evidence.kind} as kind, ${evidence.voice} as voice, ${evidence.side} as side,
    ${evidence.sensitivity} as sensitivity, ${evidence.addedBy} as author, ${desk.user?.id ?? ""} as me,
    ${stateColumn(desk)} as state, ${evidence.withdrawnAt} is null as used,
    ${inspector ? sql`${evidence.citations}` : sql`0`} as citations,
    ${inspector ? hasRead(desk) : sql`0`} as read, ${inspector ? assignedTo : sql`null`} as assigned
    ${sql.join(held)} from ${evidence} where ${visibleEvidence(of, desk)}`;
}

const every = (names: string[]): SQL =>
  names.length
    ? sql.join(
        names.map((name) => sql`base.${sql.identifier(`is_${name}`)}`),
        sql` and `,
      )
    : sql`1`;

/** A piece that `join` doubles is one piece. */
function counted(facet: string, value: SQL | string, where: SQL, join?: SQL): SQL {
  const pieces = join ? sql`count(distinct base.id)` : sql`count(*)`;
  return sql`select ${facet} as facet, ${value} as value, ${pieces} as pieces from base ${join ?? sql``}
    where ${where} group by 2`;
}

/** The counts of each facet honour all that was asked but by the facet itself. */
export async function countFacets(desk: Desk, of: Inspection, query: EvidenceQuery): Promise<Facets> {
  demand(of, "evidence.see");
  const asked = Object.entries(conditionsOf(desk, of, query)) as [string, SQL][];
  const names = asked.map(([name]) => name);
  const lineless = sql`base.used and base.id not in (select evidence from about)`;
  const mine = isInspector(of) ? sql`base.assigned = base.me` : sql`base.author = base.me`;
  const parts = [
    ...facetsOf(of).map((facet) => {
      const { value, join } = sources[facet] as { value: SQL; join?: SQL };
      return counted(facet, value, every(names.filter((name) => name !== facet)), join);
    }),
    counted("list", "total", every(names)),
    counted("list", "all", sql`base.used`),
    counted("view", "unread", sql`base.used and not base.read`),
    counted("view", "mine", sql`base.used and ${mine}`),
    counted("view", "lineless", lineless),
    counted("view", "stale", sql`base.state = 'needs-renewal'`),
    counted("view", "returned", sql`base.state = 'returned'`),
  ];
  const rows = await desk.read
    .select({ facet: sql<string>`facet`, value: sql<string>`value`, pieces: sql<number>`pieces` })
    .from(
      sql`(with base as materialized (${base(desk, of, asked)}), about as materialized (${aboutLines(of)}),
        tagged as (select ${evidenceTag.evidence}, ${evidenceTag.tag} from ${evidenceTag} where ${seenTags(of)})
        ${sql.join(parts, sql` union all `)}) counted`,
    );
  const valuesOf = (facet: string) =>
    new Map(rows.filter((row) => row.facet === facet).map(({ value, pieces }) => [value, pieces]));
  const [list, view] = [valuesOf("list"), valuesOf("view")];
  const many = (name: keyof Facets["views"]) => view.get(name) ?? 0;
  return {
    counts: Object.fromEntries(facetsOf(of).map((facet) => [facet, valuesOf(facet)])),
    total: list.get("total") ?? 0,
    all: list.get("all") ?? 0,
    views: {
      unread: many("unread"),
      mine: many("mine"),
      lineless: many("lineless"),
      stale: many("stale"),
      returned: many("returned"),
    },
  };
}
