/** How someone's words may be used: recorded and changed here. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { recordConsent } from "#app/models/fieldwork/consents.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { titled } from "#app/ui/titled.ts";

import { loadConsent } from "./consent.server.ts";
import { consentLinks, ConsentView } from "./consent-page.tsx";

export const meta = titled("Consent");
export const links = consentLinks;

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.see-inspectorate");
  return { ...(await loadConsent(desk, inspection, params.id ?? "")), done: url.searchParams.get("done") };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "consent.keep");
  const { value, number } = await form();
  const typed = { attribution: value("attribution"), given: value("given"), version: number("version") ?? 0 };
  await recordConsent(desk, inspection, params.id ?? "", typed);
  return redirect(paths.consent(inspection.code, params.id ?? "", { done: "saved" }));
});

export default function Consent() {
  return <ConsentView data={useLoaderData<typeof loader>()} failed={useActionData<typeof action>()} />;
}
