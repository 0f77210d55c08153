/** What the page of snapshots shows: the charts, and the table of the same figures. */
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { sideOfPart } from "#app/models/inspections/part.ts";
import { burnUp } from "#app/models/readiness/burn-up.ts";
import { chartsOf, sumsOf } from "#app/models/readiness/snapshot.ts";
import { findSnapshot, listSnapshots, type SnapshotView } from "#app/models/readiness/snapshots.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { shortDate, timeOf } from "#app/ui/dates.ts";

import type { Drawn } from "./burn-up-chart.tsx";

/** How a snapshot is called: its name where it has one, its day, and its time unless it is the one of the day. */
export const calledAs = ({ id, at, by, label }: Omit<SnapshotView, "figures">): string => {
  if (id === "now") return `Now, ${timeOf(at)}`;
  const moment = `${shortDate(at)}, ${timeOf(at)}`;
  if (label) return `${label}, ${moment}`;
  return by ? moment : shortDate(at);
};

function sentenceOf(done: [number, number], scope: number, since: string): string {
  const [first, last] = done;
  const moved = last - first;
  const then = moved === 0 ? "as many as" : `${Math.abs(moved)} ${moved > 0 ? "more" : "fewer"} than`;
  return `${last} of ${scope}: ${then} on ${shortDate(since)}.`;
}

function drawn(of: Inspection, all: readonly SnapshotView[]): Drawn[] {
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return [];
  return chartsOf(sideOfPart(of.part)).map(({ key, title, word, scope, done }) => ({
    ...{ key, title, word },
    sentence: sentenceOf([done.value(first.figures), done.value(last.figures)], scope.value(last.figures), first.at),
    drawing: burnUp(all.map(({ at, figures }) => ({ at, scope: scope.value(figures), done: done.value(figures) }))),
  }));
}

export async function loadSnapshots(desk: Desk, of: Inspection) {
  const kept = await listSnapshots(desk, of);
  const now = await findSnapshot(desk, of, "now");
  const all = [...kept, now];
  const side = sideOfPart(of.part);
  const rows = all.map((one) => ({
    id: one.id,
    called: calledAs(one),
    by: one.by,
    sums: sumsOf(side, one.figures),
  }));
  return {
    code: of.code,
    inside: allowed(of, "check.see"),
    mayTake: allowed(of, "snapshot.take"),
    charts: drawn(of, all),
    titles: sumsOf(side, now.figures).map(({ key, title }) => ({ key, title })),
    rows: rows.reverse(),
    last: kept.at(-1)?.id ?? null,
  };
}

export type SnapshotsPage = Awaited<ReturnType<typeof loadSnapshots>>;
