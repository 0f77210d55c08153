/** Plans a visit, for an area to explore where the address names one: then its guide asks about it. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { addAreas } from "#app/models/fieldwork/guides.server.ts";
import { findEnquiry } from "#app/models/fieldwork/enquiries.server.ts";
import { findFinding } from "#app/models/findings/findings.server.ts";
import { findInspection, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { addVisit, listVisitors } from "#app/models/fieldwork/visits.server.ts";
import { paths } from "#app/paths.ts";
import type { Desk } from "#app/platform/desk.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/fieldwork.css?url";
import { titled } from "#app/ui/titled.ts";

import { Crumbs } from "./crumbs.tsx";
import { VisitForm, visitFrom } from "./visit-form.tsx";

export const meta = titled("Plan a visit");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

/** The area that the visit is for; null where the address names none. */
async function areaIn(desk: Desk, of: Inspection, url: URL) {
  const id = url.searchParams.get("area");
  if (!id) return null;
  const { whoWouldKnow } = await findEnquiry(desk, of, id);
  const { ref, text } = await findFinding(desk, of, id);
  return { id, ref, text, whom: whoWouldKnow.join(", ") };
}

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.write");
  return {
    code: inspection.code,
    day: inspection.date,
    area: await areaIn(desk, inspection, url),
    visitors: await listVisitors(desk, inspection),
  };
});

export const action = changing(async ({ desk, params, url, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.write");
  const area = await areaIn(desk, inspection, url);
  const { value } = await form();
  const id = await addVisit(desk, inspection, visitFrom(value, await listVisitors(desk, inspection)));
  if (!area) return redirect(paths.visit(inspection.code, id));
  await addAreas(desk, inspection, id, [area.id]);
  return redirect(paths.line(inspection.code, area.ref, {}, area.id));
});

export default function NewVisit() {
  const { code, day, area, visitors } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const first: Record<string, string> = { day, whom: area?.whom ?? "" };
  const typed = visitFrom((name) => failed?.typed[name] ?? first[name] ?? "", visitors);
  return (
    <main id="main" className="wide page">
      <Crumbs code={code} />
      <ErrorSummary failed={failed} />
      <h1 className="h1">Plan a visit</h1>
      {area && (
        <p className="lede">
          It will ask about line {area.ref}: {area.text}
        </p>
      )}
      <VisitForm
        visitors={visitors}
        typed={typed}
        failed={failed}
        send="Put it in the timetable"
        cancel={area ? paths.line(code, area.ref, {}, area.id) : paths.fieldwork(code)}
      />
    </main>
  );
}
