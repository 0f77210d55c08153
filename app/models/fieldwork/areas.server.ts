/** The areas to explore of an inspection, for choosing what to ask whom. */
import { and, asc, eq, isNull } from "drizzle-orm";

import { user } from "#db/schema/accounts.ts";
import { enquiry } from "#db/schema/fieldwork.ts";
import { finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";

import { findingPlace } from "#app/models/audit/activity.server.ts";
import { findingCalled } from "#app/models/findings/finding.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import {
  type EnquiryKind,
  enquiryKindOf,
  type EnquiryOutcome,
  type EnquiryState,
  type Method,
  whoWouldKnow as guessed,
} from "./enquiry.ts";
import type { Area } from "./guide.ts";

export type AreaRow = Area & {
  theme: number;
  line: string;
  kind: EnquiryKind;
  /** As someone said; until then the roles that its words name. */
  whoWouldKnow: string[];
  method: Method | null;
  owner: { id: string; name: string } | null;
  state: EnquiryState;
  outcome: EnquiryOutcome | null;
  /** The id of the strength or weakness that it became. */
  became: string | null;
  /** What was found out, why nobody follows it, or why it was opened again. */
  answer: string | null;
  /** Zero until something is said of it. */
  version: number;
};

const columns = {
  id: finding.id,
  text: finding.text,
  ref: line.ref,
  line: line.title,
  theme: line.theme,
  place: findingPlace,
  kind: enquiry.kind,
  whoWouldKnow: enquiry.whoWouldKnow,
  method: enquiry.method,
  owner: enquiry.owner,
  ownerName: user.name,
  state: enquiry.state,
  outcome: enquiry.outcome,
  became: enquiry.became,
  answer: enquiry.answer,
  version: enquiry.version,
};

/** Every area in use, in the order of the lines, or those of one line. One query. */
export async function listAreas(
  desk: Pick<Desk, "read">,
  of: Inspection,
  on: { line?: string } = {},
): Promise<AreaRow[]> {
  demand(of, "enquiry.see");
  const rows = await desk.read
    .select(columns)
    .from(finding)
    .innerJoin(line, eq(line.id, finding.line))
    .leftJoin(enquiry, eq(enquiry.finding, finding.id))
    .leftJoin(user, eq(user.id, enquiry.owner))
    .where(
      and(
        eq(finding.inspection, of.id),
        eq(finding.kind, "area"),
        isNull(finding.withdrawnAt),
        // A line that a newer edition set aside shows its areas, and they count nowhere else.
        on.line ? eq(line.id, on.line) : isNull(line.withdrawnAt),
      ),
    )
    .orderBy(asc(line.position), asc(finding.position));
  return rows.map(({ place, owner, ownerName, ...row }) => ({
    ...row,
    name: findingCalled("area", place),
    kind: row.kind ?? enquiryKindOf(row.text),
    whoWouldKnow: row.whoWouldKnow?.length ? row.whoWouldKnow : guessed(row.text),
    owner: owner === null ? null : { id: owner, name: ownerName ?? "" },
    state: row.state ?? "open",
    version: row.version ?? 0,
  }));
}
