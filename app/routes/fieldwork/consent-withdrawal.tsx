/** Takes someone's words out of everything, on their wish. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { withdrawConsent } from "#app/models/fieldwork/consent-withdrawals.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

import type { loader } from "./consent.tsx";
import { ConsentView } from "./consent-page.tsx";

export { links, loader, meta } from "./consent.tsx";

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "consent.keep");
  const { value, number } = await form();
  const why = { reason: value("reason"), version: number("version") ?? 0 };
  await withdrawConsent(desk, inspection, params.id ?? "", why);
  return redirect(paths.consent(inspection.code, params.id ?? ""));
});

export default function ConsentWithdrawal() {
  return <ConsentView data={useLoaderData<typeof loader>()} withdraw={useActionData<typeof action>()} />;
}
