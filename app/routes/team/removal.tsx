/** Takes a person off the team. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { leaveTeam } from "#app/models/inspections/members.server.ts";
import { paths } from "#app/paths.ts";

import { type loader, MemberPage } from "./member.tsx";

export { loader, meta } from "./member.tsx";

export const action = changing(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "team.manage");
  await leaveTeam(desk, inspection, params.id ?? "");
  return redirect(paths.team(inspection.code));
});

export default function Removal() {
  return <MemberPage data={useLoaderData<typeof loader>()} failed={useActionData<typeof action>()} />;
}
