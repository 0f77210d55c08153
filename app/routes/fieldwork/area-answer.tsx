/** Notes what was found out about an area to explore. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { answerArea } from "#app/models/fieldwork/enquiries.server.ts";
import { findFinding } from "#app/models/findings/findings.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { findLine, demandCurrent } from "#app/models/inspections/lines.server.ts";
import { paths } from "#app/paths.ts";

import { WorkspacePage, workspaceLinks, workspaceMeta } from "../lines/workspace.tsx";
import { areaWith } from "./area-page.server.ts";

export const handle = { scripts: true };
export const links = workspaceLinks;
export const meta = workspaceMeta;

export const loader = areaWith("answer");

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "enquiry.write");
  const { id, ref } = await findFinding(desk, inspection, params.id ?? "");
  const { value, number } = await form();
  demandCurrent(await findLine(desk, inspection, ref));
  await answerArea(desk, inspection, id, { answer: value("answer"), version: number("version") ?? 0 });
  return redirect(paths.line(inspection.code, ref, {}, id));
});

export default function AreaAnswer() {
  const data = useLoaderData<typeof loader>();
  return <WorkspacePage data={data} failed={{ form: "area", state: useActionData<typeof action>() }} />;
}
