/** How a line is laid out. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { layouts } from "#app/models/briefing/choices.ts";
import { sectionKeys } from "#app/models/briefing/chosen.ts";
import { layOut } from "#app/models/briefing/deck-edits.server.ts";
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
  const layout = layouts.find((one) => one === fields.value("layout")) ?? "one";
  const headlines = Object.fromEntries(
    sectionKeys.map((key) => [key, fields.value(key).replace(/\r\n?/g, "\n").trim()]).filter(([, words]) => words),
  );
  await layOut(desk, inspection, deck, { line: fields.value("line"), layout, headlines, version });
  return redirect(paths.deck(inspection.code, deck, slideOf(url)));
});

export default function StudioLayout() {
  const view = useLoaderData<typeof loader>();
  return <StudioPage view={view} failed={{ form: "layout", state: useActionData<typeof action>() }} />;
}
