/** What the slides show beside the findings. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { showOnSlides } from "#app/models/briefing/deck-edits.server.ts";
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
  const on = new Set(fields.all("show"));
  const show = {
    sources: on.has("sources"),
    numbers: on.has("numbers"),
    ratings: on.has("ratings"),
    marks: on.has("marks"),
  };
  await showOnSlides(desk, inspection, deck, { show, version });
  return redirect(paths.deck(inspection.code, deck, slideOf(url)));
});

export default function StudioDisplay() {
  const view = useLoaderData<typeof loader>();
  return <StudioPage view={view} failed={{ form: "display", state: useActionData<typeof action>() }} />;
}
