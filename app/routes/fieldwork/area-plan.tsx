/** Plans how an area to explore is answered; to ask the council, its request is drafted and opened. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { planArea } from "#app/models/fieldwork/plans.server.ts";
import { findFinding } from "#app/models/findings/findings.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { findLine, demandCurrent } from "#app/models/inspections/lines.server.ts";
import { draftFromArea } from "#app/models/requests/drafts.server.ts";
import { paths } from "#app/paths.ts";

import { WorkspacePage, workspaceLinks, workspaceMeta } from "../lines/workspace.tsx";
import { areaWith } from "./area-page.server.ts";

export const handle = { scripts: true };
export const links = workspaceLinks;
export const meta = workspaceMeta;

export const loader = areaWith("plan");

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "enquiry.write");
  const { id, ref } = await findFinding(desk, inspection, params.id ?? "");
  const { value, number } = await form();
  demandCurrent(await findLine(desk, inspection, ref));
  const typed = { how: value("how"), whoWouldKnow: value("whoWouldKnow"), owner: value("owner") };
  await planArea(desk, inspection, id, { ...typed, version: number("version") ?? 0 });
  if (typed.how === "request" && allowed(inspection, "request.write")) {
    return redirect(paths.requestDraft(inspection.code, await draftFromArea(desk, inspection, id)));
  }
  return redirect(paths.line(inspection.code, ref, {}, id));
});

export default function AreaPlan() {
  const data = useLoaderData<typeof loader>();
  return <WorkspacePage data={data} failed={{ form: "area", state: useActionData<typeof action>() }} />;
}
