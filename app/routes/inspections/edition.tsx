/** The edition of the framework that the inspection follows, and the move to a newer one. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { listCounterparts } from "#app/models/frameworks/editions.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { findUpgrade, upgradeEdition } from "#app/models/inspections/upgrades.server.ts";
import { paths } from "#app/paths.ts";
import { Invalid } from "#app/platform/failure.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import styles from "#app/ui/styles/framework.css?url";
import { titled } from "#app/ui/titled.ts";

import { EditionView } from "./edition-page.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = titled("Framework and edition");

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "edition.see");
  const { code, title, framework } = inspection;
  const upgrade = await findUpgrade(desk, inspection, url.searchParams.get("to") ?? undefined);
  return {
    code,
    inspection: title,
    slug: framework.slug,
    mayUpgrade: allowed(inspection, "edition.upgrade"),
    counterparts: await listCounterparts(desk, framework),
    ...upgrade,
  };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "edition.upgrade");
  const typed = await form();
  const [from, to] = [typed.value("from"), typed.value("to")];
  if (!from || !to) throw new Invalid({ form: "Choose the edition to move to" });
  await upgradeEdition(desk, inspection, { from, to });
  return redirect(paths.edition(inspection.code));
});

export type EditionData = Awaited<ReturnType<typeof loader>>;

export default function Edition() {
  const data = useLoaderData<typeof loader>() as EditionData;
  const failed = useActionData<typeof action>();
  return (
    <main id="main" className="wide page">
      <Crumbs steps={[[paths.inspection(data.code), data.inspection]]} />
      <EditionView data={data} failed={failed} />
    </main>
  );
}
