/** Lets an excluded person back. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { readmitPerson } from "#app/models/inspections/members.server.ts";
import { paths } from "#app/paths.ts";

import { type loader, MemberPage } from "./member.tsx";

export { loader, meta } from "./member.tsx";

export const action = changing(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "team.manage");
  await readmitPerson(desk, inspection, params.id ?? "");
  return redirect(paths.teamMember(inspection.code, params.id ?? ""));
});

export default function Readmission() {
  return <MemberPage data={useLoaderData<typeof loader>()} failed={useActionData<typeof action>()} />;
}
