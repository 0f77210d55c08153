/** Cites evidence for a finding: what is there already, or a file uploaded on the way. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { citeUpload } from "#app/models/findings/cite-upload.server.ts";
import { findFinding } from "#app/models/findings/findings.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

import { WorkspacePage, workspaceLinks, workspaceMeta } from "../lines/workspace.tsx";
import { workspaceOf } from "./workspace-of.server.ts";

export const handle = { scripts: true };
export const links = workspaceLinks;
export const meta = workspaceMeta;

export const loader = workspaceOf("cite");

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "finding.write");
  const { id, ref } = await findFinding(desk, inspection, params.id ?? "");
  const fields = await form();
  const [evidence, locator, quote] = ["evidence", "locator", "quote"].map(fields.value) as [string, string, string];
  await citeUpload(desk, inspection, id, { evidence, locator, quote }, fields.files);
  return redirect(paths.line(inspection.code, ref, {}, id));
});

export default function FindingCitations() {
  const data = useLoaderData<typeof loader>();
  return <WorkspacePage data={data} failed={{ form: "cite", state: useActionData<typeof action>() }} />;
}
