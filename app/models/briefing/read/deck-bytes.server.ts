/** The bytes of a deck in whatever form it comes, told by what they hold; in the process that may be killed. */
import { isCompound } from "#app/models/evidence/text/compound.ts";
import { corrupt, Unreadable } from "#app/models/evidence/text/extraction.ts";
import { inflate } from "#app/models/evidence/text/inflate.server.ts";
import { openZip } from "#app/models/evidence/text/zip.ts";

import { readOdpDeck } from "./odp.ts";
import { readPptDeck } from "./ppt.ts";
import { readPptxDeck } from "./pptx.ts";
import type { Source } from "./source.ts";
import { readTextDeck } from "./text.ts";

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isPdf = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes.subarray(0, 5)) === "%PDF-";

function read(bytes: Uint8Array, beat: () => void): Source {
  if (bytes.length === 0) throw new Unreadable("no-text", "It is empty.");
  if (isZip(bytes)) {
    const open = openZip(bytes, inflate).has("content.xml");
    return open ? readOdpDeck(bytes, inflate, beat) : readPptxDeck(bytes, inflate, beat);
  }
  // A compound file is an old deck, or a new one that is locked.
  if (isCompound(bytes)) return readPptDeck(bytes, beat);
  if (isPdf(bytes)) throw new Unreadable("unsupported", "It is a PDF. Choose the deck that it was made from.");
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return readTextDeck(text);
  } catch {
    // Said below.
  }
  if (bytes.includes(0)) throw corrupt("It is neither a presentation nor plain text.");
  return readTextDeck(new TextDecoder("windows-1252").decode(bytes));
}

/** The deck, or in a whole sentence why there is none. Never throws. */
export function readDeckBytes(bytes: Uint8Array, beat: () => void = () => {}): { source: Source } | { why: string } {
  try {
    return { source: read(bytes, beat) };
  } catch (error) {
    if (error instanceof Unreadable) return { why: error.why };
    if (error instanceof RangeError && /allocation|string length|array length/i.test(error.message)) {
      return { why: "It takes more memory than it may have." };
    }
    return { why: "It is damaged, or not built as a presentation should be." };
  }
}
