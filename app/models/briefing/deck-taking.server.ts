/** Takes what was decided of a deck into the inspection: new findings, changed ones, withdrawn ones, all in one change. */
import { and, eq, isNull, max } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { deckImport, findingOrigin } from "#db/schema/briefing.ts";
import { evidence } from "#db/schema/evidence.ts";
import { citation, finding } from "#db/schema/findings.ts";

import type { FindingKind } from "#app/models/findings/finding.ts";
import { recountEvidence } from "#app/models/findings/counts.server.ts";
import { checkText } from "#app/models/findings/findings.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { listLines, recountLine } from "#app/models/inspections/lines.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, Refused, Stale } from "#app/platform/failure.ts";

import { takeEvidence, takeFrame, takeRatings } from "./beside.server.ts";
import { demandOpen, findReview, type Review } from "./deck-imports.server.ts";
import type { Gone } from "./read/compare.ts";
import { type Decided, goneKey } from "./read/decision.ts";
import { evidenceIn, isOurs, ratingsIn, type Restored, restoredOf } from "./read/restored.ts";

export type Taken = { added: number; changed: number; withdrawn: number };

type Work = {
  db: Db;
  desk: Desk;
  of: Inspection;
  review: Review;
  /** The line of each reference. */
  lines: Map<string, string>;
  /** The lines whose findings changed. */
  touched: Set<string>;
  at: string;
};

/** Findings that the deck left out and someone chose to withdraw. Throws `Invalid` where one has no reason. */
export function withdrawals({ gone, decisions }: Review): (Gone & { reason: string })[] {
  return gone.flatMap((one) => {
    const { take, reason = "" } = decisions[goneKey(one)] ?? {};
    if (!take) return [];
    if (!reason.trim()) throw new Invalid({ form: `Enter why “${one.text}” is withdrawn, or keep it.` });
    return [{ ...one, reason: reason.replace(/\s+/g, " ").trim() }];
  });
}

/**
 * Writes all that was decided, with its provenance, as one change with one event. Throws `Stale` where someone chose since
 * `version`, `Refused` where it was taken already.
 */
export async function takeDeck(desk: Desk, of: Inspection, id: string, version: number): Promise<Taken> {
  demand(of, "briefing.import");
  demand(of, "finding.write");
  const review = await findReview(desk, of, id);
  demandOpen(review);
  if (review.version !== version) throw new Stale({ text: "The choices of this deck" }, review.version);
  const taken = review.points.filter(({ take }) => take);
  const fresh = taken.filter(({ status }) => status.is === "new");
  const edits = taken.filter(({ status }) => status.is === "changed");
  const out = withdrawals(review);
  const lines = new Map((await listLines(desk, of)).filter((row) => !row.withdrawnAt).map((row) => [row.ref, row.id]));
  for (const { ref, slide } of fresh) {
    if (!lines.has(ref ?? ""))
      throw new Refused(`A point of slide ${slide} stands under a line that is no more. Choose another.`);
  }
  const counts = { added: fresh.length, changed: edits.length, withdrawn: out.length };
  const event = { action: "deck.take", subject: `deck_import:${id}`, inspection: of.id, detail: counts };
  const at = desk.now().toISOString();
  await desk.change(event, async (db, keep) => {
    const work: Work = { db, desk, of, review, lines, touched: new Set(), at };
    const before: Record<string, unknown> = {};
    const after: Record<string, unknown> = {};
    await addAll(work, fresh);
    await takeRatings(db, desk, of, isOurs(review.source) ? ratingsIn(review.source) : new Map());
    if (review.source.briefing) await takeFrame(db, of, review.source.briefing);
    for (const edit of edits) await change(work, edit, before, after);
    for (const each of out) await withdraw(work, each, before, after);
    for (const each of work.touched) await recountLine(db, each, at);
    await db
      .update(deckImport)
      .set({ state: "taken", takenAt: at, version: version + 1 })
      .where(eq(deckImport.id, id));
    if (Object.keys(after).length) keep(before, after);
  });
  return counts;
}

async function firstFree(db: Db, line: string, kind: FindingKind): Promise<number> {
  const [last] = await db
    .select({ position: max(finding.position) })
    .from(finding)
    .where(and(eq(finding.line, line), eq(finding.kind, kind)));
  return (last?.position ?? -1) + 1;
}

type Rows = {
  findings: (typeof finding.$inferInsert)[];
  origins: (typeof findingOrigin.$inferInsert)[];
  citations: (typeof citation.$inferInsert)[];
};

