/** Keeps a person out for a conflict of interest. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { excludePerson } from "#app/models/inspections/members.server.ts";
import { paths } from "#app/paths.ts";

import { type loader, MemberPage } from "./member.tsx";

export { loader, meta } from "./member.tsx";

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "team.manage");
  await excludePerson(desk, inspection, params.id ?? "", (await form()).value("reason"));
  return redirect(paths.teamMember(inspection.code, params.id ?? ""));
});

export default function Exclusion() {
  return <MemberPage data={useLoaderData<typeof loader>()} failed={useActionData<typeof action>()} />;
}
