/**
 * The notes of a visit, for a phone first: a place to type under each question. A script of its own keeps what is typed on
 * the device until it is saved here; without it each note has its button.
 */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { keepNote } from "#app/models/fieldwork/notes.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { titled } from "#app/ui/titled.ts";

import { loadNotes } from "./notes.server.ts";
import { NotesView, notesLinks } from "./notes-page.tsx";

export const meta = titled("Notes");
export const links = notesLinks;

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.see-inside");
  const { searchParams } = url;
  return { ...(await loadNotes(desk, inspection, params.id ?? "")), done: searchParams.get("done") };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.write");
  const { value, number } = await form();
  const question = value("question");
  const sent = { id: value("id"), question, text: value("text"), version: number("version") ?? 0, at: "" };
  await keepNote(desk, inspection, params.id ?? "", sent);
  return redirect(paths.notes(inspection.code, params.id ?? "", {}, question || "anything-else"));
});

export default function Notes() {
  return <NotesView data={useLoaderData<typeof loader>()} failed={useActionData<typeof action>()} />;
}
