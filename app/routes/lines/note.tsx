/** Keeps one's private note on a line. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { keepNote } from "#app/models/findings/notes.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { paths } from "#app/paths.ts";

import type { loader } from "./line.tsx";
import { WorkspacePage } from "./workspace.tsx";

export { handle, links, loader, meta } from "./line.tsx";

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "note.keep");
  const line = await findLine(desk, inspection, params.ref ?? "");
  const fields = await form();
  const draft = { text: fields.value("private"), version: fields.number("version") ?? 0 };
  await keepNote(desk, inspection, line.id, draft);
  return redirect(paths.line(inspection.code, line.ref, {}, "private-note"));
});

export default function LineNote() {
  const data = useLoaderData<typeof loader>();
  return <WorkspacePage data={data} failed={{ form: "note", state: useActionData<typeof action>() }} />;
}
