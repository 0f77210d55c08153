/** The slide as a page: its measures, in points, and the sizes of its text. The same for every format. */
import { clamp, lineOf, type Run, textWidth, wrapRuns } from "./measure.ts";
import type { Box } from "./deck.ts";

export const page = { width: 960, height: 540, margin: 48 } as const;

export const content = { x: page.margin, width: page.width - 2 * page.margin, bottom: 486 } as const;

/** Text never shrinks below these: the back row reads findings at 20 points. */
export const size = {
  overline: 16,
  title: 32,
  /** What says that a title goes on. */
  ending: 16,
  finding: 20,
  cite: 14,
  point: 24,
  part: 22,
  statement: 28,
  cell: 16,
  footer: 12,
  coverTitle: 54,
  dividerTitle: 46,
  dividerLine: 20,
} as const;

/** The findings of a line are set as large as all its slides have room for. */
export const findingSizes = [24, 22, size.finding] as const;

/** White above a paragraph. */
export const gap = { finding: 7, point: 12, part: 6, statement: 14 } as const;

export const overlineBox = { x: content.x, y: 26, width: content.width, height: 22 } as const;

/** Of the line at the foot; beside it is room for logos, and the number. */
export const footerWidth = 560;

/** At most so large is the word across a slide: it may take this much of the slide's width. */
const across = { size: 210, width: page.width * 0.85 } as const;
export const markSize = (word: string): number => Math.min(across.size, across.width / textWidth(word, "bold", 1));

/** The small line over the title, cut short where it needs more than one line. */
export function fitOverline(text: string): string {
  return clamp(text, "bold", size.overline, overlineBox.width, 1);
}

/** Where the title stands, and at most how many lines of it. */
const titleAt = { y: 47, lines: 2, below: 14 } as const;

/** The name in a title, and "(continued, 2 of 3)" after it, set apart from the name: smaller, lighter and in slate. */
export function titleRuns(title: string): [name: Run, ...ending: Run[]] {
  const [, name = title, ending] = /^(.+?)( \(continued(?:, \d+ of \d+)?\))?$/su.exec(title) ?? [];
  // It stands on one line.
  const text = ending?.replace(/(?<=\S) /g, "\u00a0");
  const more: Run[] = text ? [{ text, face: "regular", size: size.ending }] : [];
  return [{ text: name, face: "bold", size: size.title }, ...more];
}

/** The title as the slide shows it, with its ending ("(continued)") kept whole, and where the body begins under it. */
export function fitTitle(title: string, ending: string): { title: string; top: number } {
  const shown = clamp(title, "bold", size.title, content.width, titleAt.lines, ending && ` ${ending}`);
  const lines = wrapRuns(titleRuns(shown), content.width).length;
  return { title: shown, top: titleAt.y + lines * lineOf(title, size.title) + titleAt.below };
}

/** Under a title of one line. */
export const usualTop = titleAt.y + lineOf("", size.title) + titleAt.below;

export function bodyBox(top: number): Box {
  return { x: content.x, y: top, width: content.width, height: content.bottom - top };
}

/** Where a list or a statement stands: it has no bar above it, and wants more white. */
export const textBox = (top: number): Box => bodyBox(top + 8);

export function titleBox(top: number): Box {
  return { x: content.x, y: titleAt.y, width: content.width, height: top - titleAt.below - titleAt.y };
}
