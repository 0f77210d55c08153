/** Takes the inspection back to the edition before. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { undoUpgrade } from "#app/models/inspections/upgrades.server.ts";
import { paths } from "#app/paths.ts";

import type { EditionData, loader } from "./edition.tsx";
import { EditionView } from "./edition-page.tsx";

export { links, loader, meta } from "./edition.tsx";

export const action = changing(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "edition.upgrade");
  await undoUpgrade(desk, inspection);
  return redirect(paths.edition(inspection.code));
});

export default function EditionUndo() {
  const data = useLoaderData<typeof loader>() as EditionData;
  return (
    <main id="main" className="wide page">
      <EditionView data={data} failed={useActionData<typeof action>()} />
    </main>
  );
}
