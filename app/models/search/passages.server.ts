/** Searches the text of evidence over all inspections that a person takes part in. */
import { and, eq, sql, type SQL } from "drizzle-orm";

import { evidence, evidenceFile, passage, unit } from "#db/schema/evidence.ts";
import { inspection } from "#db/schema/inspections.ts";

import { type HitPart, partsOf } from "#app/models/evidence/text/hit.ts";
import { indexOf, matches, rankOf, snippetOf, withinRange } from "#app/models/evidence/text/hits.server.ts";
import { type PassageSearch, passageSearch } from "#app/models/evidence/text/search-words.ts";
import type { Desk } from "#app/platform/desk.ts";

import { reaches, scope, seesEvidence } from "./scope.server.ts";
import { counted, type Found, LOOKED_AT, type Page } from "./found.server.ts";

export type PassageHit = {
  inspection: { code: string; title: string };
  evidence: { id: string; ref: string; title: string };
  file: string;
  seq: number;
  label: string;
  parts: HitPart[];
};

/**
 * From the person's inspections, one after another, into the range of the index that each has: joined in this order, so
 * that the index is never asked for more.
 */
const source = (search: PassageSearch): SQL => sql`${scope}
  cross join ${indexOf(search)} on ${withinRange(search, sql`${inspection.number}`)}
  cross join ${passage} on ${passage.id} = ${indexOf(search)}.rowid
  cross join ${unit} on ${unit.id} = ${passage.unit}`;

/** Whether the person may see a passage is settled once for each file in use, not once for each passage. */
const where = (desk: Desk, search: PassageSearch, code: string | undefined) =>
  and(
    matches(search),
    reaches(desk, "evidence.see", code),
    sql`${unit.file} in (select ${evidenceFile.id} from ${scope}
      cross join ${evidence} on ${evidence.inspection} = ${inspection.id}
      cross join ${evidenceFile} on ${evidenceFile.evidence} = ${evidence.id}
      where ${and(reaches(desk, "evidence.see", code), seesEvidence(desk), eq(evidenceFile.current, true))})`,
  );

/** Passages that hold what was typed, the best first; those that hold the very figure that was typed before others. */
export async function findPassages(
  desk: Desk,
  { q, in: code }: { q: string; in?: string },
  { limit, skip }: Page,
): Promise<Found<PassageHit>> {
  const search = passageSearch(q);
  if (!search) return { rows: [], count: 0 };
  const condition = where(desk, search, code);
  const ranked = sql`select ${passage.id} as id, ${inspection.code} as code, ${inspection.title} as named,
    ${rankOf(search)} as place from ${source(search)} where ${condition} order by place, 1 limit ${limit} offset ${skip}`;
  const rows = await desk.read
    .select({
      code: sql<string>`best.code`,
      named: sql<string>`best.named`,
      id: evidence.id,
      number: evidence.number,
      title: evidence.title,
      file: evidenceFile.id,
      seq: unit.seq,
      label: unit.label,
      words: snippetOf(search),
    })
    .from(sql`(${ranked}) best`)
    .innerJoin(indexOf(search), sql`${indexOf(search)}.rowid = best.id`)
    .innerJoin(passage, sql`${passage.id} = best.id`)
    .innerJoin(unit, eq(unit.id, passage.unit))
    .innerJoin(evidenceFile, eq(evidenceFile.id, unit.file))
    .innerJoin(evidence, eq(evidence.id, evidenceFile.evidence))
    .where(matches(search))
    .orderBy(sql`best.place`, sql`best.id`);
  return {
    rows: rows.map(({ code: inCode, named, id, number, title, words, ...row }) => ({
      ...row,
      inspection: { code: inCode, title: named },
      evidence: { id, ref: `E${number}`, title },
      parts: partsOf(words),
    })),
    count: await counted(desk, sql`select 1 from ${source(search)} where ${condition} limit ${LOOKED_AT}`),
  };
}
