import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { event } from "#db/schema/audit.ts";

import { freshWorld } from "#tests/support/fresh.ts";
import { appendMany, rewriteFrom, tamper } from "#tests/support/record.ts";

import { seal } from "./events.server.ts";
import { formatHead, readHead } from "./head.ts";
import { type Known, verifyRecord } from "./verify.server.ts";

const LENGTH = 40;
const from = "the head that you gave";

async function setUp(length = LENGTH) {
  const { services, desk } = freshWorld();
  await appendMany(services, length);
  const verify = (known: Known[] = []) => verifyRecord(services.store.read, { known });
  const faults = async (known: Known[] = []) => (await verify(known)).faults.map(({ words }) => words);
  const headAt = async (seq: number): Promise<Known> => {
    const [row] = await services.store.read
      .select({ seq: event.seq, hash: event.hash })
      .from(event)
      .where(eq(event.seq, seq));
    return { ...row!, from };
  };
  return { services, product: desk(null), verify, faults, headAt };
}

test("a whole record has no faults, and its head and root grow with it", async () => {
  const { services, verify, headAt } = await setUp();
  const before = await verify();
  expect(before).toMatchObject({ seq: LENGTH, faults: [], erased: 0 });
  await appendMany(services, 1);
  const after = await verify([{ ...before, from }, await headAt(3)]);
  expect(after).toMatchObject({ seq: LENGTH + 1, faults: [] });
  expect(after.root).not.toBe(before.root);
});

test("an empty record is whole", async () => {
  const { services } = freshWorld();
  const { seq, hash, faults } = await verifyRecord(services.store.read);
  expect({ seq, hash, faults }).toEqual({ seq: 0, hash: "", faults: [] });
});

test.each([
  ["an actor", "UPDATE event SET actor = 'other' WHERE seq = 7"],
  ["a moment", "UPDATE event SET at = '2026-01-01T00:00:00.000Z' WHERE seq = 7"],
  ["a detail", `UPDATE event SET detail = '{"number":8}' WHERE seq = 7`],
  [
    "a detail that reads the same here and otherwise elsewhere",
    `UPDATE event SET detail = '{"number":8,"number":7}' WHERE seq = 7`,
  ],
  ["a detail that cannot be read", "UPDATE event SET detail = '{' WHERE seq = 7"],
  ["a link", "UPDATE event SET prev = hash WHERE seq = 7"],
  ["a hash", "UPDATE event SET hash = prev WHERE seq = 7"],
])("%s that was changed is named, and nothing after it", async (_, statement) => {
  const { services, faults } = await setUp();
  tamper(services, statement, "UPDATE event SET actor = 'other' WHERE seq = 20");
  expect(await faults()).toEqual(["Entry 7 was changed after it was written."]);
});

test("an entry that was changed and sealed anew does not fit the one that follows", async () => {
  const { services, faults } = await setUp();
  const [row] = await services.store.read.select().from(event).where(eq(event.seq, 7));
  const { prev, hash: _, ...entry } = row!;
  const forged = seal({ ...entry, actor: "other" }, prev);
  tamper(services, `UPDATE event SET actor = 'other', hash = '${forged.hash}' WHERE seq = 7`);
  expect(await faults()).toEqual([
    "Entry 7 is not the one that entry 8 follows: it was replaced after it was written.",
  ]);
});

test("deleted entries are named", async () => {
  const one = await setUp();
  tamper(one.services, "DELETE FROM event WHERE seq = 7");
  expect(await one.faults()).toEqual(["Entry 7 is missing."]);
  tamper(one.services, "DELETE FROM event WHERE seq < 10");
  expect(await one.faults()).toEqual(["Entries 1 to 9 are missing."]);
});

test("entries that were swapped, or moved up over a deleted one, are told by the number that they were written under", async () => {
  const swapped = await setUp();
  tamper(
    swapped.services,
    "UPDATE event SET seq = 1000 WHERE seq = 7",
    "UPDATE event SET seq = 7 WHERE seq = 8",
    "UPDATE event SET seq = 8 WHERE seq = 1000",
  );
  const words = "Entry 7 holds what was written as entry 8: entries were reordered or taken out.";
  expect(await swapped.faults()).toEqual([words]);
  const closed = await setUp();
  tamper(closed.services, "DELETE FROM event WHERE seq = 7");
  for (let seq = 8; seq <= LENGTH; seq++)
    tamper(closed.services, `UPDATE event SET seq = ${seq - 1} WHERE seq = ${seq}`);
  expect(await closed.faults()).toEqual([words]);
});

test("an entry that was put before the first is named", async () => {
  const { services, faults } = await setUp();
  tamper(
    services,
    "INSERT INTO event SELECT 0, at, actor, inspection, action, subject, detail, '', hash FROM event WHERE seq = 1",
  );
  expect(await faults()).toEqual(["Entry 0 was never written."]);
});

test("an end that was cut off shows against a head from before, and against nothing else", async () => {
  const { services, faults, headAt } = await setUp();
  const head = await headAt(LENGTH);
  tamper(services, "DELETE FROM event WHERE seq > 30");
  expect(await faults()).toEqual([]);
  expect(await faults([head])).toEqual([
    "The record ends at entry 30, but the head that you gave tells of entry 40: its end was cut off.",
  ]);
});

test("a record rewritten without a flaw shows against a head from before, and says since when", async () => {
  const { services, faults, headAt } = await setUp();
  const heads = [await headAt(LENGTH), await headAt(10)];
  await rewriteFrom(services, 20);
  expect(await faults()).toEqual([]);
  expect(await faults(heads)).toEqual([
    "Entry 40 is not the one that the head that you gave tells of: the record was rewritten after entry 10.",
  ]);
});

test("a root that does not fit is told, though the hash of the chain does", async () => {
  const { verify, headAt } = await setUp();
  const { root } = await verify();
  expect((await verify([{ ...(await headAt(LENGTH)), root }])).faults).toEqual([]);
  expect((await verify([{ ...(await headAt(LENGTH)), root: root.replace(/./, "x") }])).faults).toHaveLength(1);
});

test("words kept beside an entry may be erased, and cannot be changed", async () => {
  const { services, product, verify, faults } = await setUp();
  await product.change({ action: "finding.edit", subject: "finding:1" }, async (_db, keep) => {
    keep({ text: "As it was" }, { text: "As it is" });
  });
  expect(await verify()).toMatchObject({ faults: [], erased: 0 });
  tamper(services, `UPDATE revision SET before = '{"text":"As it never was"}'`);
  expect(await faults()).toEqual([`The words kept with entry ${LENGTH + 1} are not those that were written.`]);
  tamper(services, "UPDATE revision SET before = NULL");
  expect(await verify()).toMatchObject({ faults: [], erased: 1 });
  tamper(services, "DELETE FROM revision", `INSERT INTO revision VALUES (3, NULL, '{"text":"Put there"}')`);
  expect(await verify()).toMatchObject({ faults: [{ seq: 3, wrong: "words" }], erased: 1 });
});

test("a head is read as it was printed", async () => {
  const { headAt } = await setUp();
  const { seq, hash } = await headAt(12);
  expect(readHead(` ${formatHead({ seq, hash }).toUpperCase()}\n`)).toEqual({ seq, hash });
  for (const wrong of ["", "12", "12:", `:${hash}`, `-1:${hash}`, `12:${hash}0`, `1e3:${hash}`])
    expect(readHead(wrong)).toBeNull();
});
