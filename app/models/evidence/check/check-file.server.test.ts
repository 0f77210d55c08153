import { burn } from "@kenjiuno/msgreader/lib/Burner.js";
import { expect, test } from "vitest";

import { docxOf, odfOf, officeParts, paragraph, pptxOf, xlsxOf } from "#tests/support/office.ts";
import { zipOf } from "#tests/support/zip.ts";

import { checkFile } from "./check-file.server.ts";

const check = (name: string, bytes: Uint8Array) =>
  checkFile(name, {
    size: bytes.length,
    head: bytes.subarray(0, 4096),
    read: async (start, end) => bytes.subarray(start, end),
  });

/** What became of it, in few words. */
async function said(name: string, bytes: Uint8Array): Promise<string> {
  const checked = await check(name, bytes);
  return "why" in checked ? `refused: ${checked.why}` : `taken: ${checked.note ?? ""}`;
}

const compound = (...names: string[]) =>
  Buffer.from(
    burn([
      { name: "Root Entry", type: 5, length: 0, children: names.map((_, n) => n + 1) },
      ...names.map((name) => ({ name, type: 2, length: 16, binaryProvider: () => new Uint8Array(16) })),
    ]),
  );

const docx = docxOf(paragraph("Minutes"));
const xlsx = xlsxOf([{ name: "Budget", rows: "" }]);
const pptx = pptxOf([{ tree: "" }]);

test.each([
  ["a.docx", docx],
  ["a.xlsx", xlsx],
  ["a.pptx", pptx],
  ["a.odt", odfOf("text", "")],
  ["a.ods", odfOf("spreadsheet", "")],
  ["a.odp", odfOf("presentation", "")],
  ["a.doc", compound("WordDocument", "1Table")],
  ["a.xls", compound("Book")],
  ["a.ppt", compound("PowerPoint Document")],
  ["a.msg", compound("__properties_version1.0")],
  ["a.html", Buffer.from("<p>Plan</p>")],
])("%s is taken when its main part is what its name says", async (name, bytes) => {
  expect(await said(name, bytes)).toBe("taken: ");
});

test.each([
  ["a.docx", xlsx, /it holds an Excel workbook. Give it a name that ends in .xlsx/],
  ["a.xlsx", pptx, /it holds a PowerPoint presentation/],
  ["a.docx", odfOf("text", ""), /it holds an OpenDocument text. Give it a name that ends in .odt/],
  ["a.odt", odfOf("spreadsheet", ""), /it holds an OpenDocument spreadsheet/],
  ["a.odt", docx, /does not hold what its name says/],
  ["a.docx", zipOf([{ name: "setup.exe", data: "MZ" }]), /does not hold what its name says/],
  ["a.doc", compound("Workbook"), /does not hold what its name says/],
  ["a.xls", compound("\u4840\u3f3f", "SummaryInformation"), /does not hold what its name says/],
  ["a.docx", compound("WordDocument"), /does not hold what its name says/],
])("%s is refused when it holds something else", async (name, bytes, words) => {
  expect(await said(name, bytes)).toMatch(words);
});

const macros = { name: "word/vbaProject.bin", data: "x" };
const macroMain = officeParts("docx").map(({ name, data }) => ({
  name,
  data: `${data as string}`.replace(
    /application\/vnd.openxmlformats-officedocument.wordprocessingml.document.main\+xml/,
    "application/vnd.ms-word.document.macroEnabled.main+xml",
  ),
}));
test.each([
  ["a.docx", docxOf("", { more: [macros] })],
  ["a.docx", zipOf([...macroMain, { name: "word/document.xml", data: "<a/>" }])],
  ["a.doc", compound("WordDocument", "_VBA_PROJECT")],
  [
    "a.odt",
    zipOf([
      { name: "mimetype", data: "application/vnd.oasis.opendocument.text" },
      { name: "Basic/x.xml", data: "" },
    ]),
  ],
])("%s is refused when it holds macros, and says what to do", async (name, bytes) => {
  expect(await said(name, bytes)).toMatch(/“a\.\w+” holds macros.* without macros/);
});

test("two files in one are refused, whichever comes first", async () => {
  const png = Buffer.alloc(64);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(png);
  png.write("IHDR", 12, "latin1");
  png.writeUInt32BE(10, 16);
  png.writeUInt32BE(10, 20);
  expect(await said("a.png", png)).toBe("taken: ");
  const pdf = Buffer.from("%PDF-1.4\n%%EOF\n");
  expect(await said("a.pdf", pdf)).toBe("taken: ");
  for (const [name, first] of [
    ["a.pdf", pdf],
    ["a.png", png],
  ] as const) {
    expect(await said(name, Buffer.concat([first, docx])), name).toMatch(/can do harm/);
  }
  const before = zipOf([...officeParts("docx"), { name: "word/document.xml", data: "<a/>" }], {
    before: "#!/bin/sh\n",
  });
  expect(await said("a.docx", Buffer.concat([Buffer.from("PK\x03\x04"), before]))).toMatch(/can do harm|damaged/);
  expect(await said("a.docx", before)).toMatch(/does not hold what its name says/);
});

/** A JPEG with a comment before its frame, `side` pixels each way. */
function jpeg(side: number): Buffer {
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0x20, 0x02]), Buffer.alloc(0x2000)]);
  const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, side >> 8, side & 255, side >> 8, side & 255, 3]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), comment, frame, Buffer.alloc(40)]);
}

test("a picture of absurd size is refused by what its head says, without opening it", async () => {
  expect(await said("a.jpg", jpeg(4000))).toBe("taken: ");
  expect(await said("a.jpg", jpeg(60_000))).toMatch(/too many pixels/);
  const png = Buffer.alloc(64);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(png);
  png.write("IHDR", 12, "latin1");
  png.writeUInt32BE(2 ** 31 - 1, 16);
  png.writeUInt32BE(2 ** 31 - 1, 20);
  expect(await said("a.png", png)).toMatch(/too many pixels/);
});

test("what is empty, locked or damaged is taken, and said to be so", async () => {
  expect(await said("a.pdf", Buffer.alloc(0))).toMatch(/^taken: “a.pdf” is empty/);
  expect(await said("a.docx", compound("EncryptedPackage", "EncryptionInfo"))).toMatch(
    /^taken: .* locked with a password/,
  );
  expect(await said("a.docx", zipOf([{ name: "word/document.xml", data: "x", flags: 0x801 }]))).toMatch(
    /^taken: .* locked with a password/,
  );
  expect(await said("a.docx", docx.subarray(0, 700))).toMatch(/^taken: .* seems to be damaged/);
  expect(await said("a.jpg", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]))).toMatch(/^taken: .* seems to be damaged/);
  expect(await said("a.msg", compound("x").subarray(0, 600))).toMatch(/^taken: .* damaged/);
});
