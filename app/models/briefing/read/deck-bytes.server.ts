/** The bytes of a deck in whatever form it comes, told by what they hold; in the process that may be killed. */
import { isCompound } from "#app/models/evidence/text/compound.ts";
import { corrupt, Unreadable } from "#app/models/evidence/text/extraction.ts";
import { inflate } from "#app/models/evidence/text/inflate.server.ts";
import { openZip } from "#app/models/evidence/text/zip.ts";

import { withHeads } from "./heads.ts";
import { readOdpDeck } from "./odp.ts";
import { readPptDeck } from "./ppt.ts";
import { readPptxDeck } from "./pptx.ts";
import { most, type Source, tooMuchText } from "./source.ts";
import { readTextDeck } from "./text.ts";

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

const unsupported = (why: string) => new Unreadable("unsupported", why);

const instead = "Open it, copy its text and paste that.";

/** What is text to a machine and no deck to a person, by how it begins. */
const others: [RegExp, string][] = [
  [/^%PDF-/, "It is a PDF. Choose the deck that it was made from."],
  [/^\{\\rtf/, `It is a rich text document. ${instead}`],
  [
    /^(?:<\?xml|<!doctype|<html|<office:)/i,
    "It is a web page or XML. Open it in the program that made it, and save it as a PowerPoint or OpenDocument presentation.",
  ],
  [
    /^(?:(?:return-path|received|from|to|subject|date|message-id|mime-version|delivered-to|x-[a-z-]+): [^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){3}/i,
    "It is an e-mail. Choose the deck that came with it, or paste its text.",
  ],
];

function readWords(bytes: Uint8Array): Source {
  const text = decoded(bytes);
  const other = others.find(([pattern]) => pattern.test(text.slice(0, 4_000).replace(/^\ufeff?\s*/, "")));
  if (other) throw unsupported(other[1]);
  return readTextDeck(text);
}

function decoded(bytes: Uint8Array): string {
  const mark = `${bytes[0]} ${bytes[1]}`;
  // Notepad saves "Unicode" so.
  if (mark === "255 254" || mark === "254 255") {
    return new TextDecoder(mark === "255 254" ? "utf-16le" : "utf-16be").decode(bytes);
  }
  if (bytes.includes(0)) throw corrupt("It is neither a presentation nor plain text.");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function readZip(bytes: Uint8Array, beat: () => void): Source {
  const zip = openZip(bytes, inflate);
  if (zip.has("word/document.xml")) throw unsupported(`It is a Word document. ${instead}`);
  if (zip.has("xl/workbook.xml")) throw unsupported(`It is an Excel workbook. ${instead}`);
  const open = zip.has("content.xml") || zip.has("mimetype");
  return open ? readOdpDeck(bytes, inflate, beat) : readPptxDeck(bytes, inflate, beat);
}

function read(bytes: Uint8Array, beat: () => void): Source {
  if (bytes.length === 0) throw new Unreadable("no-text", "It is empty.");
  if (isZip(bytes)) return readZip(bytes, beat);
  // A compound file is an old deck, or a new one that is locked.
  return isCompound(bytes) ? readPptDeck(bytes, beat) : readWords(bytes);
}

/** Refuses what would keep whoever reviews it, and the server, for longer than any real deck. */
function bounded(source: Source): Source {
  let [paragraphs, characters] = [0, 0];
  for (const { title, blocks, notes } of source.slides) {
    characters += title.length + notes.length;
    for (const text of blocks.flatMap((block) =>
      block.kind === "text" ? block.paragraphs.map((each) => each.text) : block.rows.flat(),
    )) {
      characters += text.length;
      paragraphs += 1 + (text.match(/\n/g)?.length ?? 0);
    }
  }
  if (paragraphs > most.paragraphs || characters > most.characters) {
    throw tooMuchText();
  }
  return { ...source, slides: withHeads(source.slides) };
}

/** The deck, or in a whole sentence why there is none. Never throws. */
export function readDeckBytes(bytes: Uint8Array, beat: () => void = () => {}): { source: Source } | { why: string } {
  try {
    return { source: bounded(read(bytes, beat)) };
  } catch (error) {
    if (error instanceof Unreadable) return { why: error.why };
    if (error instanceof RangeError && /allocation|string length|array length/i.test(error.message)) {
      return { why: "It takes more memory than it may have." };
    }
    return { why: "It is damaged, or not built as a presentation should be." };
  }
}
