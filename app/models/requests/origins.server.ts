/** The areas to explore that a request was raised from: the inspectors' alone to know. */
import { and, asc, eq, isNull } from "drizzle-orm";

import { enquiry } from "#db/schema/fieldwork.ts";
import { finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";
import { requestArea } from "#db/schema/requests.ts";

import { findingPlace } from "#app/models/audit/activity.server.ts";
import type { EnquiryState } from "#app/models/fieldwork/enquiry.ts";
import { findingCalled } from "#app/models/findings/finding.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

export type Origin = { id: string; name: string; ref: string; text: string; state: EnquiryState };

/** The areas of one request that are still in use, in the order of their lines. */
export async function listOrigins(desk: Desk, of: Inspection, requestId: string): Promise<Origin[]> {
  demand(of, "enquiry.see");
  const rows = await desk.read
    .select({ id: finding.id, text: finding.text, ref: line.ref, place: findingPlace, state: enquiry.state })
    .from(requestArea)
    .innerJoin(finding, eq(finding.id, requestArea.finding))
    .innerJoin(line, eq(line.id, finding.line))
    .leftJoin(enquiry, eq(enquiry.finding, finding.id))
    .where(and(eq(requestArea.request, requestId), isNull(finding.withdrawnAt)))
    .orderBy(asc(line.position), asc(finding.position));
  return rows.map(({ place, state, ...row }) => ({
    ...row,
    name: findingCalled("area", place),
    state: state ?? "open",
  }));
}
