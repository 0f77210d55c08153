/** Marks in a text the words that were looked for, near enough to how the index of stems finds them. */
import type { HitPart } from "#app/models/evidence/text/hit.ts";

/** What the forms of a word share, near enough: "commission" of "commissioning" and "commissioned". */
const rootOf = (word: string): string => {
  const lower = word.toLowerCase();
  const root = lower.replace(/(?:ations?|ments?|ings?|ers?|ied|ies|ed|es|ly|s|y|e)$/, "");
  return root.length >= 3 ? root : lower;
};

const word = /[\p{L}\p{N}]+/gu;

/** `text` with each word marked that `typed` holds in some form; "begin*" marks what begins so. */
export function markWords(text: string, typed: string): HitPart[] {
  const roots = new Set((typed.match(word) ?? []).map(rootOf));
  const beginnings = [...typed.matchAll(/([\p{L}\p{N}]+)\*/gu)].map(([, begins = ""]) => begins.toLowerCase());
  const wanted = (found: string) =>
    roots.has(rootOf(found)) || beginnings.some((begins) => found.toLowerCase().startsWith(begins));
  const parts: HitPart[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(word)) {
    if (!wanted(found)) continue;
    if (index > at) parts.push({ text: text.slice(at, index), hit: false });
    parts.push({ text: found, hit: true });
    at = index + found.length;
  }
  return at < text.length ? [...parts, { text: text.slice(at), hit: false }] : parts;
}
