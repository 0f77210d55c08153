/** For a finding, passages of the evidence that may bear it out: by its words and its line's, in this database alone. */
import { and, eq, inArray, isNull, sql } from "drizzle-orm";

import { evidence, evidenceFile, passage, unit } from "#db/schema/evidence.ts";

import { visibleEvidence } from "#app/models/evidence/library.server.ts";
import { END, type HitPart, START } from "#app/models/evidence/text/hit.ts";
import { indexOf, joined, matches, withinInspection } from "#app/models/evidence/text/hits.server.ts";
import { placeIn } from "#app/models/evidence/text/place.ts";
import { findFinding } from "#app/models/findings/findings.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { bestSentence, cutParts, sharedIn, telling, textOf } from "./quotation.ts";
import { relevantTo, titleShares } from "./relevance.ts";

export type Suggestion = {
  evidence: { id: string; ref: string; title: string };
  /** Where the quotation stands: a file, its unit, and offsets in the unit's text. */
  file: string;
  seq: number;
  start: number;
  end: number;
  /** "page 3", as a citation says it. */
  place: string;
  quote: string;
  /** What stands before the quotation in its passage, the quotation, and what stands behind it. */
  before: HitPart[];
  parts: HitPart[];
  after: HitPart[];
};

/** How many are shown. */
export const SUGGESTIONS = 5;
/** How many are weighed again by the titles of their documents. */
const CANDIDATES = 60;
/** What a shared word in the title is worth, in parts of the best passage's own worth. */
const TITLE = 0.2;

const search = { index: "passage_stem" } as const;

/** The best passages for these words; `match` is one that `relevantTo` made. */
function candidates(desk: Pick<Desk, "read" | "user">, of: Inspection, match: string) {
  const asked = { ...search, match };
  const ranked = sql`select ${passage.id} as id, bm25(${indexOf(asked)}) as place from ${joined(asked)}
    join ${evidence} on ${evidence.id} = ${evidenceFile.evidence}
    where ${and(
      matches(asked),
      withinInspection(asked, of.id),
      eq(evidenceFile.current, true),
      isNull(evidence.withdrawnAt),
      visibleEvidence(of, desk),
    )} order by place limit ${sql.raw(String(CANDIDATES))}`;
  return desk.read
    .select({
      evidence: evidence.id,
      number: evidence.number,
      title: evidence.title,
      file: evidenceFile.id,
      unit: unit.id,
      marked: sql<string>`highlight(${indexOf(asked)}, 0, ${START}, ${END})`,
      rank: sql<number>`best.place`,
    })
    .from(sql`(${ranked}) best`)
    .innerJoin(indexOf(asked), sql`${indexOf(asked)}.rowid = best.id`)
    .innerJoin(passage, sql`${passage.id} = best.id`)
    .innerJoin(unit, eq(unit.id, passage.unit))
    .innerJoin(evidenceFile, eq(evidenceFile.id, unit.file))
    .innerJoin(evidence, eq(evidence.id, evidenceFile.evidence))
    .where(matches(asked));
}

type Candidate = Awaited<ReturnType<typeof candidates>>[number];

/** How many different words a passage must share with a finding and its line to look relevant. */
const LEAST = 2;

function bestOf(all: Candidate[], finding: string, line: string): Candidate[] {
  const found = all.filter(({ marked }) => sharedIn(marked).size >= LEAST);
  const most = Math.max(...found.map(({ rank }) => -rank));
  const worth = ({ rank, title }: Candidate) => -rank + TITLE * most * titleShares(title, finding, line);
  return found
    .map((one) => ({ one, worth: worth(one) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, SUGGESTIONS)
    .map(({ one }) => one);
}

/**
 * The passages that look relevant to a finding, the best first, and at most five: what the person may see, of files in
 * use. Whatever evidence it cites already stays among them. Throws `NotFound` where there is no such finding.
 */
export async function suggestPassages(desk: Desk, of: Inspection, findingId: string): Promise<Suggestion[]> {
  demand(of, "evidence.see");
  const { text, ref } = await findFinding(desk, of, findingId);
  const { title: line } = await findLine(desk, of, ref);
  const match = relevantTo(text, line);
  if (!match) return [];
  const found = await candidates(desk, of, match);
  const best = bestOf(found, text, line);
  if (best.length === 0) return [];
  const units = await desk.read
    .select({ id: unit.id, seq: unit.seq, kind: unit.kind, label: unit.label, text: unit.text })
    .from(unit)
    .where(
      inArray(
        unit.id,
        best.map((one) => one.unit),
      ),
    );
  const passages = found.map(({ marked }) => sharedIn(marked));
  const tells = telling(passages, text);
  return best.flatMap((one) => {
    const whole = units.find(({ id }) => id === one.unit);
    return whole ? [suggestion(one, whole, tells)] : [];
  });
}

type WholeUnit = Parameters<typeof placeIn>[0] & { seq: number };

function suggestion(of: Candidate, whole: WholeUnit, tells: (stem: string) => number): Suggestion {
  const { evidence: id, number, title, file, marked } = of;
  const { parts, quote } = bestSentence(marked, tells);
  const passageText = textOf(parts);
  const start = Math.max(0, whole.text.indexOf(passageText)) + quote.start;
  const shown = cutParts(parts, quote);
  return {
    evidence: { id, ref: `E${number}`, title },
    file,
    seq: whole.seq,
    start,
    end: start + quote.end - quote.start,
    place: placeIn(whole, start),
    quote: textOf(shown),
    before: cutParts(parts, { start: 0, end: quote.start }),
    parts: shown,
    after: cutParts(parts, { start: quote.end, end: passageText.length }),
  };
}
