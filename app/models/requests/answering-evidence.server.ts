/** The evidence that answers an area to explore: what came for its requests, and what was noted when it was asked. */
import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";

import { evidence } from "#db/schema/evidence.ts";
import { questionArea, visitNote } from "#db/schema/fieldwork.ts";
import { citation } from "#db/schema/findings.ts";
import { answer, answerEvidence, requestArea } from "#db/schema/requests.ts";

import { visibleEvidence } from "#app/models/evidence/library.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

export type Answering = { id: string; name: string };

/**
 * Evidence in use that was sent in answer to the area's requests, is the document that an answer points to, was made of
 * notes on the area, or is cited by the area itself. One query; for inspectors.
 */
export async function listAnsweringEvidence(desk: Desk, of: Inspection, area: string): Promise<Answering[]> {
  demand(of, "enquiry.see");
  const { read } = desk;
  const asked = read.select({ id: requestArea.request }).from(requestArea).where(eq(requestArea.finding, area));
  const answers = and(inArray(answer.request, asked), eq(answer.state, "sent"));
  const sent = read
    .select({ id: answerEvidence.evidence })
    .from(answerEvidence)
    .innerJoin(answer, eq(answer.id, answerEvidence.answer))
    .where(answers);
  const named = read.select({ id: answer.document }).from(answer).where(answers);
  const noted = read
    .select({ id: visitNote.evidence })
    .from(visitNote)
    .innerJoin(questionArea, eq(questionArea.question, visitNote.question))
    .where(eq(questionArea.finding, area));
  const cited = read
    .select({ id: citation.evidence })
    .from(citation)
    .where(and(eq(citation.finding, area), isNull(citation.withdrawnAt)));
  const rows = await read
    .select({ id: evidence.id, number: evidence.number, title: evidence.title })
    .from(evidence)
    .where(
      and(
        visibleEvidence(of, desk),
        isNull(evidence.withdrawnAt),
        or(...[sent, named, noted, cited].map((those) => inArray(evidence.id, those))),
      ),
    )
    .orderBy(asc(evidence.number));
  return rows.map(({ id, number, title }) => ({ id, name: `E${number} ${title}` }));
}
