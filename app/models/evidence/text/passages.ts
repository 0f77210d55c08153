/** Cuts the text of a unit into passages: what is searched, and what a search shows. */

/** Where a passage stands in the text of its unit, and its text: `text` is the unit's from `start` to `end`. */
export type Passage = { start: number; end: number; text: string };

const LEAST = 400;
const MOST = 800;

/** Ends of sentences, with what closes a quotation or a bracket. */
const sentenceEnd = /[.!?…]["'”’)\]]*\s+/g;
const space = /\s/;

/**
 * Passages one after another that hold all of the text between them: of 400 to 800 characters where it can be, cut
 * behind a paragraph, a bullet or a row, else behind a sentence, else between words, never inside a word of less than
 * 800 characters.
 */
export function cutPassages(text: string): Passage[] {
  const passages: Passage[] = [];
  for (let start = 0; start < text.length;) {
    const end = endFrom(text, start);
    passages.push({ start, end, text: text.slice(start, end) });
    start = end;
  }
  return passages;
}

function endFrom(text: string, start: number): number {
  const left = text.length - start;
  if (left <= MOST) return text.length;
  // Room for a whole passage behind this one, so that none is left over that says nothing by itself.
  const most = start + Math.max(LEAST, Math.min(MOST, left - LEAST));
  const least = start + LEAST;
  return (
    lineEnd(text, least, most) ??
    lastSentence(text, least, most) ??
    lastSpace(text, least, most) ??
    lineEnd(text, start + 1, least) ??
    lastSpace(text, start + 1, least) ??
    nextSpace(text, most, start + MOST) ??
    wholeSign(text, start + MOST)
  );
}

/** The last end in the stretch that stands behind a line feed. */
function lineEnd(text: string, from: number, to: number): number | null {
  const at = text.slice(from - 1, to).lastIndexOf("\n");
  return at < 0 ? null : from + at;
}

function lastSentence(text: string, from: number, to: number): number | null {
  const stretch = text.slice(from - 1, to);
  let end: number | null = null;
  for (const found of stretch.matchAll(sentenceEnd)) end = from - 1 + found.index + found[0].length;
  // White space may go on behind the stretch; nothing is cut inside it.
  return end !== null && end >= from ? end : null;
}

function lastSpace(text: string, from: number, to: number): number | null {
  for (let end = to; end >= from; end--) if (space.test(text[end - 1] ?? "")) return end;
  return null;
}

function nextSpace(text: string, from: number, to: number): number | null {
  for (let end = from; end < to; end++) if (space.test(text[end] ?? "")) return end + 1;
  return null;
}

/** Not between the halves of a sign, nor before a mark that belongs to the sign before it. */
function wholeSign(text: string, at: number): number {
  let end = at;
  for (let step = 0; step < 40 && end < text.length; step++) {
    const code = text.codePointAt(end) ?? 0;
    const inside = /[\udc00-\udfff]/.test(text[end] ?? "") && /[\ud800-\udbff]/.test(text[end - 1] ?? "");
    if (!inside && !/[\p{M}\u200d]/u.test(String.fromCodePoint(code))) return end;
    end += 1;
  }
  return end;
}
