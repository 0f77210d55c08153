/** What comes with a deck of ours beside its findings, where there is none here: evidence, ratings, what frames them. */
import { and, eq, inArray, isNull, max } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { evidence } from "#db/schema/evidence.ts";
import { inspection } from "#db/schema/inspections.ts";
import { rating } from "#db/schema/ratings.ts";

import { type EvidenceKind, evidenceKinds, evidenceKindTitle, evidenceRanges } from "#app/models/evidence/evidence.ts";
import { visibleEvidence } from "#app/models/evidence/library.server.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import { type RatedSubject, scaleFor } from "#app/models/ratings/rating.ts";
import { whyNotRate } from "#app/models/ratings/sign-offs.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";

import { type Briefing, briefingFrame, type BriefingRating } from "./briefing.ts";
import { nameKey } from "./read/name-key.ts";

const kindOf = (title: string | null): EvidenceKind =>
  evidenceKinds.find((kind) => evidenceKindTitle(kind) === title || kind === title) ?? "document";

/**
 * Evidence by its reference: found by its title or, in a deck that left from this inspection, by its number; else added
 * without a file, as the inspectors' own.
 */
export async function takeEvidence(
  db: Db,
  desk: Desk,
  of: Inspection,
  { list, leftFromHere }: { list: Briefing["evidence"]; leftFromHere: boolean },
): Promise<Map<string, string>> {
  if (!list.length) return new Map();
  const rows = await db
    .select({ id: evidence.id, title: evidence.title, number: evidence.number })
    .from(evidence)
    .where(and(visibleEvidence(of, desk), isNull(evidence.withdrawnAt)));
  const [last] = await db
    .select({ number: max(evidence.number) })
    .from(evidence)
    .where(eq(evidence.inspection, of.id));
  const sources = new Map<string, string>();
  let number = Math.max(evidenceRanges.inspectorate.after, last?.number ?? 0);
  for (const { ref, title, kind, asAt } of list) {
    const known =
      rows.find((row) => nameKey(row.title) === nameKey(title)) ??
      (leftFromHere ? rows.find((row) => `E${row.number}` === ref) : undefined);
    const id = known?.id ?? randomUUID();
    sources.set(ref, id);
    if (known) continue;
    number++;
    await db.insert(evidence).values({
      ...{ id, inspection: of.id, number, title, kind: kindOf(kind), asAt, side: "inspectorate" },
      addedBy: desk.user?.id ?? null,
      addedAt: desk.now().toISOString(),
    });
  }
  return sources;
}

/**
 * Ratings as the person's own, where nobody has rated yet: a deck changes no judgement made here. `given`: by
 * "Judgement 1", "1" for a theme, "1.1" for a line.
 */
export async function takeRatings(
  db: Db,
  desk: Desk,
  of: Inspection,
  given: ReadonlyMap<string, BriefingRating>,
): Promise<void> {
  if (!given.size) return;
  const rows = await db
    .select({ subject: rating.subject, ref: rating.ref })
    .from(rating)
    .where(and(eq(rating.inspection, of.id), inArray(rating.rater, ["inspector", "moderated"])));
  const rated = new Set(rows.map(({ subject, ref }) => `${subject} ${ref}`));
  const [by, ratedAt] = [desk.user?.id ?? null, desk.now().toISOString()];
  const put = async (subject: RatedSubject, ref: string, key = ref) => {
    const { level: label, reason } = given.get(key) ?? {};
    const level = scaleFor(of.framework, subject, ref)?.levels.find((each) => each.label === label)?.value;
    if (level === undefined || reason === undefined || rated.has(`${subject} ${ref}`)) return;
    if (await whyNotRate(db, of, subject, ref)) return;
    const own = { id: randomUUID(), inspection: of.id, subject, ref, slot: by ?? "" };
    await db.insert(rating).values({ ...own, level, reason, ratedBy: by, ratedAt });
  };
  for (const { number, themes } of of.framework.judgements) {
    await put("judgement", String(number), `Judgement ${number}`);
    for (const theme of themes) {
      await put("theme", String(theme.number));
      for (const { ref } of theme.lines) await put("line", ref);
    }
  }
}

/** Team, agenda, context and next stages, each where the inspection has none yet. */
export async function takeFrame(db: Db, of: Inspection, briefing: Briefing): Promise<void> {
  const now = briefingFrame.parse(of.frame);
  const frame = {
    team: now.team.length ? now.team : briefing.team,
    agenda: now.agenda.length ? now.agenda : briefing.agenda,
    context: now.context.length ? now.context : briefing.context,
    nextStages: now.nextStages.length ? now.nextStages : briefing.nextStages,
  };
  if (JSON.stringify(frame) === JSON.stringify(now)) return;
  await db
    .update(inspection)
    .set({ frame, version: of.version + 1 })
    .where(eq(inspection.id, of.id));
}
