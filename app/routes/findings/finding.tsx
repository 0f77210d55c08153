/** One finding: its address shows it open for editing on its line, and takes the edit. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { editFinding, findFinding } from "#app/models/findings/findings.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

import { WorkspacePage, workspaceLinks, workspaceMeta } from "../lines/workspace.tsx";
import { workspaceOf } from "./workspace-of.server.ts";

export const handle = { scripts: true };
export const links = workspaceLinks;
export const meta = workspaceMeta;

export const loader = workspaceOf("edit");

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "finding.write");
  const { id, ref } = await findFinding(desk, inspection, params.id ?? "");
  const fields = await form();
  await editFinding(desk, inspection, id, {
    text: fields.value("text"),
    note: fields.value("note"),
    recognised: fields.value("recognised") === "1",
    version: fields.number("version") ?? 0,
  });
  return redirect(paths.line(inspection.code, ref, {}, id));
});

export default function Finding() {
  const data = useLoaderData<typeof loader>();
  return <WorkspacePage data={data} failed={{ form: "edit", state: useActionData<typeof action>() }} />;
}
