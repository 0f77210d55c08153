/** Text files say nothing about their encoding: a mark, else UTF-8 where it fits, else what Windows wrote before. */
import { corrupt, MAX_CHARACTERS } from "./extraction.ts";

/** No more than can become the most characters that are kept. */
const MAX_BYTES = 4 * MAX_CHARACTERS;

function marked(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : null;
}

/** The text of a file, in the encoding that it declares itself where it does. Throws `Unreadable` where it is no text. */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const head = bytes.subarray(0, MAX_BYTES);
  const mark = marked(head);
  if (mark) return decodeAs(mark, head) ?? "";
  if (head.includes(0)) throw corrupt("It is named as text but holds something else.");
  const text = (declared ? decodeAs(declared, head) : null) ?? decodeAs("utf-8", head, true);
  return text ?? decodeAs("windows-1252", head) ?? "";
}

/** Null where the encoding is not known, or does not fit and `fatal` is set. The end may be cut inside a character. */
function decodeAs(encoding: string, bytes: Uint8Array, fatal = false): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}
