/** Presentations of OpenDocument and of PowerPoint 97 made to harm whoever reads them, and what each is answered. */
import * as loaded from "cfb";

import { deflateBomb } from "./hostile.ts";
import { odfOf } from "./office.ts";
import { type Part, zipOf } from "./zip.ts";

const cfb = "default" in loaded ? (loaded.default as typeof loaded) : loaded;
const MB = 1024 * 1024;

const mimetype: Part = { name: "mimetype", data: "application/vnd.oasis.opendocument.presentation", method: 0 };
const odp = (content: Partial<Part>, more: Part[] = []) =>
  zipOf([mimetype, { name: "content.xml", data: "", ...content }, ...more]);
const page = (inside: string) => `<draw:page>${inside}</draw:page>`;
const box = (inside: string) => `<draw:frame><draw:text-box>${inside}</draw:text-box></draw:frame>`;
const stored = (content: string) => odp({ data: content, method: 0 });
const names = ["office", "text", "table", "presentation", "style"].map(
  (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
);
const pages = (inside: string) =>
  stored(
    `<office:document-content ${names.join(" ")} xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0">` +
      `<office:body><office:presentation>${inside}</office:presentation></office:body></office:document-content>`,
  );
const doctype = (entities: string, use: string) =>
  stored(`<!DOCTYPE x [${entities}]><office:document-content>${use}</office:document-content>`);
const laughs = Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join("");

/** OpenDocument presentations by what is wrong with them, with a word of the answer. */
export const hostileOdp = (): Record<string, [bytes: Buffer, answer: RegExp]> => ({
  "1 GB of content": [odp({ data: deflateBomb(1024), packed: true, size: 1024 * MB }), /256 MB|64 MB|200 times/],
  "1 GB that says it is little": [odp({ data: deflateBomb(1024), packed: true, size: 1000 }), /more than it says/],
  "500,000 deep": [stored("<a>".repeat(500_000)), /nested deeper/],
  "a billion laughs": [doctype(`<!ENTITY a0 "ha">${laughs}`, "&a30;"), /document type/],
  "a file's entity": [doctype('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;"), /document type/],
  "a million shapes": [pages(page("<draw:frame/>".repeat(1_000_000))), /larger than any real/],
  "95,000 paragraphs": [pages(page(box("<text:p>x</text:p>").repeat(95_000))), /more text than any real deck/],
  "100,000 slides": [pages("<draw:page/>".repeat(100_000)), /more than 2,000 slides/],
  "a billion columns": [
    pages(
      page(
        '<draw:frame><table:table><table:table-row><table:table-cell table:number-columns-repeated="999999999"/></table:table-row></table:table></draw:frame>',
      ),
    ),
    /^$/,
  ],
  "a billion spaces": [pages(page(box(`<text:p>x${'<text:s text:c="999999999"/>'.repeat(50_000)}y</text:p>`))), /^$/],
  "styles that lead in circles": [
    odfOf("presentation", '<draw:page draw:style-name="a"><draw:frame/></draw:page>', {
      styles:
        '<style:style style:name="a" style:family="drawing-page" style:parent-style-name="b"/><style:style style:name="b" style:family="drawing-page" style:parent-style-name="a"/>',
    }),
    /^$/,
  ],
  "content that is a web page": [stored("<html><body>Strengths</body></html>"), /not an OpenDocument presentation/],
  "no content": [zipOf([mimetype]), /not an OpenDocument presentation/],
  "a password": [
    odfOf("presentation", "", { manifest: "<file-entry><encryption-data/></file-entry>" }),
    /locked with a password/,
  ],
  "a password over all of it": [
    zipOf([
      mimetype,
      { name: "META-INF/manifest.xml", data: "<manifest><file-entry><encryption-data/></file-entry></manifest>" },
      { name: "encrypted-package", data: "x" },
    ]),
    /locked with a password/,
  ],
  "a text document": [odfOf("text", ""), /not an OpenDocument presentation/],
});

/** A record of MS-PPT; `length` is what it says of itself where that is a lie. */
export function record(
  type: number,
  body: Buffer | Buffer[],
  { container = false, instance = 0, length = -1 } = {},
): Buffer {
  const inside = Array.isArray(body) ? Buffer.concat(body) : body;
  const head = Buffer.alloc(8);
  head.writeUInt16LE((instance << 4) | (container ? 15 : 0), 0);
  head.writeUInt16LE(type, 2);
  head.writeUInt32LE(length < 0 ? inside.length : length, 4);
  return Buffer.concat([head, inside]);
}

const numbers = (...all: number[]) => {
  const bytes = Buffer.alloc(4 * all.length);
  all.forEach((each, n) => bytes.writeUInt32LE(each >>> 0, 4 * n));
  return bytes;
};
const chars = (text: string) => record(4000, Buffer.from(text, "utf16le"));
const header = (use: number) => record(3999, numbers(use));
const slideOf = (inside: Buffer[] = []) => record(1006, inside, { container: true });
const persist = (reference: number) => record(1011, numbers(reference, 0, 0, 0, 0));

type Ppt = {
  slides?: Buffer[];
  /** What stands in the list of the slides. */
  list?: Buffer[];
  token?: number;
  /** The key's place, which only an encrypted document has. */
  key?: number;
  before?: (edit: number) => number;
  cut?: number;
};

const outline = [header(0), chars("Diversity\vExcluded groups"), header(1), chars("Strengths\rOutreach")];

/** A presentation of PowerPoint 97 from its records up. */
export function pptStreams({ slides = [slideOf()], list, token = 0xe391c05f, key, before, cut }: Ppt = {}) {
  const listed = list ?? slides.flatMap((_, n) => [persist(n + 2), ...outline]);
  const document = record(1000, [record(4080, listed, { container: true })], { container: true });
  const offsets = [document, ...slides].map((_, n, all) =>
    all.slice(0, n).reduce((sum, { length }) => sum + length, 0),
  );
  const body = Buffer.concat([document, ...slides]);
  const directory = record(6002, [numbers(1 | (offsets.length << 20)), numbers(...offsets)]);
  const edit = body.length + directory.length;
  const user = record(4085, [
    numbers(0, 0, before?.(edit) ?? 0, body.length, 1, offsets.length + 1, 0),
    ...(key === undefined ? [] : [numbers(key)]),
  ]);
  const main = Buffer.concat([body, directory, user]);
  const current = record(4086, numbers(20, token, edit, 0, 0));
  return { main: cut === undefined ? main : main.subarray(0, cut), current };
}

export function compoundOf(streams: Record<string, Buffer>): Buffer {
  const file = cfb.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams)) cfb.utils.cfb_add(file, `/${name}`, bytes);
  return Buffer.from(cfb.write(file, { type: "buffer" }) as Uint8Array);
}

const pptOf = (made: Ppt = {}): Buffer => {
  const { main, current } = pptStreams(made);
  return compoundOf({ "PowerPoint Document": main, "Current User": current });
};

function nested(depth: number): Buffer {
  let inside = record(4000, Buffer.from("x"));
  const heads: Buffer[] = [];
  let length = inside.length;
  for (let n = 0; n < depth; n++) {
    heads.unshift(record(0xf003, Buffer.alloc(0), { container: true, length }));
    length += 8;
  }
  inside = Buffer.concat([...heads, inside]);
  return inside;
}

/** `ppt` with a number of its compound file changed: the header is 512 bytes, sectors are 512 each. */
const changed = (at: number, value: number, bytes = pptOf()): Buffer => {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(value >>> 0, at);
  return copy;
};

/** The sector table's first entries lead to each other. */
function circular(): Buffer {
  const bytes = pptOf();
  const table = 512 * (bytes.readUInt32LE(76) + 1);
  const directory = bytes.readUInt32LE(48);
  bytes.writeUInt32LE(directory, table + 4 * directory);
  return bytes;
}

/** Every entry of the directory says that its stream is 4 GB long. */
function huge(): Buffer {
  const bytes = pptOf();
  const directory = 512 * (bytes.readUInt32LE(48) + 1);
  for (let at = directory; at < directory + 512; at += 128) bytes.writeUInt32LE(0xffffff00, at + 120);
  return bytes;
}

/** Old presentations by what is wrong with them, with a word of the answer. */
export const hostilePpt = (): Record<string, [bytes: Buffer, answer: RegExp]> => ({
  "nothing wrong": [pptOf(), /^$/],
  "a password": [pptOf({ token: 0xf3d1c4df }), /locked with a password/],
  "a password that only the edit tells": [pptOf({ key: 9 }), /locked with a password/],
  "a password over all of it": [compoundOf({ EncryptedPackage: Buffer.alloc(100) }), /locked with a password/],
  "sectors in a circle": [circular(), /circles/],
  "streams of 4 GB": [huge(), /circles|damaged/],
  "a table of sectors that is far outside": [changed(76, 0xfffff), /circles/],
  "a record longer than all": [
    pptOf({ slides: [record(1006, Buffer.alloc(4), { container: true, length: 0xffffffff })] }),
    /records/,
  ],
  "a record cut short": [pptOf({ cut: 60 }), /records/],
  "100,000 containers in each other": [pptOf({ slides: [slideOf([nested(100_000)])] }), /nested deeper/],
  "two million empty records": [
    pptOf({ slides: [slideOf([Buffer.concat(Array<Buffer>(2_000_000).fill(record(1, Buffer.alloc(0))))])] }),
    /more records/,
  ],
  "one slide a thousand times": [pptOf({ list: Array<Buffer>(1_000).fill(persist(2)) }), /records do not fit/],
  "slides that are not there": [pptOf({ list: [persist(77)] }), /records/],
  "edits in a circle": [pptOf({ before: (edit) => edit }), /^$/],
  "20 MB of one letter": [pptOf({ list: [persist(2), header(1), chars("x".repeat(10 * MB))] }), /more text than any/],
  "a million paragraphs": [
    pptOf({ list: [persist(2), header(1), chars("x\r".repeat(1_000_000))] }),
    /more text than any/,
  ],
  "a million paragraphs and styles": [
    pptOf({
      list: [
        persist(2),
        header(1),
        chars("x\r".repeat(500_000)),
        record(4001, Buffer.alloc(5_000_000, Buffer.from([2, 0, 0, 0, 0, 0, 0, 0, 0, 0]))),
      ],
    }),
    /more text than any/,
  ],
  "no text": [pptOf({ list: [persist(2)] }), /^$/],
  "no slides": [pptOf({ list: [] }), /^$/],
  "a Word document": [compoundOf({ WordDocument: Buffer.alloc(5_000) }), /Word document of the old kind/],
  "an e-mail": [compoundOf({ "__properties_version1.0": Buffer.alloc(100) }), /e-mail/],
  "3,000 streams": [
    compoundOf({
      ...Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`s${n}`, Buffer.alloc(1)])),
      WordDocument: Buffer.alloc(1),
    }),
    /Word document/,
  ],
});
