/** The parts of the report, in the order of the briefing: each a heading and what stands under it. */
import { HeadingLevel, InternalHyperlink, Paragraph, type ParagraphChild, type Table, TextRun } from "docx";

import { headings } from "./arrange.ts";
import type {
  Briefing,
  BriefingFinding,
  BriefingJudgement,
  BriefingLine,
  BriefingRating,
  BriefingTheme,
} from "./briefing.ts";
import { sectionKeys } from "./chosen.ts";
import { longDate } from "./date.ts";
import type { TableSlide } from "./deck.ts";
import { listReference, named } from "./docx-style.ts";
import { reportTable } from "./docx-table.ts";
import { type Palette, sectionTone } from "./theme.ts";

export type Block = Paragraph | Table;

/** What the deck tells: a report says no more than it does. */
export type Telling = { ratings: boolean; sources: boolean; known: ReadonlySet<string>; palette: Palette };

type Level = "HEADING_1" | "HEADING_2" | "HEADING_3";

export const heading = (text: string, level: Level, pageBreakBefore = false): Paragraph =>
  new Paragraph({ heading: HeadingLevel[level], pageBreakBefore, children: [new TextRun(text)] });

export const prose = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] });

const bullet = (children: ParagraphChild[], level = 0): Paragraph =>
  new Paragraph({ style: "ListParagraph", numbering: { reference: listReference, level }, children });

const lead = (name: string, rest: string | null): TextRun[] =>
  rest === null ? [new TextRun(name)] : [new TextRun({ text: `${name}: `, bold: true }), new TextRun(rest)];

export function frontParts({ team, agenda, context }: Briefing): Block[] {
  return [
    ...(team.length ? [heading("The inspection team", "HEADING_1", true)] : []),
    ...team.map(({ role, organisation, lead: leads }) =>
      bullet(lead(role, [organisation, leads && "leads the inspection"].filter(Boolean).join(", ") || null)),
    ),
    ...(agenda.length ? [heading("Agenda", "HEADING_1")] : []),
    ...agenda.flatMap(({ title, parts }) => [
      bullet([new TextRun(title)]),
      ...parts.map((part) => bullet([new TextRun(part)], 1)),
    ]),
    ...(context.length ? [heading("What the service has aimed to achieve", "HEADING_1")] : []),
    ...context.flatMap(({ title, paragraphs, items }) => [
      heading(title, "HEADING_2"),
      ...paragraphs.map(prose),
      ...items.map((item) => bullet([new TextRun(item)])),
    ]),
  ];
}

const hasFindings = (line: BriefingLine): boolean => sectionKeys.some((key) => line[key].length > 0);

/** Lines that have neither findings nor a rating are not named. */
export function judgementParts(judgement: BriefingJudgement, telling: Telling): Block[] {
  const themes = judgement.themes.flatMap((theme) => themeParts(theme, telling));
  const rated = ratingParts(judgement.rating, telling);
  if (themes.length + rated.length === 0) return [];
  return [heading(`Judgement ${judgement.number}: ${judgement.title}`, "HEADING_1", true), ...rated, ...themes];
}

function themeParts({ number, title, rating, lines }: BriefingTheme, telling: Telling): Block[] {
  const shown = lines.filter((line) => hasFindings(line) || (telling.ratings && line.rating));
  const rated = ratingParts(rating, telling);
  if (shown.length + rated.length === 0) return [];
  return [heading(`${number} ${title}`, "HEADING_2"), ...rated, ...shown.flatMap((line) => lineParts(line, telling))];
}

function lineParts(line: BriefingLine, telling: Telling): Block[] {
  return [
    heading(`${line.ref} ${line.title}`, "HEADING_3"),
    ...ratingParts(line.rating, telling),
    ...sectionKeys.flatMap((key) => {
      if (line[key].length === 0) return [];
      const run = new TextRun({ text: headings[key], color: telling.palette[sectionTone[key]] });
      const title = new Paragraph({ style: named.findings, children: [run] });
      return [title, ...line[key].map((finding) => bullet(findingRuns(finding, telling)))];
    }),
  ];
}

function ratingParts(rating: BriefingRating | null, { ratings }: Telling): Paragraph[] {
  if (!ratings || !rating) return [];
  const level = new TextRun({ text: `Rated ${rating.level}. `, bold: true });
  return [new Paragraph({ style: named.rating, children: [level, new TextRun(rating.reason)] })];
}

/** Each source leads to its row in the list of evidence. */
function findingRuns({ text, citations }: BriefingFinding, { sources, known }: Telling): ParagraphChild[] {
  if (!sources) return [new TextRun(text)];
  const cites = citations.flatMap(({ evidence, locator }, n): ParagraphChild[] => {
    // A short one stays on one line.
    const place = locator && locator.length <= 12 ? locator.replaceAll(" ", "\u00a0") : locator;
    const words = `[${[evidence, place].filter(Boolean).join(locator === place ? ", " : ",\u00a0")}]`;
    const space = new TextRun(n === 0 ? "\u00a0" : " ");
    if (!known.has(evidence)) return [space, new TextRun(words)];
    return [
      space,
      new InternalHyperlink({ anchor: evidence, children: [new TextRun({ text: words, style: "Hyperlink" })] }),
    ];
  });
  return [new TextRun(text), ...cites];
}

/** The same rows as the deck's tables, without the groups that a new slide says again. */
export function ratingTables(slides: TableSlide[], palette: Palette): Block[] {
  const first = slides.filter(({ role, id }) => role === "ratings" && !/-\d+$/.test(id));
  return first.flatMap((slide, n) => {
    const rows = slides
      .filter(({ id }) => id === slide.id || id.startsWith(`${slide.id}-`))
      .flatMap((page, at) =>
        at > 0 && page.rows[0]?.group ? page.rows.slice(isRepeated(slides, page) ? 1 : 0) : page.rows,
      );
    const shown = rows.map(({ cells, group }) => ({
      cells: cells.map(({ text }) => text),
      group,
      tone: cells.at(-1)?.tone ?? null,
    }));
    const title = heading(slide.title, "HEADING_2");
    const table = reportTable(slide.header, [3, 1], shown, palette);
    return n === 0 ? [heading("Ratings", "HEADING_1", true), title, table] : [title, table];
  });
}

/** Whether the group that begins this slide was named on one before it. */
function isRepeated(slides: TableSlide[], page: TableSlide): boolean {
  const [group] = page.rows;
  const before = slides.slice(0, slides.indexOf(page)).filter(({ header }) => header[0] === page.header[0]);
  return before.some(({ rows }) => rows.some((row) => row.group && row.cells[0]?.text === group?.cells[0]?.text));
}

export function closingParts({ nextStages, evidence }: Briefing, palette: Palette): Block[] {
  const rows = evidence.map(({ ref, title, kind, asAt }) => ({
    cells: [ref, title, kind ?? "", asAt ? longDate(asAt) : ""],
    bookmark: ref,
  }));
  const table = () => reportTable(["Number", "Title", "Kind", "Date"], [10, 46, 22, 22], rows, palette);
  return [
    ...(nextStages.length ? [heading("Next stages", "HEADING_1", true)] : []),
    ...nextStages.map(({ title, detail }) => bullet(lead(title, detail))),
    ...(rows.length ? [heading("Evidence", "HEADING_1", true), table()] : []),
  ];
}
