/** Forgets a file that waits to be named. The others keep what was typed about them. */
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { dropWaiting } from "#app/models/evidence/waiting.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { NotFound } from "#app/platform/failure.ts";

import type { loader } from "./naming.tsx";
import { NamingPage } from "./naming-page.tsx";
import { typedByFile } from "./naming.server.ts";

export { links, loader, meta } from "./naming.tsx";

export const action = changing(async ({ desk, params, form }) => {
  const of = await findInspection(desk, params.code ?? "", "evidence.add");
  const sent = await form();
  await dropWaiting(desk, of, params.id ?? "").catch((error: unknown) => {
    // Gone already: that is what was asked for.
    if (!(error instanceof NotFound)) throw error;
  });
  return data({ errors: {}, typed: typedByFile(sent), stale: null });
});

export default function ArrivalRemoval() {
  return <NamingPage {...useLoaderData<typeof loader>()} failed={useActionData<typeof action>()} added={[]} />;
}
