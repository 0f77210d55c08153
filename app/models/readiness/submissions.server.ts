/** The self-assessment handed to the inspectors: frozen, numbered and hashed. What the council drafts later stays its own. */
import { and, desc, eq, max } from "drizzle-orm";
import { createHash, randomUUID } from "node:crypto";

import { user } from "#db/schema/accounts.ts";
import { submission } from "#db/schema/readiness.ts";

import { appendEvent } from "#app/models/audit/events.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { levelOf, scaleFor } from "#app/models/ratings/rating.ts";
import { putSelfRatings, type SelfRating } from "#app/models/ratings/self-ratings.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused } from "#app/platform/failure.ts";

import { type AssessedLine, listAssessedLines } from "./assessments.server.ts";
import { listGaps } from "./gaps.server.ts";
import { improvementStateTitle } from "./improvement.ts";
import { listImprovements } from "./improvements.server.ts";
import { ownEvidenceByLine } from "./own-evidence.server.ts";
import { type Extras, readSubmission, type Submission, type SubmittedLine, writeSubmission } from "./submission.ts";

const NOTE_LENGTH = 2000;

export type SubmissionView = { number: number; at: string; by: string; note: string; digest: string };

const columns = {
  number: submission.number,
  at: submission.at,
  by: user.name,
  note: submission.note,
  digest: submission.digest,
};

/** Every version that was submitted, the newest first. For both sides. */
export async function listSubmissions(desk: Pick<Desk, "read">, of: Inspection): Promise<SubmissionView[]> {
  demand(of, "submission.see");
  return desk.read
    .select(columns)
    .from(submission)
    .innerJoin(user, eq(user.id, submission.by))
    .where(eq(submission.inspection, of.id))
    .orderBy(desc(submission.number));
}

/** How many there are: for the way there. */
export async function countSubmissions(desk: Pick<Desk, "read">, of: Inspection): Promise<number> {
  demand(of, "submission.see");
  return desk.read.$count(submission, eq(submission.inspection, of.id));
}

/**
 * One version as it was submitted; null in place of its words where they were disposed of. Throws `NotFound` where there is
 * none of this number.
 */
export async function findSubmission(
  desk: Pick<Desk, "read">,
  of: Inspection,
  number: number,
): Promise<SubmissionView & { content: string | null; submission: Submission | null }> {
  demand(of, "submission.see");
  const [row] = await desk.read
    .select({ ...columns, content: submission.content })
    .from(submission)
    .innerJoin(user, eq(user.id, submission.by))
    .where(and(eq(submission.inspection, of.id), eq(submission.number, number)));
  if (!row) throw new NotFound();
  const content = row.content || null;
  return { ...row, content, submission: content === null ? null : readSubmission(content) };
}

function submitted(of: Inspection, line: AssessedLine, evidence: string[]): SubmittedLine {
  const { ref, title, theme, assessment } = line;
  const { know, how, next, level, reason } = assessment;
  const scale = scaleFor(of.framework, "line", ref);
  const rated = scale && levelOf(scale, level);
  const rating = rated ? { level: rated.value, label: rated.label, reason } : null;
  return { ref, title, theme, know, how, next, rating, evidence };
}

type Prepared = { submission: Submission; content: string; digest: string };

/** What would go to the inspectors now. Lines on which nothing is said are not in it. */
async function prepared(desk: Pick<Desk, "read" | "user" | "now">, of: Inspection, extras: Extras): Promise<Prepared> {
  const [lines, evidence] = [await listAssessedLines(desk, of), await ownEvidenceByLine(desk, of)];
  const gaps = extras.gaps ? (await listGaps(desk, of)).filter(({ closed }) => !closed) : null;
  const actions = extras.actions ? (await listImprovements(desk, of)).filter(({ state }) => state !== "dropped") : null;
  const value: Submission = {
    format: "throughline-self-assessment",
    version: 1,
    inspection: of.code,
    council: of.council,
    framework: of.framework.slug,
    lines: lines
      .filter(({ state }) => state !== "not-begun")
      .map((line) => submitted(of, line, evidence.get(line.id) ?? [])),
    gaps: gaps && gaps.map(({ line, text, due }) => ({ line: line.ref, text, due })),
    actions:
      actions &&
      actions.map(({ title, line, state, due, measures }) => ({
        ...{ title, line: line?.ref ?? null, state: improvementStateTitle(state), due },
        measures: measures.map(({ outcome, name, unit, baseline, target, actual, asAt }) => ({
          ...{ outcome, name, unit, baseline, target, actual, asAt },
        })),
      })),
  };
  const content = writeSubmission(value);
  return { submission: value, content, digest: createHash("sha256").update(content).digest("hex") };
}

/** What would go, with the hash by which the manager says that this is what they were shown. As of one moment. */
export async function prepareSubmission(desk: Desk, of: Inspection, extras: Extras): Promise<Prepared> {
  demand(of, "assessment.submit");
  return desk.snapshot((db) => prepared({ ...desk, read: db }, of, extras));
}

async function nextNumber(db: Db, of: Inspection): Promise<number> {
  const [last] = await db
    .select({ number: max(submission.number) })
    .from(submission)
    .where(eq(submission.inspection, of.id));
  return (last?.number ?? 0) + 1;
}

export type TypedSubmission = Extras & { note: string; digest: string };

const CHANGED =
  "Something was changed after you opened this page. Look at what goes to the inspectors, and send it then.";

/**
 * Hands the self-assessment to the inspectors. Throws `Refused` where it is empty, and where it is not what `digest`
 * says that the manager was shown. Returns its number.
 */
export async function submit(desk: Desk, of: Inspection, typed: TypedSubmission): Promise<number> {
  demand(of, "assessment.submit");
  if (!desk.user) throw new NotFound();
  const [by, at, note] = [desk.user.id, desk.now(), typed.note.trim()];
  if (note.length > NOTE_LENGTH) {
    throw new Invalid({ note: `Use ${NOTE_LENGTH} characters or fewer. This has ${note.length}.` });
  }
  const id = randomUUID();
  return desk.change(
    { action: "submission.send", subject: `submission:${id}`, inspection: of.id },
    async (db, keep) => {
      const { submission: value, content, digest } = await prepared({ ...desk, read: db }, of, typed);
      if (!value.lines.length) throw new Refused("There is nothing to submit yet. Assess a line first.");
      if (digest !== typed.digest) throw new Refused(CHANGED);
      const number = await nextNumber(db, of);
      await db
        .insert(submission)
        .values({ id, inspection: of.id, number, content, digest, note, by, at: at.toISOString() });
      const given = { number, ratings: ratingsIn(value), by, at: at.toISOString() };
      // By the product, so that the council is not told what its own rating stood against before.
      await putSelfRatings(db, of, given, (subject, before, after) =>
        appendEvent(db, {
          ...{ action: "rating.compare", subject, inspection: of.id, detail: { rater: "self", submission: number } },
          ...{ at, actor: null, content: { before, after } },
        }),
      );
      keep(null, { version: number, digest });
      return number;
    },
  );
}

const ratingsIn = ({ lines }: Submission): SelfRating[] =>
  lines.flatMap(({ ref, rating }) => (rating ? [{ ref, level: rating.level, reason: rating.reason }] : []));
