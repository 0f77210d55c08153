import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { event } from "#db/schema/audit.ts";

import { NotFound } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { formatOf, makeDeckFile, recordExport } from "./exports.server.ts";

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