async function addAll(work: Work, fresh: Decided[]): Promise<void> {
  const { db, review, lines, touched } = work;
  const beside = isOurs(review.source)
    ? restoredOf(review.source, review.points, review.items)
    : new Map<string, Restored>();
  const sources = await sourcesFor(work, fresh, beside);
  const next = new Map<string, number>();
  const rows: Rows = { findings: [], origins: [], citations: [] };
  for (const point of fresh) {
    const line = lines.get(point.ref ?? "");
    if (!line) continue;
    touched.add(line);
    const place = `${line} ${point.kind}`;
    const position = next.get(place) ?? (await firstFree(db, line, point.kind));
    next.set(place, position + 1);
    addRows(rows, work, point, { line, position, sources, beside: beside.get(point.id) });
  }
  for (const some of inPieces(rows.findings)) await db.insert(finding).values(some);
  for (const some of inPieces(rows.origins)) await db.insert(findingOrigin).values(some);
  for (const some of inPieces(rows.citations)) await db.insert(citation).values(some);
  for (const id of sources.values()) {
    const citations = await db.$count(citation, and(eq(citation.evidence, id), isNull(citation.withdrawnAt)));
    await db.update(evidence).set({ citations }).where(eq(evidence.id, id));
  }
}

/** As many rows as one statement holds well. */
const inPieces = <T>(rows: T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / 100) }, (_, n) => rows.slice(n * 100, (n + 1) * 100));

/** The evidence that what is taken rests on, and what the deck lists without citing it. */
async function sourcesFor(
  { db, desk, of, review }: Work,
  fresh: Decided[],
  beside: ReadonlyMap<string, Restored>,
): Promise<Map<string, string>> {
  const refs = (all: Iterable<Restored | undefined>) =>
    new Set([...all].flatMap((each) => each?.citations.map((one) => one.evidence) ?? []));
  const [taken, cited] = [refs(fresh.map(({ id }) => beside.get(id))), refs(beside.values())];
  const list = isOurs(review.source) ? evidenceIn(review.source) : [];
  const leftFromHere = [...review.items.values()].some((item) => item.finding !== null);
  return takeEvidence(db, desk, of, {
    list: list.filter(({ ref }) => taken.has(ref) || !(cited.has(ref) || leftFromHere)),
    leftFromHere,
  });
}

type Placed = { line: string; position: number; sources: Map<string, string>; beside: Restored | undefined };

function addRows(rows: Rows, work: Work, point: Decided, { line, position, sources, beside }: Placed): void {
  const { desk, of, review, at } = work;
  const [id, addedBy] = [randomUUID(), desk.user?.id ?? null];
  const { citations = [], note = null, inferred = null, recognised = false } = beside ?? {};
  const cites = citations.flatMap(({ evidence: ref, locator, quote }) => {
    const source = sources.get(ref);
    return source ? [{ id: randomUUID(), finding: id, evidence: source, locator, quote, addedBy, addedAt: at }] : [];
  });
  rows.findings.push({
    ...{ id, inspection: of.id, line, kind: point.kind, position, text: checkText(point.kind, point.text) },
    ...{ note, inferred, recognised, citations: cites.length, addedBy, addedAt: at, changedAt: at },
  });
  rows.origins.push({ finding: id, import: review.id, slide: point.slide, words: point.words });
  rows.citations.push(...cites);
}

/** The row as it stands, if nobody changed it since the deck was compared with it. */
async function fresh({ db }: Work, id: string, version: number) {
  const [row] = await db.select().from(finding).where(eq(finding.id, id));
  if (!row || row.withdrawnAt || row.version !== version) {
    throw new Refused(
      "Someone changed a finding while you reviewed the deck. Look at it again, then take the findings.",
    );
  }
  return row;
}

type Kept = Record<string, unknown>;

async function change(work: Work, point: Decided, before: Kept, after: Kept): Promise<void> {
  const { status } = point;
  if (status.is !== "changed") return;
  const row = await fresh(work, status.finding, status.version);
  const text = checkText(row.kind, point.text);
  const { db, review, touched, at } = work;
  await db
    .update(finding)
    .set({ text, changedAt: at, version: row.version + 1 })
    .where(eq(finding.id, row.id));
  const origin = { import: review.id, slide: point.slide, words: point.words };
  await db
    .insert(findingOrigin)
    .values({ finding: row.id, ...origin })
    .onConflictDoUpdate({ target: findingOrigin.finding, set: origin });
  const { note, recognised } = row;
  before[row.id] = { text: row.text, note, recognised };
  after[row.id] = { text, note, recognised };
  touched.add(row.line);
}

async function withdraw(
  work: Work,
  { finding: id, version, reason }: Gone & { reason: string },
  before: Kept,
  after: Kept,
) {
  const row = await fresh(work, id, version);
  await work.db
    .update(finding)
    .set({ withdrawnAt: work.at, withdrawnReason: reason, version: row.version + 1 })
    .where(eq(finding.id, id));
  await recountEvidence(work.db, id);
  before[id] = { text: row.text };
  after[id] = { withdrawn: reason };
  work.touched.add(row.line);
}
