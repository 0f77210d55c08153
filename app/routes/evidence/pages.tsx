/** A document as it looks, page by page; what a browser cannot show so is read as text. */
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

import { loadReader } from "./reader.server.ts";
import { PicturePage, readerLinks, readerMeta } from "./reader-page.tsx";

export const handle = { scripts: true };
export const links = readerLinks;
export const meta = readerMeta;

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.see");
  const id = params.id ?? "";
  const data = await loadReader(desk, inspection, id, url, { single: true });
  if (!data.file.preview) throw redirect(paths.evidenceText(inspection.code, id, { file: data.file.id }));
  return data;
});

export default function EvidencePages() {
  return <PicturePage data={useLoaderData<typeof loader>()} />;
}
