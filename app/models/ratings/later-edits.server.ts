/** Findings that changed after their theme was signed off: the sign-off stands, and is seen to be older. */
import { and, asc, eq, isNull, sql } from "drizzle-orm";

import { citation, finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";
import { signOff } from "#db/schema/ratings.ts";

import { findingPlace } from "#app/models/audit/activity.server.ts";
import { findingCalled } from "#app/models/findings/finding.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { listSignOffs } from "./sign-offs.server.ts";

export type LaterEdit = {
  theme: number;
  /** The line's. */
  ref: string;
  finding: string;
  /** "S3", or "a strength" once it is withdrawn. */
  name: string;
  what: "added" | "edited" | "withdrawn" | "cited anew";
  at: string;
};

const lastCited = sql<string>`coalesce(max(max(${citation.addedAt}, coalesce(${citation.withdrawnAt}, ''))), '')`;
const lastTouched = sql<string>`max(${finding.changedAt}, coalesce(${finding.withdrawnAt}, ''), ${lastCited})`;

/** What changed in themes that are signed off, in the order of the lines. One query, whatever the size of the themes. */
export async function listLaterEdits(desk: Pick<Desk, "read">, of: Inspection): Promise<LaterEdit[]> {
  demand(of, "moderation.see");
  const rows = await desk.read
    .select({
      row: finding,
      place: findingPlace,
      ref: line.ref,
      theme: line.theme,
      signedAt: signOff.signedAt,
      at: lastTouched,
    })
    .from(signOff)
    .innerJoin(line, and(eq(line.inspection, signOff.inspection), eq(line.theme, signOff.theme)))
    .innerJoin(finding, eq(finding.line, line.id))
    .leftJoin(citation, eq(citation.finding, finding.id))
    .where(and(eq(signOff.inspection, of.id), isNull(signOff.reopenedAt), isNull(line.withdrawnAt)))
    .groupBy(finding.id)
    .having(sql`${lastTouched} > ${signOff.signedAt}`)
    .orderBy(asc(line.position), asc(finding.kind), asc(finding.position));
  return rows.map(({ row, place, ref, theme, signedAt, at }) => {
    const changed = row.changedAt > signedAt ? "edited" : "cited anew";
    const what = row.withdrawnAt ? "withdrawn" : row.addedAt > signedAt ? "added" : changed;
    return { theme, ref, finding: row.id, name: findingCalled(row.kind, place), what, at };
  });
}

/** The sign-off that stands on a theme, with how many of its findings changed since; null where it is open. */
export async function findThemeSignOff(
  desk: Pick<Desk, "read">,
  of: Inspection,
  theme: number,
): Promise<{ by: string; at: string; edits: number } | null> {
  const standing = (await listSignOffs(desk, of)).find((one) => one.theme === theme && !one.reopened);
  if (!standing) return null;
  const edits = (await listLaterEdits(desk, of)).filter((one) => one.theme === theme).length;
  return { by: standing.by, at: standing.at, edits };
}
