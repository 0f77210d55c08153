import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";

import { pdfOf } from "#tests/support/hostile.ts";
import { readAs, unitsOf } from "#tests/support/read.ts";

const content = (...lines: string[]) =>
  Buffer.from(`BT /F1 12 Tf 14 TL 72 700 Td ${lines.map((line) => `(${line}) Tj T*`).join(" ")} ET`, "latin1");

test("a unit for each page, with figures and signs", async () => {
  const read = await readAs("pdf", pdfOf(content("Cost \xa38.1 million, 25%", "Second line"), "", 2));
  expect(read).toEqual({
    status: "ok",
    warnings: [],
    units: [1, 2].map((number) => ({
      kind: "page",
      label: `page ${number}`,
      text: "Cost £8.1 million, 25%\nSecond line",
      hidden: false,
    })),
  });
});

test("packed content is read; a page without text is no text", async () => {
  const packed = await readAs("pdf", pdfOf(deflateSync(content("Packed")), "/FlateDecode"));
  expect(unitsOf(packed)).toEqual([["page 1", "Packed"]]);
  expect(await readAs("pdf", pdfOf(Buffer.from("0 0 10 10 re f"), ""))).toEqual({
    status: "no-text",
    units: [],
    warnings: [],
  });
});

test("a locked file is said to be locked, a broken one broken", async () => {
  const locked = pdfOf(content("x"), "")
    .toString("latin1")
    .replace(
      "trailer<<",
      `trailer<</ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${"00".repeat(32)}>/U<${"11".repeat(32)}>>>`,
    );
  expect(await readAs("pdf", Buffer.from(locked, "latin1"))).toMatchObject({ status: "encrypted", units: [] });
  expect(await readAs("pdf", "%PDF-1.7 and no more")).toMatchObject({ status: "corrupt" });
  expect(await readAs("pdf", "PK\x03\x04")).toMatchObject({ status: "corrupt" });
});

test("a cut file gives what there is of it, or says that it is broken", async () => {
  const whole = pdfOf(content("Text that stays"), "", 3);
  for (let length = 10; length < whole.length; length += 97) {
    expect(["ok", "corrupt", "no-text"]).toContain((await readAs("pdf", whole.subarray(0, length))).status);
  }
});
