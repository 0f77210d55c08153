/** Files made to harm whoever reads them, in little time and memory themselves. */
import { createHash } from "node:crypto";
import { constants, deflateRawSync, deflateSync } from "node:zlib";

import { burn } from "@kenjiuno/msgreader/lib/Burner.js";

import { docxOf, officeParts, paragraph } from "./office.ts";
import { localPart, type Part, zipOf } from "./zip.ts";

const MB = 1024 * 1024;

/** Raw deflate data of `megabytes` times the same megabyte: its blocks are written again and again. */
export function deflateBomb(megabytes: number, megabyte = Buffer.alloc(MB, " ")): Buffer {
  const block = deflateRawSync(megabyte, { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array<Buffer>(megabytes).fill(block), Buffer.from([3, 0])]);
}

const bombPart = (name: string, megabytes: number, lie: Partial<Part> = {}): Part => ({
  name,
  data: deflateBomb(megabytes),
  packed: true,
  size: megabytes * MB,
  ...lie,
});

/** Enough that does not pack to stay below 200 to 1. */
const noise = Array.from({ length: 128 }, (_, n) => createHash("sha512").update(`${n}`).digest("hex")).join("");

const stored = (body: string) => docxOf(body, { method: 0 });

const base = officeParts("docx");
const word = "word/document.xml";
const doctype = (inside: string) => `<!DOCTYPE w:document [${inside}]>`;

