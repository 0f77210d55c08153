import { expect, test } from "vitest";

import { extraction } from "./extraction-schema.ts";
import { extractionStatuses, extractionWords, unread } from "./extraction.ts";
import { readBytes } from "./readers.server.ts";

test("every status says what it means, and what to do unless all is well", () => {
  for (const status of extractionStatuses) {
    const { meaning, remedy } = extractionWords(status);
    expect(meaning).toMatch(/^The (file is kept|text of this file has been read).*\.$/);
    if (status === "ok") expect(remedy).toBe("");
    else expect(remedy).toMatch(/\.$/);
  }
});

test("what another process says is taken only in the right shape and size", () => {
  const unit = { kind: "page", label: "page 1", text: "x", hidden: false };
  const good = { status: "ok", units: [unit], warnings: [] };
  expect(extraction.safeParse(good).success).toBe(true);
  for (const wrong of [
    null,
    { ...good, status: "fine" },
    { ...good, status: "no-text" },
    { ...good, units: [] },
    { ...good, units: Array(2001).fill(unit) },
    { ...good, units: [{ ...unit, text: "x".repeat(5_000_001) }] },
    { ...good, units: [{ ...unit, kind: "video" }] },
    { ...good, warnings: ["x".repeat(501)] },
  ]) {
    expect(extraction.safeParse(wrong).success).toBe(false);
  }
});

test("types that are not read say so", async () => {
  const bytes = new Uint8Array([1]);
  expect(await readBytes(bytes, "application/msword")).toEqual(unread("unsupported"));
  expect(await readBytes(bytes, "constructor")).toEqual(unread("unsupported"));
});
