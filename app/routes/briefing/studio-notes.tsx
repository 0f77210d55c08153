/** What the speaker wants to remember at a slide. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { writeNotes } from "#app/models/briefing/deck-edits.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

import { StudioPage, studioLinks, studioMeta } from "./studio-page.tsx";
import { slideOf, studioOf } from "./studio-of.server.ts";

export const links = studioLinks;
export const meta = studioMeta;
export const loader = studioOf("deck.write");

export const action = changing(async ({ desk, params, url, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "deck.write");
  const fields = await form();
  const [deck, version] = [params.deck ?? "", fields.number("version") ?? 0];
  await writeNotes(desk, inspection, deck, { slide: fields.value("slide"), text: fields.value("text"), version });
  return redirect(paths.deck(inspection.code, deck, slideOf(url)));
});

export default function StudioNotes() {
  const view = useLoaderData<typeof loader>();
  return <StudioPage view={view} failed={{ form: "notes", state: useActionData<typeof action>() }} />;
}