const laughs = `<!ENTITY a0 "ha">${Array.from(
  { length: 30 },
  (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`,
).join("")}`;

/** Each part holds the next, header and all, and all are parts of the package: D. Fifield, A better zip bomb, 2019. */
function overlapping(count: number): Buffer {
  const parts: Part[] = [];
  let data: Buffer = Buffer.from("x");
  for (let n = 0; n < count; n++) {
    const part = { name: n === count - 1 ? word : `word/p${n}.xml`, data, method: 0 };
    parts.unshift(part);
    data = localPart(part);
  }
  const start = zipOf(base).indexOf("PK\x01\x02");
  let at = start;
  return zipOf([
    ...base,
    ...parts.map((part, n): Part => {
      const here = at;
      at += 30 + part.name.length;
      return { ...part, at: here, inside: n > 0 };
    }),
  ]);
}

const entity = "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>";
const quadratic = `<!ENTITY a "${"a".repeat(100_000)}">`;

/** Word files, by what is wrong with them. `origin` is where an outside request would arrive. */
export const hostileWord = (origin: string): Record<string, Buffer> => ({
  "1 GB in one part": zipOf([...base, bombPart(word, 1024)]),
  "1 GB that says it is 1,000 bytes": zipOf([...base, bombPart(word, 1024, { size: 1000 })]),
  "300 parts of 60 MB": zipOf([...base, ...Array.from({ length: 300 }, (_, n) => bombPart(`word/${n}.xml`, 60))]),
  "60 MB of almost nothing": docxOf(paragraph(`${noise}${" ".repeat(MB - noise.length)}`.repeat(60))),
  "1,000 parts in the same bytes": overlapping(1_000),
  "20,000 parts": zipOf([...base, ...Array.from({ length: 20_000 }, (_, n) => ({ name: `p${n}`, data: "" }))]),
  "a part twice": zipOf([...base, { name: word, data: "a" }, { name: word, data: "b" }]),
  "a part twice, in capitals": zipOf([...base, { name: word, data: "a" }, { name: "WORD/document.xml", data: "b" }]),
  "a name that climbs": docxOf("", { more: [{ name: "../../etc/passwd", data: "x" }] }),
  "a name from the root": docxOf("", { more: [{ name: "/etc/passwd", data: "x" }] }),
  "a name with a drive": docxOf("", { more: [{ name: "C:/x", data: "x" }] }),
  "a name with a backslash": docxOf("", { more: [{ name: "..\\x", data: "x" }] }),
  "a name with a nought": docxOf("", { more: [{ name: "a\0b", data: "x" }] }),
  "a link": docxOf("", { more: [{ name: "word/x", data: "/etc/passwd", mode: 0xa1ff }] }),
  "the encryption bit": zipOf([...base, { name: word, data: "x", flags: 0x801 }]),
  "a method that is not known": zipOf([...base, { name: word, data: "x", method: 14 }]),
  "two names for a part": zipOf([...base, { name: word, localName: "word/other.xml", data: "x" }]),
  "a wrong check sum": zipOf([...base, { name: word, data: "x", crc: 7 }]),
  "an outside entity": docxOf(entity, { doctype: doctype(`<!ENTITY x SYSTEM "${origin}/xxe">`) }),
  "a file's entity": docxOf(entity, { doctype: doctype('<!ENTITY x SYSTEM "file:///etc/passwd">') }),
  "an outside document type": docxOf(paragraph("x"), { doctype: `<!DOCTYPE w:document SYSTEM "${origin}/dtd">` }),
  "a billion laughs": docxOf("<w:p><w:r><w:t>&a30;</w:t></w:r></w:p>", { doctype: doctype(laughs) }),
  "a long entity often": docxOf(`<w:p><w:r><w:t>${"&a;".repeat(100_000)}</w:t></w:r></w:p>`, {
    doctype: doctype(quadratic),
  }),
  "500,000 deep": stored("<w:sdt>".repeat(500_000)),
  "500,000 deep, packed": docxOf("<a>".repeat(500_000) + "</a>".repeat(500_000)),
  "3 million marks": stored("<w:p/>".repeat(3_000_000)),
  "2 million marks in one paragraph": stored(`<w:p>${"<w:r/>".repeat(2_000_000)}</w:p>`),
  "a million attributes": stored(`<w:p ${Array.from({ length: 1_000_000 }, (_, n) => `a${n}="${n}"`).join(" ")}/>`),
  "names in a million scopes": stored('<w:p xmlns:q="urn:q"/>'.repeat(1_000_000)),
  "a text of 30 MB": stored(paragraph("x".repeat(30 * MB))),
  "30 MB of spaces and line ends": stored(paragraph(" \n".repeat(15 * MB))),
});

/** A PDF of one page whose content is this stream. */
export function pdfOf(content: Buffer, filters: string, pages = 1): Buffer {
  const kids = Array.from({ length: pages }, (_, n) => `${n + 5} 0 R`).join(" ");
  const page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 3 0 R>>>>>>";
  const objects: (string | Buffer)[] = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${kids}]/Count ${pages}>>`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    Buffer.concat([
      Buffer.from(`<</Length ${content.length}${filters ? `/Filter[${filters}]` : ""}>>\nstream\n`),
      content,
      Buffer.from("\nendstream"),
    ]),
    ...Array<string>(pages).fill(page),
  ];
  const pieces = [Buffer.from("%PDF-1.4\n")];
  const offsets: number[] = [];
  let at = pieces[0]!.length;
  objects.forEach((object, n) => {
    const piece = Buffer.concat([Buffer.from(`${n + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n")]);
    offsets.push(at);
    pieces.push(piece);
    at += piece.length;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  pieces.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(pieces);
}

const zlib = (raw: Buffer) => Buffer.concat([Buffer.from([0x78, 0x9c]), raw, Buffer.alloc(4)]);

const flate = "/FlateDecode";

export const hostilePdf = (): Record<string, Buffer> => ({
  "2 GB behind two filters": pdfOf(deflateSync(zlib(deflateBomb(2048))), `${flate} ${flate}`),
  "2 GB of text behind two filters": pdfOf(
    deflateSync(zlib(deflateBomb(2048, Buffer.alloc(MB, "BT /F1 9 Tf (bomb) Tj ET\n")))),
    `${flate} ${flate}`,
  ),
  "a billion pages": Buffer.from(
    pdfOf(Buffer.from("BT ET"), "").toString("latin1").replace("/Count 1", "/Count 999999999"),
    "latin1",
  ),
  "100,000 pages": pdfOf(Buffer.from("BT /F1 12 Tf (x) Tj ET"), "", 100_000),
});

/** Compound files whose chains of sectors never end, or whose streams claim what they do not hold. */
export function hostileMail(): Record<string, Buffer> {
  const streams = [
    { name: "__substg1.0_0037001F", type: 2, length: 8000, binaryProvider: () => new Uint8Array(8000).fill(65) },
    { name: "__properties_version1.0", type: 2, length: 32, binaryProvider: () => new Uint8Array(32) },
  ];
  const good = Buffer.from(burn([{ name: "Root Entry", type: 5, length: 0, children: [1, 2] }, ...streams]));
  const changed = (change: (file: Buffer) => void) => {
    const file = Buffer.from(good);
    change(file);
    return file;
  };
  const table = 512 * (1 + good.readInt32LE(76));
  const directory = 512 * (1 + good.readInt32LE(48));
  return {
    "a chain that bites its tail": changed((file) => {
      for (let at = 0; at < 128; at++) file.writeInt32LE(at, table + 4 * at);
    }),
    "a stream of 2 GB": changed((file) => file.writeInt32LE(0x7fffffff, directory + 128 + 120)),
    "a folder in itself": changed((file) => {
      file.writeUInt8(1, directory + 128 + 66);
      file.writeInt32LE(1, directory + 128 + 76);
    }),
    "a billion tables": changed((file) => {
      file.writeInt32LE(0x7fffffff, 44);
      file.writeInt32LE(0x7fffffff, 72);
    }),
  };
}
