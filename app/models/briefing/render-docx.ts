/** A briefing as a Word report: what the deck shows in few words, at length and in order. Same briefing, same bytes. */
import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  TableOfContents,
  TabStopType,
  TextRun,
} from "docx";
import { TextWatermark } from "docx/watermarks";
import { strFromU8, unzipSync } from "fflate";

import { zipParts } from "#app/models/evidence/office-xml.ts";

import type { Briefing } from "./briefing.ts";
import { dayAndDate } from "./date.ts";
import type { Deck } from "./deck.ts";
import { closingParts, frontParts, judgementParts, ratingTables, type Block, type Telling } from "./docx-part.ts";
import { named, numbering, stylesOf } from "./docx-style.ts";
import { textWidth } from "./docx-table.ts";
import { printableIn } from "./printable.ts";
import { ownTheme, type DeckTheme } from "./theme.ts";

/** A4 with margins of 2 cm, in twips. */
const a4 = { width: 11_906, height: 16_838, margin: 1_134 } as const;

/** It tells what the deck tells: no ratings where that shows none, no sources where that names none. */
export async function renderDocx(given: Briefing, deck: Deck): Promise<Uint8Array> {
  const briefing = printableIn(given);
  const theme = deck.theme ?? ownTheme;
  const document = new Document({
    title: `${deck.meta.title} – ${deck.meta.kind}`,
    subject: `${deck.meta.kind}, ${deck.meta.council}`,
    creator: "Throughline",
    lastModifiedBy: "Throughline",
    description: "",
    styles: stylesOf(theme),
    numbering,
    sections: [
      { properties: { page: pageSize, titlePage: true }, children: titlePage(deck) },
      {
        properties: { page: pageSize, type: SectionType.NEXT_PAGE },
        headers: { default: headerOf(deck, theme) },
        footers: { default: footerOf(deck, theme) },
        children: body(briefing, deck, theme),
      },
    ],
  });
  return settled(new Uint8Array(await Packer.toBuffer(document)), deck.meta.asOf);
}

const pageSize = {
  size: { width: a4.width, height: a4.height },
  margin: {
    top: a4.margin + 300,
    bottom: a4.margin + 200,
    left: a4.margin,
    right: a4.margin,
    header: 600,
    footer: 500,
  },
};

function titlePage({ meta }: Deck): Paragraph[] {
  const line = (text: string) => new Paragraph({ style: named.front, children: [new TextRun(text)] });
  return [
    new Paragraph({ style: named.overline, children: [new TextRun(meta.kind)] }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(meta.title)] }),
    line(meta.council),
    line(dayAndDate(meta.asOf)),
    ...(meta.watermark ? [line(meta.watermark)] : []),
  ];
}

function body(briefing: Briefing, deck: Deck, { palette }: DeckTheme): Block[] {
  const telling = { ...tellingOf(briefing, deck), palette };
  const tables = deck.slides.filter((slide) => slide.kind === "table");
  return [
    new Paragraph({ style: named.contents, children: [new TextRun("Contents")] }),
    new TableOfContents("Contents", {
      hyperlink: true,
      headingStyleRange: "1-3",
      beginDirty: false,
    }) as unknown as Block,
    ...frontParts(briefing),
    ...briefing.judgements.flatMap((judgement) => judgementParts(judgement, telling)),
    ...ratingTables(tables, palette),
    ...closingParts(briefing, palette),
  ];
}

function tellingOf({ evidence }: Briefing, { slides }: Deck): Omit<Telling, "palette"> {
  const items = slides.flatMap((slide) => (slide.kind === "findings" ? slide.rows.flat() : []));
  return {
    ratings: slides.some((slide) => slide.kind === "table" && slide.role === "ratings"),
    sources: items.some(({ section }) => section.items.some(({ cites }) => cites.length > 0)),
    known: new Set(evidence.map(({ ref }) => ref)),
  };
}

const small = (theme: DeckTheme) => ({ size: 18, color: theme.palette.slate });

function headerOf({ meta }: Deck, theme: DeckTheme): Header {
  const mark = meta.watermark
    ? [new TextWatermark({ text: meta.watermark, color: theme.palette.line, opacity: 0.5, width: 420 })]
    : [];
  return new Header({
    children: [new Paragraph({ children: [...mark, new TextRun({ text: meta.footer, ...small(theme) })] })],
  });
}

function footerOf({ meta }: Deck, theme: DeckTheme): Footer {
  const page = ["\tPage ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          new TextRun({ text: meta.title, ...small(theme) }),
          new TextRun({ children: page, ...small(theme) }),
        ],
      }),
    ],
  });
}

/** Word counts the pages of the contents when it opens the file; what never does would lead to numbers that are not there. */
const withoutLeaders = (document: string): string => document.replaceAll(' w:leader="dot"', "");

/** The library counts bookmarks from when the program began: here they are counted from the document's own. */
function renumbered(document: string): string {
  const seen = new Map<string, number>();
  const number = (name: string) => seen.get(name) ?? (seen.set(name, seen.size + 1), seen.size);
  return withoutLeaders(document)
    .replace(/(?<="|PAGEREF )_Toc\d+(?="| )/g, (name) => `_Toc${number(name)}`)
    .replace(
      /(<w:bookmark(?:Start|End)\b[^>]*? w:id=)"(\d+)"/g,
      (_, head: string, id: string) => `${head}"${number(`id ${id}`)}"`,
    );
}

/** Dated by the deck, never by the clock, and zipped as all our files are. */
function settled(bytes: Uint8Array, asOf: string): Uint8Array {
  const parts = new Map<string, string | Uint8Array>(Object.entries(unzipSync(bytes)));
  const core = strFromU8(parts.get("docProps/core.xml") as Uint8Array);
  parts.set("docProps/core.xml", core.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${asOf}T00:00:00Z`));
  const text = "word/document.xml";
  parts.set(text, renumbered(strFromU8(parts.get(text) as Uint8Array)));
  return zipParts(parts);
}
