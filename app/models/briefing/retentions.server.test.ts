import { eq, sql } from "drizzle-orm";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

import { blob, evidenceFile } from "#db/schema/evidence.ts";
import { inspection } from "#db/schema/inspections.ts";
import { publication } from "#db/schema/ratings.ts";
import { submission } from "#db/schema/readiness.ts";

import { verifyRecord } from "#app/models/audit/verify.server.ts";
import { checkBlobs } from "#app/models/evidence/blobs.server.ts";
import { addCitation } from "#app/models/findings/citations.server.ts";
import { addFinding } from "#app/models/findings/findings.server.ts";
import { keepNote } from "#app/models/findings/notes.server.ts";
import { changeHold } from "#app/models/inspections/holds.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { NotFound } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf, NOON, type Team } from "#tests/support/fresh.ts";
import { send } from "#tests/support/library.ts";
import { meeting } from "#tests/support/meeting.ts";
import { tamper } from "#tests/support/record.ts";

import { judgeRetention, runRetention } from "./retentions.server.ts";

const WORD = "ptarmigan";

/** An inspection that says the word wherever it can, published ten days ago. */
async function published(team: Team) {
  const { world, lead, officer } = team;
  const { of, note } = await meeting(team);
  await note(`They told us of the ${WORD}.`);
  const evidence = await send(world, officer, `The ${WORD} report`, { text: `A ${WORD} in winter.` });
  const line = await findLine(lead, of, "1.3");
  const finding = await addFinding(lead, of, line.id, { kind: "strength", text: `The ${WORD} is kept.` });
  await addCitation(lead, of, finding, { evidence, locator: "page 1", quote: `A ${WORD} in winter.` });
  await keepNote(lead, of, line.id, { text: `My ${WORD}`, version: 0 });
  const at = new Date(NOON.getTime() - 10 * 86_400_000).toISOString();
  const by = {
    proposedBy: lead.user?.id ?? "",
    proposedAt: at,
    approvedBy: team.reviewer.user?.id ?? "",
    approvedAt: at,
  };
  await world.services.store.write((db) =>
    db.insert(publication).values({ id: "p", inspection: of.id, number: 1, ...by, content: "{}", digest: "" }),
  );
  return of;
}

/** Every table that still holds the word. */
async function holding({ world }: Team): Promise<string[]> {
  const { read } = world.services.store;
  const tables = await read
    .select({ name: sql<string>`name` })
    .from(sql`sqlite_master`)
    .where(sql`type = 'table'`);
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await Promise.resolve(read.all(sql`select * from ${sql.identifier(name)}`));
    if (JSON.stringify(rows).includes(WORD)) found.push(name);
  }
  return found;
}

test("what is due goes from every table and from disk, and the record still proves itself", async () => {
  const team = await freshInspection();
  const of = await published(team);
  const product = team.world.desk(null);
  const sent = { number: 1, content: `{"${WORD}":1}`, digest: "d", note: `See the ${WORD}`, by: team.manager.user!.id };
  const { store } = team.world.services;
  await store.write((db) => db.insert(submission).values({ id: "s", inspection: of.id, ...sent, at: "" }));
  // Not before its time, and then nothing but its words.
  const empty = { content: "", note: "" };
  await expect(store.write((db) => db.update(submission).set(empty))).rejects.toThrow();
  expect(await holding(team)).not.toEqual([]);
  expect((await judgeRetention(product, 10))[0]?.verdict).toEqual({
    due: true,
    since: NOON.toISOString().slice(0, 10),
  });
  const [file] = await product.read.select().from(evidenceFile);
  expect(await runRetention(product, 10)).toEqual([{ code: of.code, files: 1 }]);
  expect(await holding(team)).toEqual([]);
  await expect(store.write((db) => db.update(submission).set({ ...empty, digest: "e" }))).rejects.toThrow();
  expect(await product.read.select().from(submission)).toMatchObject([{ ...sent, ...empty }]);
  expect(await product.read.select().from(blob).where(eq(blob.sha256, file!.sha256))).toEqual([]);
  const verdict = await verifyRecord(product.read);
  expect(verdict.faults).toEqual([]);
  expect(verdict.erased).toBeGreaterThan(0);
  const blobs = await checkBlobs(product);
  expect(blobs.faults).toEqual([]);
  // What the sweep takes away.
  expect(blobs.spare).toEqual([file!.sha256]);
  expect((await judgeRetention(product, 10))[0]?.verdict.due).toBe(false);
  // Nor in pages that are free, nor as a term of an index (which keeps the end of a word apart from its beginning).
  tamper(team.world.services, "PRAGMA wal_checkpoint(TRUNCATE)");
  const bytes = readFileSync(join(team.world.services.settings.DATA_DIR, "throughline.db"), "latin1");
  expect(bytes).not.toContain(WORD.slice(2));
});

test("a hold stops it until it is ended; the council sets none", async () => {
  const team = await freshInspection();
  const of = await published(team);
  const product = team.world.desk(null);
  await expect(
    changeHold(team.manager, await inspectionOf(team.manager), { hold: true, reason: "Ours" }),
  ).rejects.toThrow(NotFound);
  await changeHold(team.lead, of, { hold: true, reason: "Court case" });
  expect(await runRetention(product, 10)).toEqual([]);
  await changeHold(team.reviewer, of, { hold: false, reason: "Settled" });
  expect(await runRetention(product, 11)).toEqual([]);
  expect(await runRetention(product, 10)).toHaveLength(1);
  const [row] = await product.read.select().from(inspection);
  expect(row?.disposedAt).toBe(NOON.toISOString());
});
