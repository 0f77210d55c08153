/** What moved between two snapshots, and what the record says was done meanwhile: on each line, and elsewhere. */
import { and, eq } from "drizzle-orm";

import { evidence, evidenceLine } from "#db/schema/evidence.ts";
import { line } from "#db/schema/inspections.ts";
import { gap } from "#db/schema/readiness.ts";
import { request, requestLine } from "#db/schema/requests.ts";

import type { RecordedActivity } from "#app/models/audit/activity.server.ts";
import { type Change, tellRuns } from "#app/models/audit/activity.ts";
import { isToldInFeed } from "#app/models/audit/telling.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import { sideOfPart } from "#app/models/inspections/part.ts";
import type { Desk } from "#app/platform/desk.ts";

import { listEventsBetween } from "./activity.server.ts";
import { namesOf } from "./names.ts";
import { compareFigures, type Comparison, type MovedLine } from "./snapshot.ts";
import { findSnapshot, type SnapshotView } from "./snapshots.server.ts";

/** So many entries of the record are read at most: a month of a busy team. */
const ENTRIES = 5000;
/** So many stretches of work are told of one line, and of what belongs to none. */
const TOLD = 5;

export type Told = { runs: Change[]; more: number };

export type ComparisonPage = Omit<Comparison, "moved"> & {
  from: SnapshotView;
  to: SnapshotView;
  moved: (MovedLine & { why: Told })[];
  elsewhere: Told;
  /** Whether more was done between the two than is told here. */
  cut: boolean;
};

/**
 * Compares two snapshots of the reader's own side; either may be "now". They may be given in either order. Throws
 * `NotFound` for one that is not the reader's to see.
 */
export async function compareSnapshots(
  desk: Desk,
  of: Inspection,
  ids: { from: string; to: string },
): Promise<ComparisonPage> {
  const both = [await findSnapshot(desk, of, ids.from), await findSnapshot(desk, of, ids.to)];
  const [from, to] = both.sort((a, b) => (a.at < b.at ? -1 : 1)) as [SnapshotView, SnapshotView];
  const { moved, ...comparison } = compareFigures(sideOfPart(of.part), from.figures, to.figures);
  const events = await listEventsBetween(desk, of, { after: from.at, until: to.at, limit: ENTRIES });
  // What the product does by itself (reading files, looking again for passages) is no reason.
  const done = events.filter(({ who, action }) => who !== null || isToldInFeed(action));
  const { on, elsewhere } = await byLine(desk, of, done);
  const names = namesOf(of.framework);
  const told = (some: RecordedActivity[]): Told => {
    const runs = tellRuns(some, names);
    return { runs: runs.slice(0, TOLD), more: Math.max(0, runs.length - TOLD) };
  };
  return {
    ...comparison,
    ...{ from, to, cut: events.length === ENTRIES },
    moved: moved.map((one) => ({ ...one, why: told(on.get(one.ref) ?? []) })),
    elsewhere: told(elsewhere),
  };
}

const idIn = ({ subject }: RecordedActivity) => subject.slice(subject.indexOf(":") + 1);

async function byLine(desk: Desk, of: Inspection, events: RecordedActivity[]) {
  const refs = await linesBySubject(desk, of, new Set(events.map(({ subject }) => subject.split(":")[0])));
  const on = new Map<string, RecordedActivity[]>();
  const elsewhere: RecordedActivity[] = [];
  for (const one of events) {
    const known = one.subject.startsWith("line:") ? [idIn(one)] : one.line ? [one.line] : refs.get(idIn(one));
    if (!known) elsewhere.push(one);
    for (const ref of known ?? []) on.set(ref, [...(on.get(ref) ?? []), one]);
  }
  return { on, elsewhere };
}

/**
 * By the id of what entries were about, the references of its lines: an assessment is known by its line's own id. Evidence
 * counts on the lines under which the reader's own side files it. Asked only for the kinds of record that are there.
 */
async function linesBySubject(
  desk: Desk,
  of: Inspection,
  nouns: Set<string | undefined>,
): Promise<Map<string, string[]>> {
  const side = sideOfPart(of.part);
  const here = eq(line.inspection, of.id);
  const none = Promise.resolve([] as { id: string; ref: string }[]);
  const rows = [
    await (nouns.has("assessment") ? desk.read.select({ id: line.id, ref: line.ref }).from(line).where(here) : none),
    await (nouns.has("gap")
      ? desk.read.select({ id: gap.id, ref: line.ref }).from(gap).innerJoin(line, eq(line.id, gap.line)).where(here)
      : none),
    await (nouns.has("request")
      ? desk.read
          .select({ id: requestLine.request, ref: line.ref })
          .from(requestLine)
          .innerJoin(request, eq(request.id, requestLine.request))
          .innerJoin(line, eq(line.id, requestLine.line))
          .where(eq(request.inspection, of.id))
      : none),
    await (nouns.has("evidence")
      ? desk.read
          .select({ id: evidenceLine.evidence, ref: line.ref })
          .from(evidenceLine)
          .innerJoin(evidence, eq(evidence.id, evidenceLine.evidence))
          .innerJoin(line, eq(line.id, evidenceLine.line))
          .where(and(eq(evidence.inspection, of.id), eq(evidenceLine.side, side)))
      : none),
  ].flat();
  const found = new Map<string, string[]>();
  for (const { id, ref } of rows) {
    const before = found.get(id) ?? [];
    if (!before.includes(ref)) found.set(id, [...before, ref]);
  }
  return found;
}
