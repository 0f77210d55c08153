import { eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import { event } from "#db/schema/audit.ts";
import { arrival, blob } from "#db/schema/evidence.ts";

import type { Desk } from "#app/platform/desk.ts";
import { Busy, Invalid, NotFound } from "#app/platform/failure.ts";
import { memoryScanner } from "#app/platform/memory.ts";
import { EICAR } from "#tests/support/clamd.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { sweepBlobs } from "./blobs.server.ts";
import { addFiles } from "./uploads.server.ts";
import { arrive, dropExpired, dropWaiting, listWaiting, takeWaiting, WAITS } from "./waiting.server.ts";

const details = { title: "", kind: "document", voice: null, asAt: null } as const;

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

async function send(desk: Desk, name: string, text: string) {
  const id = randomUUID();
  const file = { id, name, arrival: await desk.storage.receive(bytesOf(text), Infinity) };
  return { id, ...(await arrive(desk, await inspectionOf(desk), file)) };
}

async function add(desk: Desk, ids: string[], how: { again?: boolean; together?: boolean } = {}) {
  const of = await inspectionOf(desk);
  const upload = { files: await takeWaiting(desk, of, ids), refused: [], again: false, ...how };
  return addFiles(desk, of, details, upload);
}

const waiting = async (desk: Desk) => listWaiting(desk, await inspectionOf(desk));

test("what has come whole waits until it is added, and is on record without its name", async () => {
  const { officer } = await freshInspection();
  const { id } = await send(officer, "../Minutes of May.txt", "Minutes");
  expect(await waiting(officer)).toMatchObject([{ id, name: "Minutes of May.txt", size: 7, known: null }]);
  const [recorded] = await officer.read.select().from(event).where(eq(event.action, "evidence.arrive"));
  expect(recorded).toMatchObject({ actor: officer.user?.id, subject: `arrival:${id}` });
  expect(JSON.stringify(recorded)).not.toContain("May");
  expect(await add(officer, [id])).toMatchObject([
    { state: "added", evidence: { ref: "E1", title: "Minutes of May" } },
  ]);
  expect(await waiting(officer)).toEqual([]);
});

test("nobody lists, adds or drops what another has sent", async () => {
  const { officer, lead, manager } = await freshInspection();
  const { id } = await send(officer, "a.txt", "One");
  expect(await waiting(lead)).toEqual([]);
  await expect(add(lead, [id])).rejects.toThrow(/not here any more/);
  await expect(dropWaiting(lead, await inspectionOf(lead), id)).rejects.toBeInstanceOf(NotFound);
  await expect(send(manager, "a.txt", "Two")).rejects.toBeInstanceOf(NotFound);
});

test("a file is added once, however often its form is sent", async () => {
  const { officer } = await freshInspection();
  const { id } = await send(officer, "a.txt", "One");
  const twice = await Promise.allSettled([add(officer, [id]), add(officer, [id], { again: true })]);
  expect(twice.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(add(officer, [id])).rejects.toThrow(/not here any more/);
});

test("what is here already is told, waits on, and is added when that is asked", async () => {
  const { officer, lead } = await freshInspection();
  await add(officer, [(await send(officer, "a.txt", "One")).id]);
  const { id, known } = await send(officer, "copy.txt", "One");
  expect(known).toMatchObject({ ref: "E1", title: "a" });
  expect((await waiting(officer))[0]?.known?.ref).toBe("E1");
  expect(await add(officer, [id])).toMatchObject([{ state: "known", waited: id, evidence: { ref: "E1" } }]);
  expect(await waiting(officer)).toHaveLength(1);
  expect(await add(officer, [id], { again: true })).toMatchObject([{ state: "added", evidence: { ref: "E2" } }]);
  // The council is not told what inspectors hold.
  await add(lead, [(await send(lead, "b.txt", "Inside")).id]);
  expect((await send(officer, "b.txt", "Inside")).known).toBeNull();
});

test("several files become one piece together, or none does", async () => {
  const { officer } = await freshInspection();
  const ids = [(await send(officer, "plan.txt", "Plan")).id, (await send(officer, "annex.txt", "Annex")).id];
  const of = await inspectionOf(officer);
  const refused = [{ name: "big.pdf", why: "“big.pdf” must be smaller than 200MB." }];
  const upload = { files: await takeWaiting(officer, of, ids), refused, again: false, together: true };
  const none = await addFiles(officer, of, { ...details, title: "Plan 2026" }, upload);
  expect(none.map(({ state }) => state)).toEqual(["refused", "refused", "refused"]);
  expect(await waiting(officer)).toHaveLength(2);
  const both = await addFiles(officer, of, { ...details, title: "Plan 2026" }, { ...upload, refused: [] });
  expect(both).toMatchObject([
    { name: "plan.txt", state: "added", evidence: { ref: "E1", title: "Plan 2026" } },
    { name: "annex.txt", state: "added", evidence: { ref: "E1" } },
  ]);
});

test("what cannot be taken does not wait, and what is empty says so", async () => {
  const { officer } = await freshInspection();
  await expect(send(officer, "plan.pdf", "text")).rejects.toBeInstanceOf(Invalid);
  expect((await send(officer, "plan.pdf", "")).note).toMatch(/“plan.pdf” is empty. It is kept/);
  expect(await waiting(officer)).toHaveLength(1);
});

test("a virus is stopped and put on record; without an answer from the scanner nothing is taken", async () => {
  const { officer, world } = await freshInspection();
  const guarded = { ...officer, scanner: memoryScanner() };
  const { id } = await send(guarded, "a.txt", "One");
  const [row] = await officer.read.select().from(arrival).where(eq(arrival.id, id));
  expect(row?.scannedAt).toBe(world.services.now().toISOString());
  await expect(send(guarded, "b.txt", EICAR)).rejects.toThrow(/“b.txt” was stopped by the virus check/);
  const [recorded] = await officer.read.select().from(event).where(eq(event.action, "evidence.infected"));
  expect(recorded?.detail).toMatchObject({ size: 68 });
  const silent = { ...officer, scanner: { scan: async () => "unknown" as const } };
  await expect(send(silent, "c.txt", "Two")).rejects.toBeInstanceOf(Busy);
  await expect(send(silent, "c.txt", "Two")).rejects.toThrow(/could not be checked for viruses just now/);
  expect(await waiting(officer)).toHaveLength(1);
});

test("after a week, or when it is dropped, a file is forgotten; its bytes stay where evidence has them", async () => {
  const { officer, world } = await freshInspection();
  const product = world.desk(null);
  await add(officer, [(await send(officer, "kept.txt", "Kept")).id]);
  await send(officer, "again.txt", "Kept");
  const { id } = await send(officer, "dropped.txt", "Dropped");
  await dropWaiting(officer, await inspectionOf(officer), id);
  world.later(WAITS - 1);
  expect(await dropExpired(product)).toBe(0);
  world.later(2);
  expect(await dropExpired(product)).toBe(1);
  expect(await waiting(officer)).toEqual([]);
  const events = await officer.read.select().from(event).where(eq(event.action, "evidence.drop"));
  expect(events.map(({ actor }) => actor)).toEqual([officer.user?.id, null]);
  const rows = await officer.read.select().from(blob);
  expect(rows.map(({ size }) => size)).toEqual([4]);
  // What no record has is young: it may be about to get one.
  expect(await sweepBlobs(product)).toBe(0);
});
