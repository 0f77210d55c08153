/** Decks that someone brings in: read in a process of their own, kept as they came, and shown as a proposal. */
import { and, eq, ne } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";

import { user } from "#db/schema/accounts.ts";
import { deckImport, findingOrigin } from "#db/schema/briefing.ts";
import { blob } from "#db/schema/evidence.ts";
import { finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";

import { cleanFileName } from "#app/models/evidence/file-kind.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";
import type { Arrival } from "#app/platform/storage.ts";

import type { DeckImportState } from "./audience.ts";
import { recall } from "./deck-recall.server.ts";
import { type GivenDeck, readGiven } from "./given-deck.server.ts";
import { compare, type Gone, type Standing } from "./read/compare.ts";
import { type Decided, decide, type Decisions, decisions } from "./read/decision.ts";
import type { Left } from "./read/point.ts";
import { readDeck } from "./read/read-deck.ts";
import { changedBeside } from "./read/restored.ts";
import { type Sent, sentIn } from "./read/sent.ts";
import { type Source, source } from "./read/source.ts";
import { once, type Warning } from "./read/warning.ts";

export type Review = {
  id: string;
  name: string;
  state: DeckImportState;
  by: string | null;
  at: string;
  takenAt: string | null;
  version: number;
  /** Whether these very bytes were brought in before. */
  again: boolean;
  source: Source;
  points: Decided[];
  left: Left[];
  warnings: Warning[];
  /** What one of our own decks left with and came back without. */
  gone: Gone[];
  /** What each point was in the deck as it left. */
  items: Map<string, Sent>;
  decisions: Decisions;
};

type Given = { file: { name: string; arrival: Arrival } } | { text: string; name?: string };

/** Text that was pasted is kept as a file would be: the same text is the same bytes, whatever its line ends. */
async function arrive(desk: Desk, given: Given): Promise<GivenDeck> {
  if ("file" in given) return { ...given.file, name: cleanFileName(given.file.name), pasted: false };
  const text = given.text.replace(/\r\n?/g, "\n");
  if (!text.trim()) throw new Invalid({ file: "Choose a file, or paste the text of a deck" });
  const bytes = Readable.from([Buffer.from(text)]);
  const name = given.name ? cleanFileName(given.name) : "Pasted text";
  return { name, arrival: await desk.storage.receive(bytes, Infinity), pasted: true };
}

/**
 * Keeps a deck as it came, with what was read in it; findings stay as they are until it is taken. A deck that is being
 * reviewed already is not kept twice. Throws `Invalid` where it cannot be read. Returns the id of its review.
 */
export async function bringDeck(desk: Desk, of: Inspection, given: Given): Promise<string> {
  demand(of, "briefing.import");
  const deck = await arrive(desk, given);
  const { arrival } = deck;
  try {
    const read = await readGiven(desk, of, deck);
    const open = await openReview(desk, of, arrival.sha256);
    if (open) {
      await arrival.drop();
      return open;
    }
    await arrival.keep();
    return await insert(desk, of, deck, read);
  } catch (error) {
    await arrival.drop();
    throw error;
  }
}

async function openReview(desk: Desk, of: Inspection, sha256: string): Promise<string | null> {
  const same = and(eq(deckImport.inspection, of.id), eq(deckImport.sha256, sha256), eq(deckImport.state, "reviewing"));
  const [row] = await desk.read.select({ id: deckImport.id }).from(deckImport).where(same);
  return row?.id ?? null;
}

async function insert(desk: Desk, of: Inspection, { name, arrival }: GivenDeck, read: Source): Promise<string> {
  const [id, at, by] = [randomUUID(), desk.now().toISOString(), desk.user?.id ?? null];
  const { sha256, size } = arrival;
  const event = {
    action: "deck.bring",
    subject: `deck_import:${id}`,
    inspection: of.id,
    detail: { sha256, slides: read.slides.length },
  };
  await desk.change(event, async (db) => {
    await db.insert(blob).values({ sha256, size, addedAt: at }).onConflictDoNothing();
    await db.insert(deckImport).values({ id, inspection: of.id, name, sha256, outline: read, decisions: {}, by, at });
  });
  return id;
}

/** The findings of an inspection, withdrawn ones too, each with its words in decks that were brought in. */
export async function listStanding(desk: Pick<Desk, "read">, of: Inspection): Promise<Standing[]> {
  const rows = await desk.read
    .select({
      ...{ id: finding.id, ref: line.ref, kind: finding.kind, text: finding.text, version: finding.version },
      withdrawnAt: finding.withdrawnAt,
      words: findingOrigin.words,
    })
    .from(finding)
    .innerJoin(line, eq(line.id, finding.line))
    .leftJoin(findingOrigin, eq(findingOrigin.finding, finding.id))
    .where(eq(finding.inspection, of.id))
    .orderBy(line.position, finding.position);
  return rows.map(({ withdrawnAt, words, ...row }) => ({
    ...row,
    withdrawn: withdrawnAt !== null,
    read: words === null ? [] : [words],
  }));
}

/** What a deck comes to here and now; nothing is written. */
export async function planDeck(desk: Pick<Desk, "read">, of: Inspection, read: Source, made: Decisions = {}) {
  const { points, left, warnings } = readDeck(read, of.framework);
  const standing = await listStanding(desk, of);
  const { statuses, gone, items } = compare(points, standing, await recall(desk, of, sentIn(read), standing));
  const decided = points.map((point) => decide(point, statuses.get(point.id) ?? { is: "new" }, made[point.id]));
  const beside = changedBeside(read, items, statuses);
  return { points: decided, left, warnings: once([...warnings, ...beside]), gone, items };
}

/** Throws `NotFound` where there is none of this id in the inspection. */
export async function findReview(desk: Pick<Desk, "read">, of: Inspection, id: string): Promise<Review> {
  demand(of, "briefing.import");
  const [row] = await desk.read
    .select({ deck: deckImport, by: user.name })
    .from(deckImport)
    .leftJoin(user, eq(user.id, deckImport.by))
    .where(and(eq(deckImport.id, id), eq(deckImport.inspection, of.id)));
  if (!row) throw new NotFound();
  const { name, state, at, takenAt, version, sha256 } = row.deck;
  const [read, made] = [source.parse(row.deck.outline), decisions.parse(row.deck.decisions)];
  const [before] = sha256
    ? await desk.read
        .select({ id: deckImport.id })
        .from(deckImport)
        .where(
          and(
            eq(deckImport.inspection, of.id),
            eq(deckImport.sha256, sha256),
            eq(deckImport.state, "taken"),
            ne(deckImport.id, id),
          ),
        )
    : [];
  const plan = await planDeck(desk, of, read, made);
  return {
    id,
    name,
    state,
    by: row.by,
    at,
    takenAt,
    version,
    again: before !== undefined,
    source: read,
    decisions: made,
    ...plan,
  };
}

/** Keeps what someone chose for these points. Throws `Stale` where someone else chose since. */
export async function decideOn(
  desk: Desk,
  of: Inspection,
  id: string,
  { chosen, version }: { chosen: Decisions; version: number },
) {
  const review = await findReview(desk, of, id);
  demandOpen(review);
  if (review.version !== version) throw new Stale({ text: "The choices on this page" }, review.version);
  const next = decisions.parse({ ...review.decisions, ...chosen });
  const event = {
    action: "deck.review",
    subject: `deck_import:${id}`,
    inspection: of.id,
    detail: { chosen: Object.keys(chosen).length },
  };
  await desk.change(event, async (db) => {
    await db
      .update(deckImport)
      .set({ decisions: next, version: version + 1 })
      .where(eq(deckImport.id, id));
  });
}

export function demandOpen({ state }: Pick<Review, "state">): void {
  if (state === "taken") throw new Refused("These findings were taken already. Bring the file in again to compare it.");
  if (state === "dropped") throw new Refused("This deck was put aside. Bring the file in again to review it.");
}

/** Puts a deck aside: nothing of it is taken. The file stays on record. */
export async function dropDeck(desk: Desk, of: Inspection, id: string): Promise<void> {
  demandOpen(await findReview(desk, of, id));
  await desk.change({ action: "deck.drop", subject: `deck_import:${id}`, inspection: of.id }, async (db) => {
    await db.update(deckImport).set({ state: "dropped" }).where(eq(deckImport.id, id));
  });
}
