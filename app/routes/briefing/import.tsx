import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { listBrought } from "#app/models/briefing/brought.server.ts";
import { bringDeck } from "#app/models/briefing/deck-imports.server.ts";
import { FaultyBriefing } from "#app/models/briefing/given-deck.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { Invalid } from "#app/platform/failure.ts";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import styles from "#app/ui/styles/briefing.css?url";
import { titled } from "#app/ui/titled.ts";

import { ChooseBriefing } from "./choose.tsx";

export const meta = titled("Bring in a deck", "Briefing deck");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "briefing.import");
  return { code: inspection.code, brought: await listBrought(desk, inspection) };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "briefing.import");
  const { files, value, refused } = await form();
  const [file] = files;
  if (refused[0]) throw new Invalid({ file: refused[0].why });
  try {
    const id = await bringDeck(desk, inspection, file ? { file } : { text: value("text"), name: value("name") });
    return redirect(paths.brought(inspection.code, id));
  } catch (error) {
    if (!(error instanceof FaultyBriefing)) throw error;
    const { errors, file: name, typed: text, faults } = error;
    return data({ errors, typed: { text, name }, stale: null, faults }, { status: 422 });
  }
});

export default function ImportBriefing() {
  const { code, brought } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const faults = failed && "faults" in failed ? failed.faults : [];
  return (
    <main id="main" className="wide page">
      <Crumbs steps={[[paths.briefing(code), "Briefing deck"]]} here="Bring in a deck" />
      <ChooseBriefing code={code} failed={failed} faults={faults} brought={brought} />
    </main>
  );
}
