/** Notes of a visit become evidence, with the consent of whoever spoke; a sentence of one becomes a cited finding. */
import { eq, inArray } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { evidenceFile } from "#db/schema/evidence.ts";
import { consent, questionArea, visitNote } from "#db/schema/fieldwork.ts";

import { admit, type Admitted } from "#app/models/evidence/admission.server.ts";
import { insertEvidence, insertFiles } from "#app/models/evidence/arrivals.server.ts";
import type { Details } from "#app/models/evidence/details.ts";
import { cleanFileName } from "#app/models/evidence/file-kind.ts";
import { cleanText } from "#app/models/evidence/text/clean-text.ts";
import { WHOLE } from "#app/models/evidence/text/gathering.ts";
import { putUnits } from "#app/models/evidence/text/texts.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, Refused } from "#app/platform/failure.ts";

import { asAnswered, checkConsent, type TypedConsent } from "./consents.server.ts";
import { answerInside } from "./enquiries.server.ts";
import type { Attribution } from "./enquiry.ts";
import { listQuestions } from "./guides.server.ts";
import { londonClock } from "./london-time.ts";
import { evidenceKindOf, noteTitle, voiceOf } from "./note.ts";
import { listNotes, type NoteView } from "./notes.server.ts";
import { findVisit, type VisitView } from "./visits.server.ts";

const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "Europe/London",
});

/** Nobody's words: what inspectors saw for themselves. */
export const SEEN = "seen";

type Consent = { attribution: Attribution; given: string } | null;

/** What may be asked of whom: only what was seen, not what was said, needs nobody's consent. */
function consentOf(visit: VisitView, typed: TypedConsent): Consent {
  const observed = evidenceKindOf(visit.kind) === "observation";
  return observed && typed.attribution === SEEN ? null : checkConsent(typed);
}

function detailsOf(visit: VisitView, piece: number, agreed: Consent): Details {
  const kind = evidenceKindOf(visit.kind);
  const met = londonClock(visit.startsAt).day;
  const answers = {
    [kind === "observation" ? "what" : "who"]: visit.whom,
    when: met,
    where: visit.place ?? "",
    attribution: agreed && kind !== "observation" ? asAnswered[agreed.attribution] : "",
  };
  return {
    title: noteTitle(visit, day.format(new Date(visit.startsAt)), piece),
    kind,
    voice: voiceOf(visit),
    asAt: met,
    until: null,
    owner: null,
    department: null,
    sensitivity: "internal",
    reviewBy: null,
    fields: Object.fromEntries(Object.entries(answers).filter(([, value]) => value)),
  };
}

/** The notes under their questions, in the order of the guide. */
function textOf(notes: NoteView[], questions: { id: string; text: string }[]): string {
  const under = (id: string | null) => notes.filter(({ question }) => question === id).map(({ text }) => text);
  const known = new Set(questions.map(({ id }) => id));
  const parts = [
    ...questions.flatMap(({ id, text }) => (under(id).length ? [text, ...under(id)] : [])),
    ...notes.filter(({ question }) => question === null || !known.has(question)).map(({ text }) => text),
  ];
  return cleanText(parts.join("\n\n"));
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

type Made = { visit: VisitView; notes: NoteView[]; details: Details; agreed: Consent; text: string };

/** Writes evidence, its text, the consent and which notes it is, as one: there is no moment in which it has no consent. */
async function insert(db: Db, desk: Desk, of: Inspection, id: string, made: Made, file: Admitted): Promise<void> {
  const { notes, details, agreed, text } = made;
  const ids = notes.map((one) => one.id);
  const rows = await db.select().from(visitNote).where(inArray(visitNote.id, ids));
  const changed = rows.some(
    (row) => row.evidence !== null || row.text !== notes.find((one) => one.id === row.id)?.text,
  );
  if (changed) throw new Refused("Someone changed these notes just now. Read them again, then keep them.");
  await insertEvidence(db, desk, of, id, details);
  await insertFiles(db, desk, { evidence: id, revision: 1 }, [file]);
  const [kept] = await db.select({ id: evidenceFile.id }).from(evidenceFile).where(eq(evidenceFile.evidence, id));
  if (kept) {
    await putUnits(db, { id: kept.id, inspection: of.id }, [{ kind: "section", label: WHOLE, text, hidden: false }]);
    await db.update(evidenceFile).set({ textStatus: "ok", textOrigin: "machine" }).where(eq(evidenceFile.id, kept.id));
  }
  if (agreed) {
    const recorded = { recordedBy: desk.user?.id ?? null, recordedAt: desk.now().toISOString() };
    await db.insert(consent).values({ evidence: id, ...agreed, ...recorded });
  }
  await db.update(visitNote).set({ evidence: id }).where(inArray(visitNote.id, ids));
  await answerAreas(db, rows, desk.now().toISOString());
}

/** The areas that the questions of these notes serve have their answer. */
async function answerAreas(db: Db, notes: { question: string | null }[], at: string): Promise<void> {
  const questions = notes.flatMap(({ question }) => question ?? []);
  const areas = await db
    .selectDistinct({ id: questionArea.finding })
    .from(questionArea)
    .where(inArray(questionArea.question, questions));
  for (const { id } of areas) await answerInside(db, id, at);
}

/**
 * Keeps chosen notes of a visit as one piece of evidence, in words as they stand, with the consent of whoever spoke.
 * Throws `Invalid` where no note was chosen or consent is not stated. Returns the evidence's id.
 */
export async function keepAsEvidence(
  desk: Desk,
  of: Inspection,
  visitId: string,
  { notes: chosen, ...typed }: TypedConsent & { notes: readonly string[] },
): Promise<string> {
  for (const act of ["visit.write", "evidence.add", "consent.keep"] as const) demand(of, act);
  const visit = await findVisit(desk, of, visitId);
  const all = await listNotes(desk, of, visitId);
  const notes = all.filter((one) => one.evidence === null && chosen.includes(one.id));
  if (!notes.length) throw new Invalid({ note: "Choose the notes to keep as evidence" });
  const agreed = consentOf(visit, typed);
  const pieces = new Set(all.flatMap((one) => (one.evidence ? [one.evidence.id] : [])));
  const details = detailsOf(visit, pieces.size + 1, agreed);
  const text = textOf(notes, await listQuestions(desk, of, visitId));
  const arrival = await desk.storage.receive(bytesOf(`${text}\n`), Infinity);
  try {
    const file = await admit(desk, of, { name: cleanFileName(`${details.title}.txt`), arrival });
    await arrival.keep();
    const id = randomUUID();
    const { sha256, size } = arrival;
    const event = { action: "evidence.add", subject: `evidence:${id}`, inspection: of.id, detail: { sha256, size } };
    await desk.change(event, async (db, keep) => {
      await insert(db, desk, of, id, { visit, notes, details, agreed, text }, file);
      keep(null, { title: details.title, notes: notes.length, attribution: agreed?.attribution ?? null });
    });
    return id;
  } finally {
    await arrival.drop();
  }
}
