/** Two snapshots as an address names them: the last one and now, unless it says otherwise. */
import { type Inspection } from "#app/models/inspections/inspections.server.ts";
import { compareSnapshots, type ComparisonPage } from "#app/models/readiness/snapshot-reasons.server.ts";
import { listSnapshots } from "#app/models/readiness/snapshots.server.ts";
import type { Asked, Table } from "#app/platform/csv.ts";
import type { Desk } from "#app/platform/desk.ts";

/** Throws `NotFound` for a snapshot that is not the reader's to see. */
export async function comparisonOf(desk: Desk, of: Inspection, { searchParams }: Asked): Promise<ComparisonPage> {
  const last = (await listSnapshots(desk, of)).at(-1)?.id ?? "now";
  return compareSnapshots(desk, of, { from: searchParams.get("from") || last, to: searchParams.get("to") || "now" });
}

const header = ["Line", "Title", "What moved", "Earlier", "Later", "What was done"];

/** A row for each thing that moved on each line. */
export async function comparisonTable(desk: Desk, of: Inspection, asked: Asked): Promise<Table> {
  const { moved, overall } = await comparisonOf(desk, of, asked);
  const rows = moved.flatMap(({ ref, title, came, state, rating, counts, why }) => {
    const done = why.runs
      .map(({ who, before, thing, after }) => `${who} ${before}${thing?.title ?? ""}${after}`)
      .join("; ");
    const changes: [what: string, from: string | number | null, to: string | number | null][] = [
      ...(came === null
        ? []
        : [
            ["Line of the framework", came ? "Not there" : "There", came ? "There" : "Not there"] as [
              string,
              string,
              string,
            ],
          ]),
      ...(state ? [["State", state.from, state.to] as [string, string, string]] : []),
      ...(rating ? [["Rating", rating.from.words, rating.to.words] as [string, string, string]] : []),
      ...counts.map((one) => [one.title, one.from, one.to] as [string, number, number]),
    ];
    return changes.map((change) => [ref, title, ...change, done]);
  });
  const whole = overall.map(({ title, from, to }) => [null, title, "Rating", from.words, to.words, null]);
  return { header, rows: [...rows, ...whole] };
}
