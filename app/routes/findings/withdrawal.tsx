/** Withdraws a finding, with a reason. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { findFinding, withdrawFinding } from "#app/models/findings/findings.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

import { WorkspacePage, workspaceLinks, workspaceMeta } from "../lines/workspace.tsx";
import { workspaceOf } from "./workspace-of.server.ts";

export const handle = { scripts: true };
export const links = workspaceLinks;
export const meta = workspaceMeta;

export const loader = workspaceOf("withdraw");

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "finding.write");
  const { id, ref, kind } = await findFinding(desk, inspection, params.id ?? "");
  const fields = await form();
  const version = fields.number("version") ?? 0;
  await withdrawFinding(desk, inspection, id, { reason: fields.value("reason"), version });
  return redirect(paths.line(inspection.code, ref, {}, `add-${kind}`));
});

export default function FindingWithdrawal() {
  const data = useLoaderData<typeof loader>();
  return <WorkspacePage data={data} failed={{ form: "withdraw", state: useActionData<typeof action>() }} />;
}
