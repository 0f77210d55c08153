/** The snapshots of the reader's own side, a row each. */
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import { sideOfPart } from "#app/models/inspections/part.ts";
import { sumsOf } from "#app/models/readiness/snapshot.ts";
import { listSnapshots } from "#app/models/readiness/snapshots.server.ts";
import type { Table } from "#app/platform/csv.ts";
import type { Desk } from "#app/platform/desk.ts";

export async function snapshotsTable(desk: Desk, of: Inspection): Promise<Table> {
  const side = sideOfPart(of.part);
  const all = await listSnapshots(desk, of);
  const titles = sumsOf(side, { lines: [], requests: {}, overall: [] }).map(({ title }) => title);
  const rows = all.map(({ at, label, by, figures }) => [
    ...[at, label, by ?? "Throughline"],
    ...sumsOf(side, figures).map(({ value }) => value),
  ]);
  return { header: ["Taken (UTC)", "Name", "Taken by", ...titles], rows };
}
