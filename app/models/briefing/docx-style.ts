/** The styles of the report: change one in Word and all of its kind follow. Sizes in half points, white in twips. */
import { AlignmentType, type IStylesOptions, type INumberingOptions, LevelFormat, LineRuleType } from "docx";

import type { DeckTheme, Palette } from "./theme.ts";

export const listReference = "findings";

/** Ids of the paragraph styles that Word does not bring itself. */
export const named = {
  overline: "Overline",
  contents: "ContentsHeading",
  front: "FrontLine",
  rating: "Rating",
  findings: "FindingsHeading",
  cell: "TableText",
  cellHead: "TableHeading",
} as const;

const line = (multiple: number) => ({ line: Math.round(240 * multiple), lineRule: LineRuleType.AUTO });

export function stylesOf({ palette, fonts }: DeckTheme): IStylesOptions {
  const heading = (size: number, before: number, after: number, colour: string = palette.ink) => ({
    run: { font: fonts.heading, size, bold: true, italics: false, color: colour },
    paragraph: { spacing: { before, after, ...line(1.05) }, keepNext: true, keepLines: true },
  });
  const body = { font: fonts.body, size: 22, color: palette.ink };
  return {
    default: {
      document: {
        run: { ...body, language: { value: "en-GB" } },
        paragraph: { spacing: { after: 120, ...line(1.15) } },
      },
      title: front(heading(64, 0, 240), palette),
      heading1: heading(40, 480, 200),
      heading2: heading(30, 400, 120, palette.teal),
      heading3: heading(25, 300, 80),
      heading4: heading(22, 180, 60),
      listParagraph: { run: body, paragraph: { spacing: { after: 80, ...line(1.1) } } },
      hyperlink: { run: { color: palette.link, underline: {} } },
    },
    paragraphStyles: [...contentsStyles(fonts.heading), ...ownStyles(palette)],
  };
}

/** The bar beside the front's lines, as covers of the deck have one: alike borders join into one. */
function front<S extends { paragraph?: object }>(style: S, { amber }: Palette): S {
  const border = { left: { style: "single", size: 48, space: 14, color: amber } };
  return { ...style, paragraph: { ...style.paragraph, border, indent: { left: 340 } } };
}

type ParagraphStyles = NonNullable<IStylesOptions["paragraphStyles"]>;

/** Of the table of contents; Word knows its three levels by these ids. */
function contentsStyles(font: string): ParagraphStyles {
  return [
    {
      id: named.contents,
      name: "Contents heading",
      basedOn: "Normal",
      run: { font, size: 40, bold: true },
      paragraph: { keepNext: true, spacing: { after: 200 } },
    },
    ...[1, 2, 3].map((level) => ({
      id: `TOC${level}`,
      name: `toc ${level}`,
      basedOn: "Normal",
      next: "Normal",
      run: { bold: level === 1 },
      paragraph: {
        spacing: { before: level === 1 ? 120 : 0, after: 20, ...line(1) },
        indent: { left: (level - 1) * 280 },
      },
    })),
  ];
}

function ownStyles(palette: Palette): ParagraphStyles {
  return [
    front(
      {
        id: named.overline,
        name: "Overline",
        basedOn: "Normal",
        next: "Title",
        run: { size: 28, bold: true, color: palette.teal },
        paragraph: { spacing: { before: 3600, after: 120 } },
      },
      palette,
    ),
    front(
      {
        id: named.front,
        name: "Front line",
        basedOn: "Normal",
        run: { size: 28 },
        paragraph: { spacing: { after: 40 } },
      },
      palette,
    ),
    {
      id: named.rating,
      name: "Rating",
      basedOn: "Normal",
      paragraph: {
        keepLines: true,
        spacing: { after: 160 },
        indent: { left: 160 },
        border: { left: { style: "single", size: 24, space: 8, color: palette.amber } },
      },
    },
    {
      id: named.findings,
      name: "Findings heading",
      basedOn: "Heading4",
      next: "ListParagraph",
      quickFormat: true,
    },
    {
      id: named.cell,
      name: "Table text",
      basedOn: "Normal",
      paragraph: { spacing: { before: 40, after: 40, ...line(1) } },
    },
    {
      id: named.cellHead,
      name: "Table heading",
      basedOn: named.cell,
      run: { bold: true, color: palette.paper },
      paragraph: { keepNext: true },
    },
  ];
}

export const numbering: INumberingOptions = {
  config: [
    {
      reference: listReference,
      levels: ["•", "–"].map((text, level) => ({
        level,
        format: LevelFormat.BULLET,
        text,
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 280 } } },
      })),
    },
  ],
};
