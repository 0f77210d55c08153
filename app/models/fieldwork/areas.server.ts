/** The areas to explore of an inspection, for choosing what to ask whom. */
import { and, asc, count, eq, isNull, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";

import { enquiry } from "#db/schema/fieldwork.ts";
import { finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";

import { findingName } from "#app/models/findings/finding.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import type { EnquiryState } from "./enquiry.ts";
import type { Area } from "./guide.ts";

export type AreaRow = Area & { theme: number; line: string; state: EnquiryState; whoWouldKnow: string[] };

/** Every area in use, in the order of the lines. */
export async function listAreas(desk: Pick<Desk, "read">, of: Inspection): Promise<AreaRow[]> {
  demand(of, "enquiry.see");
  const before = alias(finding, "before");
  const place = desk.read
    .select({ place: count() })
    .from(before)
    .where(
      and(
        eq(before.line, finding.line),
        eq(before.kind, "area"),
        isNull(before.withdrawnAt),
        lt(before.position, finding.position),
      ),
    );
  const rows = await desk.read
    .select({
      id: finding.id,
      text: finding.text,
      ref: line.ref,
      line: line.title,
      theme: line.theme,
      state: enquiry.state,
      whoWouldKnow: enquiry.whoWouldKnow,
      place: sql<number>`(${place})`,
    })
    .from(finding)
    .innerJoin(line, eq(line.id, finding.line))
    .leftJoin(enquiry, eq(enquiry.finding, finding.id))
    .where(and(eq(finding.inspection, of.id), eq(finding.kind, "area"), isNull(finding.withdrawnAt)))
    .orderBy(asc(line.position), asc(finding.position));
  return rows.map(({ place: index, state, whoWouldKnow, ...row }) => ({
    ...row,
    state: state ?? "open",
    whoWouldKnow: whoWouldKnow ?? [],
    name: findingName("area", index),
  }));
}
