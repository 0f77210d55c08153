import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

import { docxOf, heading, paragraph } from "#tests/support/office.ts";
import { typeOf } from "#tests/support/read.ts";

import { extract } from "./extraction.server.ts";

const folder = mkdtempSync(join(tmpdir(), "throughline-extraction-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, data: Buffer | string): string {
  const path = join(folder, name);
  writeFileSync(path, data);
  return path;
}

test("a file is read in a process of its own; those that are asked for together wait their turn", async () => {
  const docx = fileOf("a b, c*.docx", docxOf(heading(1, "Money") + paragraph("£8.1 million, 25%")));
  const text = fileOf("notes.txt", "Words");
  const [first, second] = await Promise.all([
    extract(docx, typeOf.docx, "a.docx"),
    extract(text, typeOf.txt, "notes.txt"),
  ]);
  expect(first).toEqual({
    status: "ok",
    units: [{ kind: "section", label: "Section 1: Money", text: "Money\n£8.1 million, 25%", hidden: false }],
    warnings: [],
  });
  expect(second.units[0]?.text).toBe("Words");
}, 30_000);

test("pictures and types that are not read start no process; a file that is gone is no error", async () => {
  const gone = join(folder, "gone");
  expect((await extract(gone, "image/png", "flood.png")).status).toBe("no-text");
  expect((await extract(gone, "application/msword", "old.doc")).status).toBe("unsupported");
  expect(await extract(gone, typeOf.pdf, "report.pdf")).toEqual({
    status: "timeout",
    units: [],
    warnings: ["The text of “report.pdf” could not be read just now."],
  });
}, 30_000);
