/** The slide as a page: its measures, in points, and the sizes of its text. The same for every format. */
import { clamp, lineOf, wrap } from "./measure.ts";
import type { Box } from "./deck.ts";

export const page = { width: 960, height: 540, margin: 48 } as const;

export const content = { x: page.margin, width: page.width - 2 * page.margin, bottom: 486 } as const;

/** Text never shrinks below these: the back row reads findings at 20 points. */
export const size = {
  overline: 16,
  title: 32,
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

/** White above a paragraph. */
export const gap = { finding: 7, point: 12, part: 6, statement: 14 } as const;

export const overlineBox = { x: content.x, y: 26, width: content.width, height: 22 } as const;

export const footerWidth = 700;

/** The small line over the title, cut short where it needs more than one line. */
export function fitOverline(text: string): string {
  return clamp(text, "bold", size.overline, overlineBox.width, 1);
}

/** Where the title stands, and at most how many lines of it. */
const titleAt = { y: 47, lines: 2, below: 14 } as const;

/** The title as the slide shows it, with its ending ("(continued)") kept whole, and where the body begins under it. */
export function fitTitle(title: string, ending: string): { title: string; top: number } {
  const shown = clamp(title, "bold", size.title, content.width, titleAt.lines, ending && ` ${ending}`);
  const lines = wrap(shown, "bold", size.title, content.width).length;
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
