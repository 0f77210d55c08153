/**
 * Reads a deck of PowerPoint 97 to 2003 (MS-PPT) that may be hostile. Its text stands in records: a list of the slides'
 * outline, and a container for each slide with the text boxes that are not in the outline.
 */
import * as loaded from "cfb";

import { cleanText } from "#app/models/evidence/text/clean-text.ts";
import { checkCompound, isCompound } from "#app/models/evidence/text/compound.ts";
import { corrupt, tooLarge, Unreadable } from "#app/models/evidence/text/extraction.ts";

import { type Block, marked, most, nothing, type Paragraph, plainLines } from "./source.ts";
import { type Source, type SourceSlide, tooMuchText } from "./source.ts";
import { levelsOf, type Style } from "./ppt-style.ts";
import { withTitle } from "./title-guess.ts";

/** The package is CommonJS: what stands under `default` depends on who loads it. */
type Library = Pick<typeof loaded, "read" | "find">;
const cfb = "default" in loaded ? (loaded.default as Library) : (loaded as Library);

/** Numbers of records: MS-PPT 2.13.24. */
const type = {
  slide: 1006,
  slidePersist: 1011,
  slideShow: 1017,
  textHeader: 3999,
  chars: 4000,
  style: 4001,
  bytes: 4008,
  list: 4080,
  userEdit: 4085,
  persist: 6002,
} as const;

type Rec = { type: number; instance: number; version: number; from: number; to: number };

const broken = () => corrupt("It is damaged: its records do not fit into each other.");
const locked = () =>
  new Unreadable("encrypted", "It is locked with a password. Save it without one and bring in that.");
const mostRecords = 500_000;
const tooMany = "It holds more records than any real presentation.";

