/** Slides of tables: the ratings, each as its word, and the evidence that findings cite. */
import type { Briefing, BriefingJudgement, BriefingRating } from "./briefing.ts";
import type { Cell, TableRow, TableSlide } from "./deck.ts";
import { longDate } from "./date.ts";
import { clamp } from "./measure.ts";
import { ratingNote } from "./note.ts";
import { fitOverline, size } from "./page.ts";
import { cellLines, cellMargin, rowHeight, spreadRows } from "./spread.ts";
import { titleFor, topFor } from "./title.ts";

type Entry = { cells: Cell[]; group: boolean; notes: string[] };

type Table = {
  id: string;
  title: string;
  section: string;
  overline: string;
  role: TableSlide["role"];
  header: string[];
  widths: number[];
  alt: string;
  entries: Entry[];
};

/** The labels of the scales that a judgement, its themes and its lines are rated on, lowest first, by its number. */
export type Scales = Record<number, { judgement: string[]; theme: string[]; line: string[] }>;

function tableSlides(table: Table, tag: string): TableSlide[] {
  const { entries, ...head } = table;
  const notes = new Map<TableRow, string[]>();
  const rows = entries.map((entry): TableRow => {
    const face = entry.group ? "bold" : "regular";
    const cells = entry.cells.map((cell, n) => {
      const width = head.widths[n]! - 2 * cellMargin.x;
      return { ...cell, text: clamp(cell.text, face, size.cell, width, cellLines) };
    });
    const texts = cells.map(({ text }) => text);
    const row = { cells, height: rowHeight(texts, head.widths, face), group: entry.group };
    notes.set(row, entry.notes);
    return row;
  });
  const pages = spreadRows(rows, rowHeight(head.header, head.widths, "bold"), topFor(head.title, tag));
  return pages.map((shown, n) => ({
    kind: "table",
    ...head,
    overline: fitOverline(head.overline),
    id: n === 0 ? head.id : `${head.id}-${n + 1}`,
    ...titleFor(head.title, tag, n + 1, pages.length),
    rows: shown,
    notes: shown.flatMap((row) => notes.get(row)!),
  }));
}

const plain = (text: string): Cell => ({ text, tone: null });

/** "Not rated" where there is none. The word is in the cell; the tone only repeats it. */
function ratingCell(rating: BriefingRating | null, scale: string[] = []): Cell {
  const place = rating ? scale.indexOf(rating.level) : -1;
  return {
    text: rating?.level ?? "Not rated",
    tone: place < 0 || scale.length < 2 ? null : place / (scale.length - 1),
  };
}

type Rated = { rating: BriefingRating | null };

function entry(title: string, { rating }: Rated, scale: string[] | undefined, group: boolean): Entry {
  return { cells: [plain(title), ratingCell(rating, scale)], group, notes: ratingNote(title, rating) };
}

const ratingsTable = { role: "ratings", section: "Ratings", widths: [644, 220] } as const;

export const isRated = (judgements: BriefingJudgement[]): boolean =>
  judgements.some(
    ({ rating, themes }) => rating || themes.some((theme) => theme.rating || theme.lines.some(lineRated)),
  );

const lineRated = ({ rating }: Rated): boolean => rating !== null;

export function themeRatingSlides(
  { judgements, title: overline }: Briefing,
  scales: Scales,
  tag: string,
): TableSlide[] {
  const entries = judgements.flatMap((judgement) => [
    entry(`Judgement ${judgement.number}: ${judgement.title}`, judgement, scales[judgement.number]?.judgement, true),
    ...judgement.themes.map((theme) =>
      entry(`${theme.number} ${theme.title}`, theme, scales[judgement.number]?.theme, false),
    ),
  ]);
  const alt = "The rating of each judgement and, below it, of each of its themes";
  const table = { ...ratingsTable, widths: [...ratingsTable.widths], header: ["Theme", "Rating"], alt, entries };
  return tableSlides({ ...table, overline, id: "ratings-themes", title: "Ratings by theme" }, tag);
}

/** Only themes of which a line is rated. */
export function lineRatingSlides({ judgements, title: overline }: Briefing, scales: Scales, tag: string): TableSlide[] {
  const entries = judgements.flatMap(({ number, themes }) =>
    themes
      .filter((theme) => theme.lines.some(lineRated))
      .flatMap((theme) => [
        entry(`${theme.number} ${theme.title}`, theme, scales[number]?.theme, true),
        ...theme.lines.map((line) => entry(`${line.ref} ${line.title}`, line, scales[number]?.line, false)),
      ]),
  );
  const alt = "The rating of each theme and, below it, of each of its lines of enquiry";
  const table = {
    ...ratingsTable,
    widths: [...ratingsTable.widths],
    header: ["Line of enquiry", "Rating"],
    alt,
    entries,
  };
  return tableSlides({ ...table, overline, id: "ratings-lines", title: "Ratings by line of enquiry" }, tag);
}

export function evidenceSlides({ evidence, title: overline }: Briefing, tag: string): TableSlide[] {
  const entries = evidence.map(({ ref, title, kind, asAt }): Entry => {
    const texts = [ref, title, kind ?? "", asAt ? longDate(asAt) : ""];
    return { cells: texts.map(plain), group: false, notes: [] };
  });
  const table = { header: ["Number", "Title", "Kind", "Date"], widths: [84, 434, 176, 170], entries };
  const alt = "The evidence that the findings cite: its number, title, kind and date";
  const head = { id: "evidence", title: "Evidence", section: "Appendix", overline } as const;
  return tableSlides({ ...table, ...head, role: "evidence", alt }, tag);
}
