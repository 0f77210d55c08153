/** Closes an area to explore: into a finding with its evidence, or without one and with a reason. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { closeArea } from "#app/models/fieldwork/closings.server.ts";
import { findFinding } from "#app/models/findings/findings.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { findLine, demandCurrent } from "#app/models/inspections/lines.server.ts";
import { paths } from "#app/paths.ts";

import { WorkspacePage, workspaceLinks, workspaceMeta } from "../lines/workspace.tsx";
import { areaWith } from "./area-page.server.ts";

export const handle = { scripts: true };
export const links = workspaceLinks;
export const meta = workspaceMeta;

export const loader = areaWith("close");

const CITE = "cite-";

/** The evidence that was ticked, and what was chosen besides. */
const citedIn = (fields: ReadonlyMap<string, string>) => {
  const ticked = [...fields].flatMap(([name, value]) =>
    name.startsWith(CITE) && value === "yes" ? [name.slice(CITE.length)] : [],
  );
  return [...new Set([...ticked, fields.get("evidence") ?? ""])]
    .filter(Boolean)
    .map((evidence) => ({ evidence, locator: "", quote: "" }));
};

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "enquiry.write");
  const { id, ref } = await findFinding(desk, inspection, params.id ?? "");
  const { fields, value, number } = await form();
  demandCurrent(await findLine(desk, inspection, ref));
  const [outcome, text, version] = [value("outcome"), value("text"), number("version") ?? 0];
  const became = await closeArea(desk, inspection, id, { outcome, text, version, citations: citedIn(fields) });
  return redirect(paths.line(inspection.code, ref, {}, became ?? id));
});

export default function AreaClosing() {
  const data = useLoaderData<typeof loader>();
  return <WorkspacePage data={data} failed={{ form: "area", state: useActionData<typeof action>() }} />;
}
