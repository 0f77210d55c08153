/** What the checks found, as a file: a row for each thing. */
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { listChecks } from "#app/models/readiness/checks.server.ts";
import { severityTitle } from "#app/models/readiness/checks/check.ts";
import { type Table } from "#app/platform/csv.ts";
import type { Desk } from "#app/platform/desk.ts";

import { placeName, placeText } from "./place-link.tsx";

const header = [
  "Check",
  "Severity",
  "What is wrong",
  "Records",
  "Their words",
  "To mend it",
  "Explained",
  "Explained by",
];

export async function checksTable(desk: Desk, inspection: Inspection): Promise<Table> {
  demand(inspection, "check.see");
  const rows = (await listChecks(desk, inspection)).flatMap(({ name, severity, mend, flags }) =>
    flags.map(({ words, at, explained }) => [
      name,
      severityTitle(severity),
      words,
      at.map(placeName).join("; "),
      at.map(placeText).join(" | "),
      mend,
      explained?.reason ?? null,
      explained?.by ?? null,
    ]),
  );
  return { header: header, rows: rows };
}
