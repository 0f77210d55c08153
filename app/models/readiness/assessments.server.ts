/** The council's assessment of itself, line by line: its own until it submits it. */
import { and, count, eq, isNull } from "drizzle-orm";

import { user } from "#db/schema/accounts.ts";
import { line } from "#db/schema/inspections.ts";
import { gap, selfAssessment } from "#db/schema/readiness.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { levelOf, scaleFor } from "#app/models/ratings/rating.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Stale } from "#app/platform/failure.ts";

import {
  type Assessment,
  assessmentState,
  type AssessmentState,
  blankAssessment,
  readAssessment,
  type TypedAssessment,
} from "./assessment.ts";
import { countOwnEvidence } from "./own-evidence.server.ts";
import { findOwnLine, listOwnLines, type OwnLine } from "./own-lines.server.ts";
import { type Rated, ratedAs } from "./readiness.ts";

/** A line with what the council says of itself on it. */
export type AssessedLine = OwnLine & {
  assessment: Assessment;
  state: AssessmentState;
  /** Its own rating, as it is shown. */
  rated: Rated | null;
  /** Pieces of the council's evidence that it files under the line. */
  evidence: number;
  /** Gaps that are still open. */
  gaps: number;
};

type Row = typeof selfAssessment.$inferSelect;

const assessmentOf = (row: Row | undefined): Assessment => {
  if (!row) return blankAssessment;
  const { know, how, next, level, reason } = row;
  return { know, how, next, level, reason };
};

/** Every assessment that there is, by the id of its line. */
async function rowsOf(db: Db, of: Inspection): Promise<Map<string, Row>> {
  const rows = await db
    .select({ row: selfAssessment })
    .from(selfAssessment)
    .innerJoin(line, eq(line.id, selfAssessment.line))
    .where(eq(line.inspection, of.id));
  return new Map(rows.map(({ row }) => [row.line, row]));
}

async function openGaps(db: Db, of: Inspection): Promise<Map<string, number>> {
  const rows = await db
    .select({ line: gap.line, count: count() })
    .from(gap)
    .where(and(eq(gap.inspection, of.id), isNull(gap.closedAt)))
    .groupBy(gap.line);
  return new Map(rows.map((row) => [row.line, row.count]));
}

/** Every line in the framework's order. Four queries, however many lines there are. */
export async function listAssessedLines(desk: Pick<Desk, "read" | "user">, of: Inspection): Promise<AssessedLine[]> {
  demand(of, "assessment.see");
  const [lines, rows] = [await listOwnLines(desk, of), await rowsOf(desk.read, of)];
  const [evidence, gaps] = [await countOwnEvidence(desk, of), await openGaps(desk.read, of)];
  return lines.map((one) => {
    const assessment = assessmentOf(rows.get(one.id));
    return {
      ...one,
      assessment,
      state: assessmentState(assessment),
      rated: ratedAs(of.framework, "line", one.ref, assessment.level ?? undefined),
      evidence: evidence.get(one.id) ?? 0,
      gaps: gaps.get(one.id) ?? 0,
    };
  });
}

export type AssessmentPage = {
  line: OwnLine;
  assessment: Assessment;
  /** Who changed it last, and when; null while nobody has. */
  changed: { by: string | null; at: string } | null;
  /** 0 while there is none. */
  version: number;
};

/** What is said on one line; throws `NotFound` where the framework has none of this reference. */
export async function findAssessment(desk: Desk, of: Inspection, ref: string): Promise<AssessmentPage> {
  const found = await findOwnLine(desk, of, ref);
  const [row] = await desk.read
    .select({ row: selfAssessment, by: user.name })
    .from(selfAssessment)
    .leftJoin(user, eq(user.id, selfAssessment.changedBy))
    .where(eq(selfAssessment.line, found.id));
  return {
    line: found,
    assessment: assessmentOf(row?.row),
    changed: row ? { by: row.by, at: row.row.changedAt } : null,
    version: row?.row.version ?? 0,
  };
}

/** What is kept of it for the record, with the rating by its name. */
function kept(of: Inspection, ref: string, { know, how, next, level, reason }: Assessment) {
  const scale = scaleFor(of.framework, "line", ref);
  const rating = (scale && levelOf(scale, level)?.label) ?? "";
  return { know, how, next, rating, reason };
}

/**
 * Keeps what the council says on a line, as far as it has come. Throws `Invalid` with a message for each field, and
 * `Stale` with what stands now where a colleague changed it after `version` (0: there was none).
 */
export async function saveAssessment(
  desk: Desk,
  of: Inspection,
  ref: string,
  { version, ...typed }: TypedAssessment & { version: number },
): Promise<void> {
  demand(of, "assessment.write");
  const found = await findOwnLine(desk, of, ref);
  const scale = scaleFor(of.framework, "line", ref);
  if (!scale) throw new NotFound();
  const { assessment, errors } = readAssessment(typed, scale);
  if (errors) throw new Invalid(errors);
  const [changedBy, changedAt] = [desk.user?.id ?? null, desk.now().toISOString()];
  const event = { action: "assessment.save", subject: `assessment:${found.id}`, inspection: of.id };
  await desk.change(event, async (db, keep) => {
    const [now] = await db.select().from(selfAssessment).where(eq(selfAssessment.line, found.id));
    const before = assessmentOf(now);
    if ((now?.version ?? 0) !== version) throw new Stale(kept(of, ref, before), now?.version ?? 0);
    const set = { ...assessment, changedBy, changedAt, version: version + 1 };
    if (now) await db.update(selfAssessment).set(set).where(eq(selfAssessment.line, found.id));
    else await db.insert(selfAssessment).values({ ...set, line: found.id });
    keep(now ? kept(of, ref, before) : null, kept(of, ref, assessment));
  });
}
