/** Keeps one note, as the script of the notes page sends it: answers with what is kept, so that the device can forget it. */
import { type ActionFunctionArgs, redirect } from "@remix-run/node";

import { changing, reading } from "#app/desk.server.ts";
import { cleanText } from "#app/models/evidence/text/clean-text.ts";
import { keepNote } from "#app/models/fieldwork/notes.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { timeOf } from "#app/ui/dates.ts";

export const loader = reading(async ({ desk, params }) => {
  const { code } = await findInspection(desk, params.code ?? "", "visit.see-inside");
  return redirect(paths.notes(code, params.id ?? ""));
});

const keep = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.write");
  const { value, number } = await form();
  const typed = value("text");
  const kept = await keepNote(desk, inspection, params.id ?? "", {
    id: params.note ?? "",
    question: value("question"),
    text: typed,
    version: number("version") ?? 0,
    at: value("at"),
  });
  // White space that is tidied away is no change: the cursor still stands behind it.
  const text = cleanText(typed) === kept.text ? typed : kept.text;
  return Response.json({ ...kept, text, time: timeOf(kept.at) }, { headers: { "Cache-Control": "no-store" } });
});

/** A route without a page answers for itself: what was not kept must never look as if it was. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const kept = await keep(args);
  return kept instanceof Response ? kept : Response.json(kept.data, kept.init ?? { status: 422 });
}
