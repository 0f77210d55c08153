/** What the person may link passages to, and the link that was just made. */
import type { CitingView } from "#app/models/findings/cited.server.ts";
import { listFindings } from "#app/models/findings/findings.server.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { findLine, listLines } from "#app/models/inspections/lines.server.ts";
import { whatToUndo } from "#app/models/ratings/undo.server.ts";
import type { Desk } from "#app/platform/desk.ts";

/** The lines, and the findings of the one that the person reads for; null for those who write no findings. */
export async function linkingOf(desk: Desk, of: Inspection, ref: string) {
  if (!allowed(of, "finding.write")) return null;
  const lines = await listLines(desk, of);
  const line = lines.find((one) => one.ref === ref);
  const findings = line ? await listFindings(desk, of, line.id) : [];
  return {
    lines: lines.map(({ ref: each, label }) => ({ ref: each, label })),
    line: line ? { ref: line.ref, title: line.title } : null,
    findings: findings.map(({ id, name, text, kind }) => ({ id, name, text, kind })),
  };
}

/** "S3 of 1.3", and how to take the link back while that can be done. */
export async function linkedBy(desk: Desk, of: Inspection, citing: readonly CitingView[], citation: string | null) {
  const made = citing.find(({ id }) => id === citation);
  if (!made || !allowed(of, "finding.write")) return null;
  const undo = await whatToUndo(desk, of, await findLine(desk, of, made.ref));
  return { citation: made.id, finding: made.finding, name: made.name, ref: made.ref, undo: undo?.seq ?? null };
}

export type Linked = NonNullable<Awaited<ReturnType<typeof linkedBy>>>;
