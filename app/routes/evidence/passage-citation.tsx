/** Links a passage of evidence to a finding: likely ones to choose from, the link itself, and what was wrong with it. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { listCiting } from "#app/models/findings/cited.server.ts";
import { likelyFindings } from "#app/models/findings/likely-findings.server.ts";
import { linkPassage } from "#app/models/findings/passage-links.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

import { linkedBy } from "./linking.server.ts";
import { draftIn, targetIn } from "./link-form.ts";
import { loadReader } from "./reader.server.ts";
import { readerLinks, readerMeta, TextPage } from "./reader-page.tsx";

export const handle = { scripts: true };
export const links = readerLinks;
export const meta = readerMeta;

/** What stands on this page changes with its address; a link made in the box asks for nothing here anew. */
export const shouldRevalidate = ({ currentUrl, nextUrl }: { currentUrl: URL; nextUrl: URL }) =>
  currentUrl.href !== nextUrl.href;

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "finding.write");
  const id = params.id ?? "";
  const value = (name: string) => url.searchParams.get(name) ?? "";
  if (!url.searchParams.has("words")) return { reader: await loadReader(desk, inspection, id, url), likely: null };
  const asked = { words: value("words"), line: value("line"), typed: value("q") };
  return { reader: null, likely: await likelyFindings(desk, inspection, asked) };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "finding.write");
  const id = params.id ?? "";
  const fields = await form();
  const made = await linkPassage(desk, inspection, targetIn(fields.value), draftIn(id, fields.value));
  const citing = await listCiting(desk, inspection, id);
  // The link box stays where it is; a form goes back to the page that it was sent from, at the passage.
  if (fields.value("stay")) return { linked: await linkedBy(desk, inspection, citing, made.citation) };
  const place = citing.find((one) => one.id === made.citation)?.place ?? {};
  const view = { ...place, line: fields.value("line"), linked: made.citation };
  return redirect(paths.evidenceText(inspection.code, id, view, `c-${made.citation}`));
});

export default function PassageCitation() {
  const { reader } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return reader && <TextPage data={reader} failed={failed && "errors" in failed ? failed : undefined} />;
}
