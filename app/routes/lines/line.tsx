import { useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";

import { loadWorkspace } from "./workspace.server.ts";
import { WorkspacePage, workspaceLinks, workspaceMeta } from "./workspace.tsx";

export const handle = { scripts: true };
export const links = workspaceLinks;
export const meta = workspaceMeta;

const panels = ["reader", "linked", "suggested"] as const;

/** What stands beside the findings, as the address says it. */
function panelIn({ searchParams }: URL) {
  const number = (name: string) =>
    /^\d{1,9}$/.test(searchParams.get(name) ?? "") ? Number(searchParams.get(name)) : undefined;
  return {
    panel: panels.find((one) => one === searchParams.get("panel")),
    finding: searchParams.get("finding") ?? undefined,
    doc: searchParams.get("doc") ?? undefined,
    part: number("part"),
    at: number("at"),
  };
}

export const loader = reading(async ({ desk, services, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "finding.see");
  const view = (name: string) => url.searchParams.get(name) ?? undefined;
  return loadWorkspace({ desk, services }, inspection, params.ref ?? "", {
    edit: view("edit"),
    cite: view("cite"),
    withdraw: view("withdraw"),
    added: view("added"),
    plan: view("plan"),
    answer: view("answer"),
    close: view("close"),
    reopen: view("reopen"),
    ...panelIn(url),
  });
});

export default function Line() {
  return <WorkspacePage data={useLoaderData<typeof loader>()} />;
}
