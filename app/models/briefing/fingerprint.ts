/** Short names for texts and ids, made from them alone: they tell one from another, and prove nothing. */
import { printable } from "./printable.ts";

const digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LENGTH = 8;

/** How long a fingerprint is, as part of an expression. */
export const fingerprintShape = `[0-9A-Za-z]{${LENGTH}}`;

/** Eight letters and figures (47 bits): the same text, the same fingerprint. Two multiplying hashes, then mixed. */
export function fingerprint(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  let value = (b & 0xffff) * 0x1_0000_0000 + (a >>> 0);
  let shown = "";
  for (let n = 0; n < LENGTH; n++) {
    shown += digits[value % digits.length]!;
    value = Math.floor(value / digits.length);
  }
  return shown;
}

/** Of words, however their white space came out: programs differ in which of it they keep. */
export const wordsFingerprint = (text: string): string => fingerprint(printable(text).replace(/\s+/g, " "));
