/** Moves a line earlier or later within its theme. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { moveLine } from "#app/models/briefing/deck-edits.server.ts";
import { slideOfLine } from "#app/models/briefing/studio.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

import { StudioPage, studioLinks, studioMeta } from "./studio-page.tsx";
import { studioOf } from "./studio-of.server.ts";

export const links = studioLinks;
export const meta = studioMeta;
export const loader = studioOf("deck.write");

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "deck.write");
  const fields = await form();
  const [deck, version] = [params.deck ?? "", fields.number("version") ?? 0];
  const line = fields.value("line");
  await moveLine(desk, inspection, deck, { line, later: fields.value("direction") === "later", version });
  return redirect(paths.deck(inspection.code, deck, await slideOfLine(desk, inspection, deck, line)));
});

export default function StudioOrder() {
  const view = useLoaderData<typeof loader>();
  return <StudioPage view={view} failed={{ form: "order", state: useActionData<typeof action>() }} />;
}
