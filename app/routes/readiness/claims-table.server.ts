/** The claims as a file: those that the page shows. */
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { narrowClaims, readClaimQuery } from "#app/models/readiness/claims/claim-row.ts";
import { listClaims } from "#app/models/readiness/material-views.server.ts";
import { type Asked, type Table } from "#app/platform/csv.ts";
import type { Desk } from "#app/platform/desk.ts";

const header = [
  "Line",
  "Finding",
  "Value",
  "Of",
  "Comparator",
  "Unit",
  "Unit is",
  "As at",
  "Words",
  "Sources",
  "Look at it because",
  "Text of the finding",
];
const flags = { unsourced: "Nothing is cited", changed: "The source has changed" } as const;

export async function claimsTable(desk: Desk, inspection: Inspection, asked: Asked): Promise<Table> {
  demand(inspection, "check.see");
  const rows = narrowClaims(await listClaims(desk, inspection), readClaimQuery(asked.searchParams)).map((row) => [
    row.finding.ref,
    row.finding.name,
    row.value,
    row.of,
    row.comparator,
    row.unit,
    row.unitSource,
    row.asOf?.words ?? null,
    row.words,
    row.sources.map(({ ref, title, locator }) => [ref, title, locator].filter(Boolean).join(", ")).join("; "),
    row.flag && flags[row.flag],
    row.finding.text,
  ]);
  return { header: header, rows: rows };
}
