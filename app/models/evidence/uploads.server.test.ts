import { eq } from "drizzle-orm";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

import { event } from "#db/schema/audit.ts";

import type { Desk } from "#app/platform/desk.ts";
import { openDisk } from "#app/platform/disk.server.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { withdrawEvidence } from "./arrivals.server.ts";
import { findFile, recordDownload } from "./downloads.server.ts";
import { findEvidence } from "./library.server.ts";
import { listEvidence } from "./list.server.ts";
import { addFiles, type Outcome } from "./uploads.server.ts";

const details = { title: "", kind: "document", voice: null, asAt: null } as const;

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

/** A team whose files go to a real disk, and what lies in the disk's waiting room. */
async function setUp() {
  const root = mkdtempSync(join(tmpdir(), "throughline-uploads-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const { lead, officer, manager, world } = await freshInspection();
  const storage = await openDisk(root);
  const on = (desk: Desk) => ({ ...desk, storage });
  const send = async (desk: Desk, files: Record<string, string>, how: { again?: boolean; title?: string } = {}) => {
    const arrived = Object.entries(files).map(async ([name, text]) => ({
      name,
      arrival: await storage.receive(bytesOf(text), Infinity),
    }));
    const draft = { ...details, title: how.title ?? "" };
    const upload = { files: await Promise.all(arrived), refused: [], again: how.again ?? false };
    return addFiles(on(desk), await inspectionOf(desk), draft, upload);
  };
  return {
    lead: on(lead),
    officer: on(officer),
    manager: on(manager),
    world,
    send,
    waiting: () => readdirSync(join(root, "tmp")),
  };
}

const said = (outcomes: Outcome[]) =>
  outcomes.map(
    (one) =>
      `${one.name} ${one.state} ${one.state === "refused" ? one.why : `${one.evidence.ref} ${one.evidence.title}`}`,
  );

test("each good file becomes evidence, and each other is told by name with what to do", async () => {
  const { lead, send, waiting } = await setUp();
  const outcomes = await send(lead, {
    "Group_minutes.txt": "Minutes",
    "fake.pdf": "text",
    "empty.csv": "",
    "../data.csv": "a,b",
  });
  expect(said(outcomes)).toEqual([
    "Group_minutes.txt added E5001 Group minutes",
    expect.stringMatching(/^fake.pdf refused “fake.pdf” does not hold what its name says/),
    "empty.csv added E5002 empty",
    "data.csv added E5003 data",
  ]);
  expect(waiting()).toEqual([]);
  const { rows } = await listEvidence(lead, await inspectionOf(lead), {});
  expect(rows.map(({ ref, side }) => `${ref} ${side}`)).toEqual([
    "E5003 inspectorate",
    "E5002 inspectorate",
    "E5001 inspectorate",
  ]);
});

test("a file that is here already is told apart, and added again only when that is asked", async () => {
  const { lead, send, waiting } = await setUp();
  await send(lead, { "minutes.txt": "Minutes" }, { title: "May" });
  expect(said(await send(lead, { "copy.txt": "Minutes", "twin.txt": "Minutes" }))).toEqual([
    "copy.txt known E5001 May",
    "twin.txt known E5001 May",
  ]);
  expect(waiting()).toEqual([]);
  expect(said(await send(lead, { "copy.txt": "Minutes" }, { again: true }))).toEqual(["copy.txt added E5002 copy"]);
});

test("what was withdrawn is here no more", async () => {
  const { lead, send } = await setUp();
  const [first] = await send(lead, { "minutes.txt": "Minutes" });
  const id = first?.state === "added" ? first.evidence.id : "";
  await withdrawEvidence(lead, await inspectionOf(lead), id, { reason: "Wrong file", version: 1 });
  expect(said(await send(lead, { "minutes.txt": "Minutes" }))).toEqual(["minutes.txt added E5002 minutes"]);
});

test("the council is not told what inspectors hold", async () => {
  const { lead, officer, send } = await setUp();
  await send(lead, { "secret.txt": "Minutes" });
  expect(said(await send(officer, { "minutes.txt": "Minutes" }))).toEqual(["minutes.txt added E1 minutes"]);
  const { rows, total } = await listEvidence(officer, await inspectionOf(officer), {});
  expect(total).toBe(1);
  expect(rows.map(({ ref, side, citations }) => ({ ref, side, citations }))).toEqual([
    { ref: "E1", side: "council", citations: null },
  ]);
});

test("a title goes to one file, never to several", async () => {
  const { lead, send } = await setUp();
  expect(said(await send(lead, { "a.txt": "One" }, { title: " Plan  A " }))).toEqual(["a.txt added E5001 Plan A"]);
  expect(said(await send(lead, { "b.txt": "Two", "c.txt": "Three" }, { title: "Plan" }))).toEqual([
    "b.txt added E5002 b",
    "c.txt added E5003 c",
  ]);
});

test("no file at all is a slip; one that was refused on its way in is told", async () => {
  const { lead } = await setUp();
  const inspection = await inspectionOf(lead);
  const upload = { files: [], refused: [], again: false };
  await expect(addFiles(lead, inspection, details, upload)).rejects.toThrow(
    new Invalid({ file: "Choose a file to upload" }),
  );
  const refused = [{ name: "big.pdf", why: "“big.pdf” must be smaller than 200MB." }];
  expect(said(await addFiles(lead, inspection, details, { ...upload, refused }))).toEqual([
    "big.pdf refused “big.pdf” must be smaller than 200MB.",
  ]);
});

test("a council manager reads and does not send", async () => {
  const { manager, send } = await setUp();
  await expect(send(manager, { "a.txt": "One" })).rejects.toBeInstanceOf(NotFound);
});

test("a download is for those who may see the evidence, and is on record", async () => {
  const { lead, officer, send } = await setUp();
  const [added] = await send(lead, { "minutes.txt": "Minutes" });
  const id = added?.state === "added" ? added.evidence.id : "";
  const inspection = await inspectionOf(lead);
  const file = await findFile(lead, inspection, id, "");
  expect(file).toMatchObject({ name: "minutes.txt", mediaType: "text/plain", size: 7 });
  expect(await findFile(lead, inspection, id, file.id)).toEqual(file);
  await expect(findFile(lead, inspection, id, "another")).rejects.toBeInstanceOf(NotFound);
  await expect(findFile(officer, await inspectionOf(officer), id, "")).rejects.toBeInstanceOf(NotFound);
  await recordDownload(lead, inspection, id, file);
  const [row] = await lead.read.select().from(event).where(eq(event.action, "evidence.download"));
  expect(row).toMatchObject({
    actor: lead.user?.id,
    subject: `evidence:${id}`,
    detail: { file: file.id, sha256: file.sha256 },
  });
});

test("a file whose bytes are gone is a bug that says which", async () => {
  const { lead, world, send } = await setUp();
  const [added] = await send(lead, { "minutes.txt": "Minutes" });
  const id = added?.state === "added" ? added.evidence.id : "";
  const elsewhere = { ...lead, storage: world.services.storage };
  await expect(findFile(elsewhere, await inspectionOf(lead), id, "")).rejects.toThrow(
    /7 bytes on record and none on disk/,
  );
});

test("why evidence was withdrawn is the inspectors' word, and not the council's to read", async () => {
  const { lead, officer, send } = await setUp();
  const [added] = await send(officer, { "minutes.txt": "Minutes" });
  const id = added?.state === "added" ? added.evidence.id : "";
  await withdrawEvidence(lead, await inspectionOf(lead), id, { reason: "It names a tenant", version: 1 });
  const seen = (desk: Desk) => inspectionOf(desk).then((of) => findEvidence(desk, of, id));
  expect(await seen(lead)).toMatchObject({ withdrawn: true, withdrawnReason: "It names a tenant" });
  expect(await seen(officer)).toMatchObject({ withdrawn: true, withdrawnReason: null });
});
