import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

import { pictureSize } from "#app/models/evidence/text/picture-size.ts";
import { MOST_SCANNED } from "#app/models/evidence/text/recognising.server.ts";
import { drawnWords, scanOf } from "#tests/support/drawn.ts";
import { typeOf } from "#tests/support/read.ts";

import { missingForRecognition, recognise } from "./extraction.server.ts";

const folder = mkdtempSync(join(tmpdir(), "throughline-recognition-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, data: Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, data);
  return path;
}

const SAID = "The strategy group met 12 times, £1.7m, 85%";
const drawn = drawnWords([SAID, "Members asked for the cost per unit before agreeing."]);

test("the packages that recognise words in pictures are installed", () => {
  expect(missingForRecognition(), "Run `npm ci` with optional packages").toEqual([]);
});

test("words in a picture are recognised, with figures and signs, in the confined process", async () => {
  for (const [name, type] of [
    ["png", "image/png"],
    ["jpeg", "image/jpeg"],
  ] as const) {
    const read = await recognise(fileOf(`notice.${name}`, drawn[name]), type, name);
    expect(read.status, JSON.stringify(read)).toBe("ok");
    expect(read.units).toMatchObject([{ kind: "section", hidden: false }]);
    expect(read.units[0]?.text).toBe(`${SAID}\nMembers asked for the cost per unit before agreeing.`);
  }
}, 60_000);

test("scanned pages are recognised one by one, whichever way round they lay on the scanner", async () => {
  const other = drawnWords(["Page two of the minutes: apologies were received."]);
  for (const rotate of [0, 90, 180, 270] as const) {
    const { status, units } = await recognise(
      fileOf("scan.pdf", scanOf([drawn, other], { rotate })),
      typeOf.pdf,
      "scan.pdf",
    );
    expect([rotate, status, units.map(({ label }) => label)]).toEqual([rotate, "ok", ["page 1", "page 2"]]);
    expect(units[0]?.text).toContain(SAID);
    expect(units[1]?.text).toContain("apologies were received");
  }
}, 120_000);

test("pages are recognised however their pictures are packed", async () => {
  // Letters thick enough to stay themselves in black and white alone.
  const bold = drawnWords([SAID], 64);
  for (const packing of ["jpeg", "bits", "mask"] as const) {
    const read = await recognise(fileOf("scan.pdf", scanOf([bold], { packing })), typeOf.pdf, "scan.pdf");
    expect([packing, read.status, read.units[0]?.text.split("\n")[0]]).toEqual([packing, "ok", SAID]);
  }
}, 120_000);

test("a long scan is recognised as far as it may take, and says where it ends", async () => {
  const small = drawnWords(["Agreed."], 24);
  const path = fileOf("long.pdf", scanOf(Array<typeof small>(MOST_SCANNED + 3).fill(small)));
  const { units, warnings } = await recognise(path, typeOf.pdf, "long.pdf");
  expect(units).toHaveLength(MOST_SCANNED);
  expect(warnings.join()).toContain(`first ${MOST_SCANNED} of ${MOST_SCANNED + 3} pages`);
}, 120_000);

test("a flood of pixels is refused before it is unpacked, and what is no picture is said to be none", async () => {
  const flood = Buffer.from(drawn.png);
  flood.writeUInt32BE(60_000, 16);
  flood.writeUInt32BE(60_000, 20);
  expect(pictureSize(flood)).toEqual({ width: 60_000, height: 60_000 });
  expect(await recognise(fileOf("flood.png", flood), "image/png", "flood.png")).toMatchObject({
    status: "too-large",
    warnings: ["It has more than 40 million pixels."],
  });
  const cut = drawn.jpeg.subarray(0, 20);
  expect((await recognise(fileOf("cut.jpeg", cut), "image/jpeg", "cut.jpeg")).status).toBe("corrupt");
  const blank = drawnWords([""]).png;
  expect((await recognise(fileOf("blank.png", blank), "image/png", "blank.png")).status).toBe("no-text");
}, 60_000);
