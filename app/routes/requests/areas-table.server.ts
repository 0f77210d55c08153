/** The areas to explore as a file: those that the address asks for. */
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { readAreaQuery } from "#app/models/requests/area-query.ts";
import { type Asked, type Table } from "#app/platform/csv.ts";
import type { Desk } from "#app/platform/desk.ts";

import { listAreaRows } from "./areas.server.ts";

const header = [
  "Line",
  "Title of the line",
  "Area",
  "Text",
  "Kind",
  "Who would know",
  "Method",
  "Who sees to it",
  "State",
  "Followed by nobody",
  "Plans",
  "Outcome",
  "Answer or reason",
];

export async function areasTable(desk: Desk, inspection: Inspection, asked: Asked): Promise<Table> {
  demand(inspection, "enquiry.see");
  const areas = await listAreaRows(desk, inspection, readAreaQuery(asked.searchParams));
  const rows = areas.map((one) => [
    one.ref,
    one.line,
    one.name,
    one.text,
    one.kind,
    one.who.join("; "),
    one.method,
    one.owner,
    one.state,
    one.orphaned ? "yes" : "no",
    one.plans.map(({ title, detail }) => `${title}, ${detail}`).join("; "),
    one.outcome,
    one.answer,
  ]);
  return { header: header, rows: rows };
}
