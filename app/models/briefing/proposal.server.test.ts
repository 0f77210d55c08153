import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { event } from "#db/schema/audit.ts";

import { memoryStorage } from "#app/platform/memory.ts";
import { NotFound } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf, sample } from "#tests/support/fresh.ts";

import { formatOf, makeDeckFile, recordExport } from "./exports.server.ts";
import { BRIEFING_LIMIT, readProposal, textOf } from "./proposal.server.ts";
import { writeBriefing } from "./write-markdown.ts";

const arrivalOf = (bytes: Uint8Array) =>
  memoryStorage().receive(
    (async function* () {
      yield bytes;
    })(),
    Infinity,
  );

const encode = (text: string) => new TextEncoder().encode(text);

test("a file is read as text, and what is none is refused by name", async () => {
  expect(await textOf("a.md", await arrivalOf(encode("# Café")))).toBe("# Café");
  const pptx = await arrivalOf(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0xff));
  await expect(textOf("deck.pptx", pptx)).rejects.toThrow(/“deck.pptx” is not plain text. Choose a Markdown file/);
  await expect(textOf("nul.md", await arrivalOf(encode("a\0b")))).rejects.toThrow(/is not plain text/);
  await expect(textOf("empty.md", await arrivalOf(encode("")))).rejects.toThrow(/“empty.md” is empty/);
  await expect(textOf("long.md", await arrivalOf(new Uint8Array(BRIEFING_LIMIT + 1)))).rejects.toThrow(/shorter than/);
});

test("a briefing of the product's own is read, whatever a browser made of its line ends", async () => {
  const { lead } = await freshInspection();
  const { briefing } = await sample();
  const inspection = await inspectionOf(lead);
  const text = writeBriefing(briefing).replace(/\n/g, "\r\n");
  expect(readProposal(inspection, "founding.md", text)).toEqual({ briefing });
});

test("every fault is told with its place, those against the framework too", async () => {
  const { lead } = await freshInspection();
  const { briefing } = await sample();
  const inspection = await inspectionOf(lead);
  const text = writeBriefing(briefing);
  const faulty = text
    .replace("### 1.1 Corporate commitment", "### 1.99 Corporate commitment")
    .replace("# Team", "# Tea");
  const read = readProposal(inspection, "mine.md", faulty);
  expect("faults" in read && read.faults).toEqual([expect.stringMatching(/^mine\.md:\d+: unknown heading "Tea"/)]);
  const other = readProposal(inspection, "mine.md", faulty.replace("# Tea\n", "# Team\n"));
  expect("faults" in other && other.faults).toEqual([
    expect.stringMatching(/^mine\.md:\d+: line 1\.99 is not in theme 1/),
  ]);
});

test("no text, and too much of it, are slips", async () => {
  const { lead } = await freshInspection();
  const inspection = await inspectionOf(lead);
  expect(() => readProposal(inspection, "a.md", " \n")).toThrow("Choose a file, or paste a briefing");
  expect(() => readProposal(inspection, "a.md", "é".repeat(BRIEFING_LIMIT / 2 + 1))).toThrow(
    /must be shorter than 250KB/,
  );
});

test("the same data goes out as the same bytes, on record, and not to the council before it is published", async () => {
  const { lead, officer } = await freshInspection();
  const inspection = await inspectionOf(lead);
  expect(formatOf("pptx")).toBe("pptx");
  expect(formatOf("exe")).toBeNull();
  const file = await makeDeckFile(lead, inspection, "md");
  expect(await makeDeckFile(lead, inspection, "md")).toEqual(file);
  expect(file.name).toBe("sample-2026-briefing.md");
  await recordExport(lead, inspection, file);
  const [row] = await lead.read.select().from(event).where(eq(event.action, "briefing.export"));
  expect(row?.detail).toEqual({ format: "md", sha256: file.sha256, size: file.bytes.length });
  const theirs = await inspectionOf(officer);
  await expect((async () => makeDeckFile(officer, theirs, "md"))()).rejects.toBeInstanceOf(NotFound);
});
