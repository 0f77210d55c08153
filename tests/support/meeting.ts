/** A meeting in the timetable with one question, through the real commands. */
import { randomUUID } from "node:crypto";

import { addQuestion, listQuestions } from "#app/models/fieldwork/guides.server.ts";
import { keepNote } from "#app/models/fieldwork/notes.server.ts";
import { addVisit } from "#app/models/fieldwork/visits.server.ts";

import { inspectionOf, type Team } from "./fresh.ts";

/** An interview of the accountable officer that is shared with the council, and its one question. */
export async function meeting({ lead }: Pick<Team, "lead">) {
  const of = await inspectionOf(lead);
  const visit = await addVisit(lead, of, {
    kind: "interview",
    title: "",
    whom: "Accountable officer",
    place: "Room 2",
    day: "2026-12-15",
    from: "9:30",
    to: "10:30",
    visitors: [],
    shared: true,
  });
  await addQuestion(lead, of, visit, { text: "How are absences followed up?", minutes: "5" });
  const [asked] = await listQuestions(lead, of, visit);
  const question = asked?.id ?? "";
  /** Notes a text under the question; returns the note's id. */
  const note = async (text: string) =>
    (await keepNote(lead, of, visit, { id: randomUUID(), question, text, version: 0, at: "" })).id;
  return { of, visit, question, note };
}
