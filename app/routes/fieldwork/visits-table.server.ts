/** The timetable: the council those visits that are shared with it, and of them when, where and whom. */
import { visitKindTitle, type VisitState } from "#app/models/fieldwork/visit.ts";
import { listVisits } from "#app/models/fieldwork/visits.server.ts";
import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Table } from "#app/platform/csv.ts";
import type { Desk } from "#app/platform/desk.ts";

const header = ["Kind", "Title", "Whom", "Place", "Begins (UTC)", "Ends (UTC)", "State"];
const inside = ["Shared with the council", "Who goes"];

const states = { planned: "Planned", done: "Done", cancelled: "Called off" } as const satisfies Record<
  VisitState,
  string
>;

export async function visitsTable(desk: Desk, inspection: Inspection): Promise<Table> {
  demand(inspection, "visit.see");
  const all = allowed(inspection, "visit.see-inside");
  const rows = (await listVisits(desk, inspection)).map(
    ({ kind, title, whom, place, startsAt, endsAt, state, shared, visitors }) => [
      ...[visitKindTitle(kind), title, whom, place, startsAt, endsAt, states[state]],
      ...(all ? [shared ? "Yes" : "No", visitors.map(({ name }) => name).join("; ")] : []),
    ],
  );
  return { header: all ? [...header, ...inside] : header, rows };
}
