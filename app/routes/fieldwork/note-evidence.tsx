/** Keeps notes of a visit as evidence: which of them, and what whoever spoke agreed to. */
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { evidenceKindOf, noteTitle } from "#app/models/fieldwork/note.ts";
import { keepAsEvidence, SEEN } from "#app/models/fieldwork/note-evidence.server.ts";
import { listNotes } from "#app/models/fieldwork/notes.server.ts";
import { findVisit } from "#app/models/fieldwork/visits.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { shortDate, timeOf } from "#app/ui/dates.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import { titled } from "#app/ui/titled.ts";

import { ConsentFields } from "./consent-fields.tsx";
import { Crumbs } from "./crumbs.tsx";
import { notesLinks } from "./notes-page.tsx";

export const meta = titled("Keep notes as evidence");
export const links = notesLinks;

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.see-inside");
  const visit = await findVisit(desk, inspection, params.id ?? "");
  const all = await listNotes(desk, inspection, visit.id);
  const kept = new Set(all.flatMap(({ evidence }) => (evidence ? [evidence.id] : [])));
  return {
    code: inspection.code,
    visit: { id: visit.id, title: visit.title },
    title: noteTitle(visit, shortDate(visit.startsAt), kept.size + 1),
    seen: evidenceKindOf(visit.kind) === "observation" ? SEEN : null,
    notes: all
      .filter(({ evidence }) => !evidence)
      .map(({ id, text, by, at }) => ({ id, text, about: `${by}, ${timeOf(at)}` })),
  };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.write");
  const { fields, value } = await form();
  // A field for each, so that none is lost on the way back.
  const notes = [...fields.keys()].flatMap((name) => /^note-(.+)$/.exec(name)?.[1] ?? []);
  const typed = { notes, attribution: value("attribution"), given: value("given") };
  await keepAsEvidence(desk, inspection, params.id ?? "", typed);
  return redirect(paths.notes(inspection.code, params.id ?? "", { done: "kept" }));
});

export default function NoteEvidence() {
  const { code, visit, title, seen, notes } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <main id="main" className="wide page notes-page">
      <Crumbs code={code} visit={visit} />
      <ErrorSummary failed={failed} />
      <h1 className="h1">Keep notes as evidence</h1>
      <p className="lede">It will be called “{title}”. As evidence the notes stay as they are; new ones can follow.</p>
      {notes.length === 0 ? (
        <p>
          All notes of this visit are evidence already, or there are none.{" "}
          <Link to={paths.notes(code, visit.id)}>Back to the notes</Link>
        </p>
      ) : (
        <Form method="post" className="form" noValidate>
          <fieldset className="choices">
            <legend className="legend">Notes</legend>
            {failed?.errors.note && <p className="error">{failed.errors.note}</p>}
            {notes.map(({ id, text, about }, at) => (
              <label key={id} className="choice note-choice">
                <input
                  type="checkbox"
                  id={at === 0 ? "note" : undefined}
                  name={`note-${id}`}
                  value="yes"
                  defaultChecked={failed ? failed.typed[`note-${id}`] === "yes" : true}
                />
                <span>
                  <span className="note-text">{text}</span> <span className="muted small">{about}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <ConsentFields typed={failed?.typed ?? {}} failed={failed} seen={seen} />
          <div className="actions">
            <button className="btn" type="submit">
              Keep as evidence
            </button>
            <Link to={paths.notes(code, visit.id)}>Cancel</Link>
          </div>
        </Form>
      )}
    </main>
  );
}