class Records {
  #seen = 0;
  readonly view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  at(offset: number, end = this.bytes.length): Rec {
    if (++this.#seen > mostRecords) throw tooLarge(tooMany);
    if (offset < 0 || offset + 8 > end) throw broken();
    const head = this.view.getUint16(offset, true);
    const from = offset + 8;
    const to = from + this.view.getUint32(offset + 4, true);
    if (to > end) throw broken();
    return { version: head & 15, instance: head >> 4, type: this.view.getUint16(offset + 2, true), from, to };
  }

  inside({ from, to }: Pick<Rec, "from" | "to">): Rec[] {
    const found: Rec[] = [];
    for (let at = from; at + 8 <= to;) {
      const record = this.at(at, to);
      found.push(record);
      at = record.to;
    }
    return found;
  }

  /** All of this type below, however deep. */
  all(record: Rec, wanted: number, depth = 0): Rec[] {
    if (depth > 32) throw corrupt("It is nested deeper than any real presentation.");
    return this.inside(record).flatMap((each) => {
      if (each.type === wanted) return [each];
      return each.version === 15 ? this.all(each, wanted, depth + 1) : [];
    });
  }
}

/** The newest place of each part of the document: the last edit's, then those of the edits before it. */
function placesOf(records: Records, currentUser: Uint8Array): { places: Map<number, number>; document: number } {
  const current = new DataView(currentUser.buffer, currentUser.byteOffset, currentUser.byteLength);
  if (currentUser.length < 20) throw broken();
  if (current.getUint32(12, true) === 0xf3d1c4df) throw locked();
  const places = new Map<number, number>();
  const seen = new Set<number>();
  let listed = 0;
  let document = 0;
  for (let offset = current.getUint32(16, true); offset && !seen.has(offset);) {
    seen.add(offset);
    const edit = records.at(offset);
    if (edit.type !== type.userEdit || edit.to - edit.from < 28) throw broken();
    // Only a document that is encrypted says where its key is: MS-PPT 2.3.3.
    if (edit.to - edit.from >= 32) throw locked();
    document ||= records.view.getUint32(edit.from + 16, true);
    const directory = records.at(records.view.getUint32(edit.from + 12, true));
    for (let at = directory.from; at + 4 <= directory.to;) {
      const head = records.view.getUint32(at, true);
      const [first, count] = [head & 0xfffff, head >>> 20];
      at += 4;
      listed += count;
      if (at + 4 * count > directory.to) throw broken();
      if (listed > mostRecords) throw tooLarge(tooMany);
      for (let n = 0; n < count; n++, at += 4) {
        if (!places.has(first + n)) places.set(first + n, records.view.getUint32(at, true));
      }
    }
    offset = records.view.getUint32(edit.from + 8, true);
  }
  return { places, document };
}

type Run = { use: number; paragraphs: Paragraph[] };

/** Texts among these records, each with what it is for: 0 a title, 6 a centred title, 1 a body, 4 another. */
function runsOf(records: Records, list: Rec[]): Run[] {
  const runs: Run[] = [];
  let [use, text]: [number, string | null] = [4, null];
  const end = (style: Style | null) => {
    if (text !== null) runs.push({ use, paragraphs: paragraphsOf(text, use, style) });
    text = null;
  };
  for (const each of list) {
    const bytes = records.bytes.subarray(each.from, each.to);
    if (each.type === type.textHeader) {
      end(null);
      use = bytes[0] ?? 4;
    } else if (each.type === type.chars) {
      end(null);
      text = new TextDecoder("utf-16le").decode(bytes);
    } else if (each.type === type.bytes) {
      end(null);
      text = narrow(bytes);
    } else if (each.type === type.style) end({ bytes });
  }
  end(null);
  return runs;
}

/** Characters of one byte, which are the first of Unicode. */
function narrow(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return pieces.join("");
}

function paragraphsOf(text: string, use: number, style: Style | null): Paragraph[] {
  const raw = text.split("\r", most.paragraphs + 1);
  if (raw.length > most.paragraphs || text.length > most.characters) throw tooMuchText();
  const levels = style
    ? levelsOf(
        style,
        raw.map(({ length }) => length + 1),
      )
    : [];
  const listed = use === 1 || use === 5 || use === 7 || use === 8;
  return raw.flatMap((each, n): Paragraph[] => {
    const kept = plainLines(cleanText(each.replace(/\v/g, "\n")));
    return kept ? [{ ...marked(kept, listed ? null : false), level: levels[n] ?? 0 }] : [];
  });
}

/** What other compound files are, by a stream that each of them has. */
const others: [RegExp, string][] = [
  [/^WordDocument$/, "It is a Word document of the old kind. Open it, copy its text and paste that."],
  [/^(?:Workbook|Book)$/, "It is an Excel workbook of the old kind. Open it, copy its text and paste that."],
  [/^__properties_version1\.0$/, "It is an e-mail. Choose the deck that came with it."],
  [/^PP40$|^PP97_DUALSTORAGE$/, "It is older than PowerPoint 97. Save it as a newer presentation."],
];

/** The streams of the file that its slides are read from. */
function streamsOf(bytes: Uint8Array): { main: Uint8Array; current: Uint8Array } {
  if (!isCompound(bytes)) throw corrupt("It is named as a PowerPoint file but holds something else.");
  const names = checkCompound(bytes);
  if (names.some((name) => /^Encrypted(?:Package|Summary)$/.test(name))) throw locked();
  const file = cfb.read(bytes, { type: "array" });
  const stream = (name: string) => {
    const found = cfb.find(file, `/${name}`)?.content;
    return found ? Uint8Array.from(found as Uint8Array) : null;
  };
  const [main, current] = [stream("PowerPoint Document"), stream("Current User")];
  if (main && current) return { main, current };
  const other = others.find(([pattern]) => names.some((name) => pattern.test(name)));
  throw corrupt(other?.[1] ?? "It is not a PowerPoint presentation.");
}

/** Throws `Unreadable` where it is no presentation, is locked or goes past a limit. */
export function readPptDeck(bytes: Uint8Array, beat: () => void): Source {
  const { main, current } = streamsOf(bytes);
  const records = new Records(main);
  const { places, document } = placesOf(records, current);
  const root = records.at(places.get(document) ?? -1);
  const list = records.inside(root).find((each) => each.type === type.list && each.instance === 0);
  const slides: SourceSlide[] = [];
  const seen = new Set<number>();
  for (const { reference, outline } of list ? persisted(records, list) : []) {
    beat();
    // A small file could show one long slide a thousand times.
    if (seen.has(reference)) throw broken();
    seen.add(reference);
    if (slides.length >= most.slides)
      throw tooLarge(`It holds more than ${most.slides.toLocaleString("en-GB")} slides.`);
    slides.push(readSlide(records, records.at(places.get(reference) ?? -1), outline, slides.length + 1));
  }
  return { kind: "ppt", slides, said: [], declared: null, ...nothing };
}

/** The outline's texts belong to the slide that stands before them. */
function persisted(records: Records, list: Rec): { reference: number; outline: Rec[] }[] {
  const found: { reference: number; outline: Rec[] }[] = [];
  for (const each of records.inside(list)) {
    if (each.type !== type.slidePersist) found.at(-1)?.outline.push(each);
    else if (each.to - each.from >= 4) {
      found.push({ reference: records.view.getUint32(each.from, true), outline: [] });
    }
  }
  return found;
}

const clientTextbox = 0xf00d;

function readSlide(records: Records, slide: Rec, outline: Rec[], number: number): SourceSlide {
  if (slide.type !== type.slide) throw broken();
  const boxes = records.all(slide, clientTextbox).flatMap((box) => runsOf(records, records.inside(box)));
  const runs = [...runsOf(records, outline), ...boxes].filter(({ paragraphs }) => paragraphs.length);
  const show = records.inside(slide).find((each) => each.type === type.slideShow);
  const hidden = show && show.to - show.from >= 12 ? (records.view.getUint8(show.from + 10) & 4) !== 0 : false;
  const shapes = runs.map(({ use, paragraphs }) => ({
    frame: null,
    title: use === 0 || use === 6,
    size: null,
    block: { kind: "text", paragraphs } satisfies Block,
  }));
  return { number, hidden, ...withTitle(shapes), notes: "" };
}
