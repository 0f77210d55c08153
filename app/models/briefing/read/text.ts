/** Reads a deck that someone pasted or saved as plain text: a transcript with numbered slides, Markdown, or an outline. */
import { cleanText } from "#app/models/evidence/text/clean-text.ts";

import { headingOf } from "./heading.ts";
import { type Block, most, nothing, type Paragraph, type Source, type SourceSlide } from "./source.ts";

const mark = /^(\s*)(?:[•◦▪‣●○■*·–—-]|\d{1,3}[.)](?=\s+\p{Lu}))\s+(.*)$/u;
/** A dash may begin a line that was wrapped: where slides are numbered and have points, only these are marks. */
const dot = /^(\s*)[•◦▪‣●○■·]\s+(.*)$/u;
const hashes = /^#{1,6}\s+(.*?)\s*#*$/;
const named = /^\s*(?:[-=*_]{2,}\s*)?slide\s+(\d{1,4})(?:\s+of\s+\d+)?\s*[:.–—-]*\s*(.*?)\s*[-=*_]*$/i;

const indentOf = (line: string): number => (/^\s*/.exec(line)?.[0] ?? "").replace(/\t/g, "    ").length;

/** Never throws. */
export function readTextDeck(raw: string): Source {
  const lines = cleanText(raw.replace(/^\ufeff/, ""))
    .split("\n")
    .slice(0, most.paragraphs);
  const starts = numbered(lines);
  const said: string[] = [];
  const slides = starts ? numberedSlides(lines, starts, said) : outlined(lines);
  const [, declared] = /^\s*(?:slides:\s*|\d+\s*\/\s*)(\d{1,4})\s*$/im.exec(raw) ?? [];
  return {
    kind: "text",
    slides: slides.slice(0, most.slides).map((slide, n) => ({ ...slide, number: n + 1 })),
    said,
    declared: starts && declared ? Number(declared) : null,
    ...nothing,
  };
}

/** Where slides begin that are numbered by lines of their own: 1, 2, 3 and so on; null where they are not. */
function numbered(lines: string[]): number[] | null {
  const starts: number[] = [];
  lines.forEach((line, at) => {
    const next = String(starts.length + 1);
    if (line.trim() === next || named.exec(line)?.[1] === next) starts.push(at);
  });
  return starts.length >= 3 ? starts : null;
}

type Draft = Omit<SourceSlide, "number">;

function numberedSlides(lines: string[], starts: number[], said: string[]): Draft[] {
  const marks = lines.some((line) => dot.test(line)) ? dot : mark;
  const headed = lines.some((line) => headingOf(marks.exec(line)?.[2] ?? ""));
  const before = lines.slice(0, starts[0]).filter((line) => line.trim()).length;
  if (before) said.push(`What stands before slide 1 was left out: ${before} ${before === 1 ? "line" : "lines"}.`);
  return starts.map((start, n) => {
    const own = lines.slice(start + 1, starts[n + 1] ?? lines.length);
    const said = named.exec(lines[start] ?? "")?.[2];
    const body = own.findIndex(
      (line, at) => marks.test(line) || (!headed && headingOf(line) !== null) || (at > 0 && !line.trim()),
    );
    const titles = said ? [said] : own.slice(0, body < 0 ? own.length : body);
    const rest = said ? own : own.slice(titles.length);
    const title = titles.map((line) => line.trim().replace(/^#+\s*/, "")).filter(Boolean);
    return slideOf(title.join(" "), blocksOf(rest, marks));
  });
}

const slideOf = (title: string, blocks: Block[]): Draft => ({
  hidden: false,
  title: title.slice(0, most.length),
  guessed: false,
  blocks,
  notes: "",
});

/**
 * A line without a mark goes on with what stands before it, unless white space parts them or it heads a section. Where
 * such lines are set in, one at the margin stands beside the points and is none.
 */
function blocksOf(lines: string[], marks: RegExp): Block[] {
  const found: Paragraph[] = [];
  const beside: string[][] = [];
  const listed = lines.some((line) => marks.test(line));
  const hanging = listed && lines.some((line) => indentOf(line) > 0 && !marks.test(line));
  let [apart, indent] = [true, 0];
  for (const line of lines) {
    const words = marks.exec(line)?.[2];
    const text = (words ?? hashes.exec(line)?.[1] ?? line).replace(/\s+/g, " ").trim();
    if (!text) {
      apart = true;
      continue;
    }
    const heading = headingOf(text) !== null;
    const last = found.at(-1);
    const wrapped = hanging ? indentOf(line) > indent : !apart;
    if (words === undefined && !heading && listed && last?.bullet) {
      if (wrapped) last.text = `${last.text} ${text}`.slice(0, most.length);
      else beside.push([text]);
    } else {
      indent = indentOf(line);
      const bullet = words !== undefined || (listed ? false : null);
      found.push({
        text: text.slice(0, most.length),
        level: heading ? 0 : 1,
        bullet: heading && words === undefined ? false : bullet,
      });
    }
    apart = false;
  }
  return [
    ...(found.length ? [{ kind: "text" as const, paragraphs: found }] : []),
    ...(beside.length ? [{ kind: "table" as const, rows: beside }] : []),
  ];
}

/** Slides begin at titles: a line with a hash, or one with no mark that stands at the margin over a heading or a list. */
function outlined(lines: string[]): Draft[] {
  const listed = lines.some((line) => mark.test(line));
  const indented = lines.some((line) => /^(?:\t| {2,})\S/.test(line));
  const slides: { title: string; lines: string[] }[] = [];
  lines.forEach((line, at) => {
    const title = titleAt(lines, at, { listed, indented });
    if (title !== null) slides.push({ title, lines: [] });
    else if (slides.length) slides.at(-1)!.lines.push(line);
    else if (line.trim()) slides.push({ title: "", lines: [line] });
  });
  return slides.map(({ title, lines: own }) => slideOf(title, blocksOf(own, mark)));
}

function titleAt(
  lines: string[],
  at: number,
  { listed, indented }: { listed: boolean; indented: boolean },
): string | null {
  const line = lines[at] ?? "";
  const text = (hashes.exec(line)?.[1] ?? line).trim();
  if (!text || headingOf(text) || mark.test(line)) return null;
  if (hashes.test(line)) return text;
  if (indentOf(line) > 0) return null;
  const next = lines.slice(at + 1).find((each) => each.trim()) ?? "";
  const leads = headingOf(next.trim()) !== null || mark.test(next) || (indented && indentOf(next) > 0);
  const apart = at === 0 || !lines[at - 1]!.trim();
  if (!listed && indented) return text;
  if (headingOf(next.trim()) !== null)
    return apart || !listed || indentOf(lines[at - 1]!) > 0 ? text : titleAfterItem(lines[at - 1]!, text);
  return apart && leads ? text : null;
}

/** Behind an item that was wrapped, a line at the margin is a title only where it looks like none of its words. */
const titleAfterItem = (before: string, text: string): string | null =>
  /^\p{Lu}/u.test(text) && (mark.test(before) || /[.?!]$/.test(before)) ? text : null;
