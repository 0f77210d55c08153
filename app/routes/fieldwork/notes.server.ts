/** What the page of notes shows: the questions of the visit with what was noted under each. */
import { randomUUID } from "node:crypto";

import { listQuestions } from "#app/models/fieldwork/guides.server.ts";
import { listNotes, type NoteView } from "#app/models/fieldwork/notes.server.ts";
import { visitKindTitle } from "#app/models/fieldwork/visit.ts";
import { findVisit } from "#app/models/fieldwork/visits.server.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { longDate, timeOf } from "#app/ui/dates.ts";

const shown = ({ id, text, by, at, version, evidence }: NoteView) => ({
  id,
  text,
  by,
  version,
  evidence,
  time: timeOf(at),
});

/** Notes of one's own that are no evidence yet are to be written on; all others are to be read. */
function placed(notes: NoteView[], mayWrite: boolean) {
  const open = mayWrite ? notes.filter(({ mine, evidence }) => mine && !evidence) : [];
  const read = notes.filter((note) => !open.includes(note));
  // Each page offers a new id: what is typed on it twice is kept once.
  const blank = { id: randomUUID(), text: "", version: 0, time: "" };
  const own = open.map(({ id, text, version, at }) => ({ id, text, version, time: timeOf(at) }));
  return { read: read.map(shown), own: mayWrite && !own.length ? [blank] : own };
}

/** Throws `NotFound` unless the person may see the visit from inside. */
export async function loadNotes(desk: Desk, of: Inspection, id: string) {
  const visit = await findVisit(desk, of, id);
  const notes = await listNotes(desk, of, id);
  const questions = await listQuestions(desk, of, id);
  const known = new Set(questions.map((one) => one.id));
  const mayWrite = allowed(of, "visit.write");
  const { title, kind, whom, place, startsAt, endsAt } = visit;
  const when = `${longDate(startsAt)}, ${timeOf(startsAt)} to ${timeOf(endsAt)}`;
  return {
    code: of.code,
    inspection: of.title,
    person: desk.user?.id ?? "",
    visit: { id, title, kind: visitKindTitle(kind), whom },
    when: [when, place].filter(Boolean).join(". "),
    sections: [
      ...questions.map((question, at) => ({
        id: question.id,
        name: `Question ${at + 1}`,
        text: question.text,
        about: question.areas.map(({ ref, name }) => `${ref} ${name}`).join(", "),
        ...placed(
          notes.filter((note) => note.question === question.id),
          mayWrite,
        ),
      })),
      {
        id: "",
        name: "Anything else",
        text: "",
        about: "",
        ...placed(
          notes.filter(({ question }) => question === null || !known.has(question)),
          mayWrite,
        ),
      },
    ],
    waiting: notes.filter(({ evidence }) => !evidence).length,
    mayWrite,
    mayFind: allowed(of, "finding.write"),
  };
}

export type NotesPage = Awaited<ReturnType<typeof loadNotes>>;
