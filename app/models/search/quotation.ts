/** Chooses the words of a passage to quote: the sentence, or the row, that holds most of what was looked for. */
import { type HitPart, partsOf } from "#app/models/evidence/text/hit.ts";

import { stemOf, stemsOf } from "./relevance.ts";

/** Where words stand in a text; `end` is behind the last character. */
export type Stretch = { start: number; end: number };

/** A sentence ends at a stop before white space, and at the end of a line. */
const sentence = /\S(?:[^\n]*?[.!?…]["'”’)\]]*(?=\s|$)|[^\n]*)/g;

/** A line of fewer characters without a stop is a heading, and says little by itself. */
const HEADING = 80;
const isHeading = (sentence: string) => sentence.length < HEADING && !/[.!?…]["'”’)\]]*$/.test(sentence);

const wordsIn = (parts: readonly HitPart[]): Set<string> =>
  new Set(
    parts
      .filter(({ hit }) => hit)
      .flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
      .map(stemOf),
  );

/** The different words of a passage that the index marked, by how they begin. */
export const sharedIn = (marked: string): Set<string> => wordsIn(partsOf(marked));

/** How much each word tells that passages share with a finding: one that few of them hold tells more. */
export function telling(passages: readonly Set<string>[], finding: string): (stem: string) => number {
  const own = stemsOf(finding);
  const held = new Map<string, number>();
  for (const stem of passages.flatMap((words) => [...words])) held.set(stem, (held.get(stem) ?? 0) + 1);
  return (stem) => (own.has(stem) ? 2 : 1) * Math.log(1 + passages.length / (held.get(stem) ?? 1));
}

/** The stretch of `parts` from `start` to `end`, with its marks. */
export function cutParts(parts: readonly HitPart[], { start, end }: Stretch): HitPart[] {
  let at = 0;
  return parts.flatMap(({ text, hit }) => {
    const cut = text.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += text.length;
    return cut ? [{ text: cut, hit }] : [];
  });
}

export const textOf = (parts: readonly HitPart[]): string => parts.map(({ text }) => text).join("");

/** The best sentence of a passage as the index marked it, by what its words tell, and the passage in its parts. */
export function bestSentence(marked: string, tells: (stem: string) => number): { parts: HitPart[]; quote: Stretch } {
  const parts = partsOf(marked);
  let best = { start: 0, end: textOf(parts).trimEnd().length, held: -1 };
  for (const { 0: found, index: start } of textOf(parts).matchAll(sentence)) {
    const text = found.trimEnd();
    const end = start + text.length;
    const sum = [...wordsIn(cutParts(parts, { start, end }))].reduce((all, stem) => all + tells(stem), 0);
    const held = isHeading(text) ? sum / 2 : sum;
    if (held > best.held) best = { start, end, held };
  }
  return { parts, quote: { start: best.start, end: best.end } };
}
