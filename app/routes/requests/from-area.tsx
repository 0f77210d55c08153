/** Raises a request from an area to explore: one click, and its draft is there to read. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findFinding } from "#app/models/findings/findings.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { draftFromArea } from "#app/models/requests/drafts.server.ts";
import { paths } from "#app/paths.ts";

import { loadWorkspace } from "../lines/workspace.server.ts";
import { WorkspacePage, workspaceLinks, workspaceMeta } from "../lines/workspace.tsx";

export const handle = { scripts: true };
export const links = workspaceLinks;
export const meta = workspaceMeta;

export const loader = reading(async ({ desk, services, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "request.see-inside");
  const { ref } = await findFinding(desk, inspection, params.id ?? "");
  return loadWorkspace({ desk, services }, inspection, ref, {});
});

export const action = changing(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "request.write");
  const id = await draftFromArea(desk, inspection, params.id ?? "");
  return redirect(paths.requestDraft(inspection.code, id));
});

export default function FromArea() {
  const data = useLoaderData<typeof loader>();
  return <WorkspacePage data={data} failed={{ form: "area", state: useActionData<typeof action>() }} />;
}
