import { strFromU8, unzipSync } from "fflate";
import { createHash } from "node:crypto";
import { expect, test } from "vitest";

import { finding as findings } from "#db/schema/findings.ts";

import { addCitation } from "#app/models/findings/citations.server.ts";
import { addFinding } from "#app/models/findings/findings.server.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf, type Team } from "#tests/support/fresh.ts";
import { send } from "#tests/support/library.ts";

import { listExported } from "./exported.server.ts";
import { makePack, recordPack } from "./pack-files.server.ts";

async function bytesOf(desk: Desk, of: Inspection) {
  const pack = await makePack(desk, of, null);
  const chunks: Uint8Array[] = [];
  for await (const chunk of pack.stream()) chunks.push(chunk);
  return { pack, bytes: new Uint8Array(Buffer.concat(chunks)) };
}

async function unpacked(desk: Desk, of: Inspection) {
  const { bytes } = await bytesOf(desk, of);
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, file]) => [path, strFromU8(file)]));
}

/** A finding that cites what the council sent, and what inspectors added; and what is not to leave. */
async function cited({ world, lead, officer }: Team) {
  const of = await inspectionOf(lead);
  const line = await findLine(lead, of, "1.3");
  const sent = await send(world, officer, "Minutes of the board", { text: "The board met in May." });
  const own = await send(world, lead, "What inspectors saw", { text: "A cold corridor." });
  const restricted = await send(world, officer, "Case of Mrs A", { text: "Mrs A waited.", sensitivity: "restricted" });
  const finding = await addFinding(lead, of, line.id, { kind: "strength", text: "The board meets." });
  await world.services.store.write((db) => db.update(findings).set({ note: "Ask again." }));
  const quotes = { [sent]: "The board met in May.", [own]: "A cold corridor.", [restricted]: "Mrs A waited." };
  for (const [evidence, quote] of Object.entries(quotes)) {
    await addCitation(lead, of, finding, { evidence, locator: "page 1", quote });
  }
  await send(world, officer, "Nobody cites this");
  return { of, sent };
}

const published = (of: Inspection, part: Inspection["part"]): Inspection => ({ ...of, part, stage: "published" });

test("a pack holds each file as its manifest says, and says what it leaves out", async () => {
  const team = await freshInspection();
  const { of } = await cited(team);
  const files = await unpacked(team.lead, of);
  const manifest = JSON.parse(files["manifest.json"]!);
  for (const { path, sha256 } of manifest.files) {
    expect([path, createHash("sha256").update(files[path]!).digest("hex")]).toEqual([path, sha256]);
  }
  expect(Object.keys(files).length).toBe(manifest.files.length + 2);
  expect(files["evidence/E1/1-1-file.txt"]).toBe("The board met in May.");
  expect(files["theme-1.html"]).toContain('href="evidence/E1/1-1-file.txt"');
  expect(JSON.parse(files["data/left-out.json"]!)).toEqual([
    { ref: "E2", title: "Document, anonymous", reason: "restricted" },
    { ref: "E3", title: "Nobody cites this", reason: "not-cited" },
  ]);
  expect(Object.values(files).join()).not.toMatch(/Mrs A/);
  expect(files["theme-1.html"]).toContain("Ask again.");
});

test("a council's pack holds nothing that is the inspectors' own, and there is none before publication", async () => {
  const team = await freshInspection();
  const { of } = await cited(team);
  await expect(makePack(team.officer, await inspectionOf(team.officer), null)).rejects.toThrow(NotFound);
  const files = await unpacked(team.officer, published(of, "officer"));
  const all = Object.entries(files).flat().join("\n");
  expect(files["evidence/E1/1-1-file.txt"]).toBe("The board met in May.");
  expect(all).not.toMatch(/cold corridor|What inspectors saw|Ask again|Mrs A|E5001|finding\.add|citation\.add/);
  expect(files["audit/leaves.txt"]).toBeUndefined();
  expect(files["manifest.json"]).not.toMatch(/"size": \d+,\s+"root"/);
  // Whoever of the council takes it, it is the same.
  expect(await unpacked(team.manager, published(of, "manager"))).toEqual(files);
});

test("the same data gives the same bytes, of the size that was said", async () => {
  const team = await freshInspection();
  const { of } = await cited(team);
  const [one, two] = [await bytesOf(team.lead, of), await bytesOf(team.lead, of)];
  expect(Buffer.compare(one.bytes, two.bytes)).toBe(0);
  expect(one.bytes.length).toBe(one.pack.size);
});

test("that it was taken is on record, with whose words it holds; a file changed on disk breaks it off", async () => {
  const team = await freshInspection();
  const { of, sent } = await cited(team);
  const pack = await makePack(team.lead, of, null);
  await recordPack(team.lead, of, pack);
  expect(await listExported(team.lead, of, sent)).toMatchObject([{ format: "zip", sha256: pack.manifest }]);
  const open = team.lead.storage.open.bind(team.lead.storage);
  const storage = {
    ...team.lead.storage,
    async *open(sha256: string) {
      for await (const chunk of open(sha256)) yield chunk.map((byte) => byte ^ 1);
    },
  };
  const broken = await makePack({ ...team.lead, storage }, of, null);
  await expect(async () => {
    for await (const chunk of broken.stream()) void chunk;
  }).rejects.toThrow("was changed on disk");
});
