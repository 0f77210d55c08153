/** Who takes part, as far as the reader may know. */
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { listTeam } from "#app/models/inspections/members.server.ts";
import { partTitle } from "#app/models/inspections/part.ts";
import type { Table } from "#app/platform/csv.ts";
import type { Desk } from "#app/platform/desk.ts";

export async function teamTable(desk: Desk, of: Inspection): Promise<Table> {
  demand(of, "team.see");
  const rows = (await listTeam(desk, of)).map(({ name, part, organisation }) => [name, partTitle(part), organisation]);
  return { header: ["Name", "Part", "Organisation"], rows };
}
