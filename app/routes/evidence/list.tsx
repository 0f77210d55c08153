import { useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { titled } from "#app/ui/titled.ts";
import evidenceStyles from "#app/ui/styles/evidence.css?url";
import styles from "#app/ui/styles/library.css?url";
import selection from "#app/ui/styles/selection.css?url";

import { loadLibrary } from "./library.server.ts";
import { LibraryPage } from "./library-page.tsx";

export const meta = titled("Evidence");
export const links = () => [evidenceStyles, styles, selection].map((href) => ({ rel: "stylesheet", href }));

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.see");
  return loadLibrary(desk, inspection, url);
});

export default function EvidenceList() {
  return <LibraryPage data={useLoaderData<typeof loader>()} />;
}
