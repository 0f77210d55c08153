/** What to know before a request is sent: what the council sent already, and what it was asked before. */
import { and, asc, eq, isNull, sql } from "drizzle-orm";

import { evidence, evidenceFile, passage, unit } from "#db/schema/evidence.ts";

import { visibleEvidence } from "#app/models/evidence/library.server.ts";
import { indexOf, joined, matches, withinInspection } from "#app/models/evidence/text/hits.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { askedWords, likeness, sharedWords } from "./likeness.ts";
import type { RequestView } from "./requests.server.ts";

/** How many are pointed out. */
const MOST = 3;
const CANDIDATES = 40;
/** How many telling words of a request a passage must hold, with the title of its document, to look like an answer. */
const LEAST = 3;

type Wanted = Pick<RequestView, "title" | "text">;

export type Held = { id: string; ref: string; title: string; file: string; seq: number; label: string };

/**
 * Evidence of the council that looks as if it held what is asked for: the three likeliest, each with its best passage.
 * Nothing where no document shares enough words with the request.
 */
export async function alreadyHeld(desk: Desk, of: Inspection, { title, text }: Wanted): Promise<Held[]> {
  demand(of, "request.see-inside");
  const words = askedWords(`${title} ${text}`);
  if (words.length < LEAST) return [];
  const search = { index: "passage_stem", match: words.map((word) => `"${word}"`).join(" OR ") } as const;
  const found = await desk.read
    .select({
      id: evidence.id,
      number: evidence.number,
      title: evidence.title,
      file: evidenceFile.id,
      seq: unit.seq,
      label: unit.label,
      words: passage.text,
    })
    .from(
      sql`(select ${passage.id} as id, bm25(${indexOf(search)}) as place from ${joined(search)}
        join ${evidence} on ${evidence.id} = ${evidenceFile.evidence}
        where ${and(
          matches(search),
          withinInspection(search, of.id),
          eq(evidenceFile.current, true),
          eq(evidence.side, "council"),
          isNull(evidence.withdrawnAt),
          visibleEvidence(of, desk),
        )} order by place limit ${sql.raw(String(CANDIDATES))}) best`,
    )
    .innerJoin(passage, sql`${passage.id} = best.id`)
    .innerJoin(unit, eq(unit.id, passage.unit))
    .innerJoin(evidenceFile, eq(evidenceFile.id, unit.file))
    .innerJoin(evidence, eq(evidence.id, evidenceFile.evidence))
    .orderBy(asc(sql`best.place`));
  const asked = `${title} ${text}`;
  const weighed = found
    .map((one) => ({ one, shared: sharedWords(asked, `${one.title} ${one.words}`) }))
    .filter(({ shared }) => shared >= Math.max(LEAST, Math.ceil(words.length / 3)))
    .sort((a, b) => b.shared - a.shared);
  const once = new Map<string, Held>();
  for (const { one } of weighed) {
    const { number, words: _, ...row } = one;
    if (!once.has(row.id)) once.set(row.id, { ...row, ref: `E${number}` });
  }
  return [...once.values()].slice(0, MOST);
}

/** How like another request must be to be pointed out; less where it is about the same line. */
const LIKE = { anywhere: 0.5, sameLine: 0.3 };

/** Requests like this one, the likest first and at most three. */
export function askedBefore(draft: RequestView, others: readonly RequestView[]): RequestView[] {
  const lines = new Set(draft.lines.map(({ ref }) => ref));
  const wordsOf = ({ title, text }: Wanted) => `${title} ${text}`;
  return others
    .filter(({ id, state }) => id !== draft.id && state !== "withdrawn")
    .map((one) => ({
      one,
      like: likeness(wordsOf(draft), wordsOf(one)),
      least: one.lines.some(({ ref }) => lines.has(ref)) ? LIKE.sameLine : LIKE.anywhere,
    }))
    .filter(({ like, least }) => like >= least)
    .sort((a, b) => b.like - a.like)
    .slice(0, MOST)
    .map(({ one }) => one);
}
