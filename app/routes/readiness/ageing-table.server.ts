/** How evidence ages, as a file: what the reader may see. */
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { listAgeing } from "#app/models/readiness/material-views.server.ts";
import { type Table } from "#app/platform/csv.ts";
import type { Desk } from "#app/platform/desk.ts";

const header = ["Reference", "Title", "Kind", "Speaks of", "In date until", "Because of", "On the day of the visit"];
const because = { review: "The day set for looking at it again", age: "Its kind" } as const;

export async function ageingTable(desk: Desk, inspection: Inspection): Promise<Table> {
  demand(inspection, "evidence.see");
  const rows = (await listAgeing(desk, inspection)).map(({ ref, title, kindTitle, asAt, turn, stale }) => [
    ref,
    title,
    kindTitle,
    asAt,
    turn?.day ?? null,
    turn && because[turn.by],
    stale ? "Out of date" : "In date",
  ]);
  return { header: header, rows: rows };
}
