/** Closes an area: into a strength or a weakness with the evidence that closed it, or without one and with a reason. */
import { eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { enquiry } from "#db/schema/fieldwork.ts";

import {
  citedPassage,
  type CitationDraft,
  insertCitation,
  recountCitations,
} from "#app/models/findings/citations.server.ts";
import { checkText, findFinding, insertFinding } from "#app/models/findings/findings.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid } from "#app/platform/failure.ts";

import { enquiryOutcomes } from "./enquiry.ts";
import { changeEnquiry } from "./enquiries.server.ts";

export type TypedClosing = {
  outcome: string;
  /** The words of the new finding, or why nothing came of it. */
  text: string;
  /** What the new finding rests on; more can be cited later. */
  citations: CitationDraft[];
  version: number;
};

const from = ["open", "planned", "answered"] as const;

/**
 * Closes an area. A strength or a weakness becomes a finding on the same line, with its citations, in the same change; it
 * needs at least one. Throws `Invalid` with a message for each field. Returns the id of the new finding, or null.
 */
export async function closeArea(desk: Desk, of: Inspection, id: string, typed: TypedClosing): Promise<string | null> {
  demand(of, "enquiry.write");
  const outcome = enquiryOutcomes.find((one) => one === typed.outcome);
  if (!outcome) throw new Invalid({ outcome: "Choose what came of it" });
  if (outcome === "nothing" || outcome === "not-pursued") {
    const answer = typed.text.replace(/\s+/g, " ").trim();
    if (!answer) {
      throw new Invalid({ text: outcome === "nothing" ? "Enter what you looked at" : "Enter why it is not pursued" });
    }
    const set = { state: "closed" as const, outcome, answer: answer.slice(0, 2000) };
    await changeEnquiry(desk, of, id, { action: "enquiry.close", version: typed.version, from, set }, async () => null);
    return null;
  }
  demand(of, "finding.write");
  const text = checkText(outcome, typed.text);
  if (!typed.citations.length) throw new Invalid({ evidence: "Choose the evidence that closed it" });
  const passages: Awaited<ReturnType<typeof citedPassage>>[] = [];
  for (const draft of typed.citations) passages.push(await citedPassage(desk, of, draft));
  const { line } = await findFinding(desk, of, id);
  const became = randomUUID();
  const set = { state: "closed" as const, outcome };
  return changeEnquiry(desk, of, id, { action: "enquiry.close", version: typed.version, from, set }, async (db: Db) => {
    await insertFinding(db, desk, { id: became, inspection: of.id, line, kind: outcome, text });
    for (const passage of passages) await insertCitation(db, desk, became, passage);
    await recountCitations(db, became, line, desk.now().toISOString());
    await db.update(enquiry).set({ became }).where(eq(enquiry.finding, id));
    return became;
  });
}
