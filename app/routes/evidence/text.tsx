/** The text of a file, page by page, with what findings cite of it: the same for phones, screen readers and plain browsers. */
import { useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";

import { loadReader } from "./reader.server.ts";
import { readerLinks, readerMeta, TextPage } from "./reader-page.tsx";

export const handle = { scripts: true };
export const links = readerLinks;
export const meta = readerMeta;

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.see");
  return loadReader(desk, inspection, params.id ?? "", url);
});

export default function EvidenceText() {
  return <TextPage data={useLoaderData<typeof loader>()} failed={undefined} />;
}
