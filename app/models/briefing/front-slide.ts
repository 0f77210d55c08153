/** The slides that open a deck and its parts: the cover, and the divider of each judgement. */
import type { Briefing, BriefingJudgement, BriefingLine, BriefingTheme } from "./briefing.ts";
import type { CoverSlide, DividerSlide } from "./deck.ts";
import { dayAndDate } from "./date.ts";
import { clamp, lineOf, wrap } from "./measure.ts";
import { ratingNote } from "./note.ts";
import { size } from "./page.ts";

/** In points. Both kinds stand on ink, set in behind an accent bar. */
export const front = {
  x: 80,
  width: 800,
  bar: 15,
  coverTitle: 150,
  dividerTitle: 118,
  overlineSize: 24,
  lineSize: 24,
  /** Where the cover's council and date stand. */
  coverLines: 410,
  bottom: 490,
  columnGap: 40,
  /** Above each line of a divider's list. */
  lineGap: 12,
} as const;

const titleLines = { cover: 3, divider: 2 } as const;

const one = (text: string) => clamp(text, "regular", front.lineSize, front.width, 1);

/** The title between its fixed top and the body under it; a tag at its end is kept whole. */
function fitFront(title: string, tag: string, kind: "cover" | "divider"): { title: string; top: number } {
  const [points, y] = kind === "cover" ? [size.coverTitle, front.coverTitle] : [size.dividerTitle, front.dividerTitle];
  const room = (kind === "cover" ? front.coverLines : front.bottom) - y;
  const lines = Math.min(titleLines[kind], Math.floor(room / lineOf(title, points)));
  const shown = clamp(title, "bold", points, front.width, lines, tag && ` ${tag}`);
  return { title: shown, top: y + wrap(shown, "bold", points, front.width).length * lineOf(title, points) };
}

export function coverSlide(briefing: Briefing, tag: string): CoverSlide {
  return {
    kind: "cover",
    id: "cover",
    ...fitFront(briefing.title, tag, "cover"),
    section: "Start",
    overline: one(briefing.kind),
    lines: [one(briefing.council), dayAndDate(briefing.date)],
    notes: [],
  };
}

export function dividerSlide(judgement: BriefingJudgement, tag: string, rated: boolean): DividerSlide {
  const { title, top } = fitFront(judgement.title, tag, "divider");
  const name = `Judgement ${judgement.number}`;
  const contents = contentsOf(judgement);
  return {
    kind: "divider",
    id: `judgement-${judgement.number}`,
    title,
    top: top + 24,
    section: name,
    overline: name,
    columns: columnsOf(contents, top + 24),
    notes: rated ? ratingNote("Rating", judgement.rating) : [],
  };
}

/** Time for questions about a theme, once its lines are told. */
export function questionsSlide(theme: BriefingTheme, minutes: number, tag: string): DividerSlide {
  const { title, top } = fitFront(
    "Your questions",
    [`on ${lowered(theme.title)}`, tag].filter(Boolean).join(" "),
    "divider",
  );
  const name = `${theme.number} ${theme.title}`;
  return {
    kind: "divider",
    id: `questions-${theme.number}`,
    title,
    top: top + 24,
    section: name,
    overline: one(name),
    columns: [[minutes === 1 ? "1 minute" : `${minutes} minutes`]],
    notes: [],
  };
}

/** A title inside a sentence: "Governance" is "governance", and "IT" stays. */
const lowered = (title: string) =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

/** Whether any of its findings have slides. */
export const hasContents = (judgement: BriefingJudgement): boolean => contentsOf(judgement).length > 0;

/** The themes that slides follow for; the lines of enquiry where that is one theme only. */
function contentsOf({ themes }: BriefingJudgement): string[] {
  const shown = themes
    .map((theme) => ({ ...theme, lines: theme.lines.filter(hasFindings) }))
    .filter(({ lines }) => lines.length > 0);
  if (shown.length === 1) return shown[0]!.lines.map(({ ref, title }) => `${ref} ${title}`);
  return shown.map(({ number, title }) => `${number} ${title}`);
}

function hasFindings({ strengths, weaknesses, areas }: BriefingLine): boolean {
  return strengths.length + weaknesses.length + areas.length > 0;
}

const oneColumn = 5;

/** In one column or two, as many as fit; the last says how many do not. */
function columnsOf(contents: string[], top: number): string[][] {
  const columns = contents.length > oneColumn ? 2 : 1;
  const width = (front.width - front.columnGap * (columns - 1)) / columns;
  const lines = contents.map((text) => clamp(text, "regular", size.dividerLine, width, 1));
  const tallest = Math.max(...lines.map((text) => lineOf(text, size.dividerLine) + front.lineGap));
  const room = Math.max(1, Math.floor((front.bottom - top) / tallest));
  if (lines.length > room * columns) {
    lines.splice(room * columns - 1, Infinity, `and ${contents.length - room * columns + 1} more`);
  }
  if (columns === 1) return lines.length ? [lines] : [];
  const half = Math.ceil(lines.length / 2);
  return [lines.slice(0, half), lines.slice(half)];
}
