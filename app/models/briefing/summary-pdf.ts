/**
 * The one-page summary as a PDF: one side of A4, tagged, so that it can be read by ear. Where there is more than fits, all
 * of it is set smaller. The same summary gives the same bytes.
 */
import PDFDocument from "pdfkit";

import type { SummaryView } from "#app/models/readiness/summary.ts";

import { colour, toneOf } from "./colour.ts";
import { lineOf, textWidth, wrap, type Face } from "./measure.ts";
import { bytesOf } from "./pdf-document.ts";
import type { Fonts } from "./pdf-font.ts";
import { type Document, penOf, type Pen, type Place } from "./pdf-pen.ts";

/** A4, in points. */
const sheet = { width: 595.28, height: 841.89, margin: 44 } as const;
const inner = sheet.width - 2 * sheet.margin;

/** Sizes of text, smaller until the page holds all of it. */
const scales = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.5, 0.42] as const;
const sizes = { title: 21, lede: 12.5, heading: 12.5, text: 10 } as const;

/** What stands on the page: as tall as it is, and how it is drawn from `y` down under its place in the structure. */
type Block = { height: number; draw(y: number, at: Place, pen: Pen): void };

const words = (day: string) =>
  new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "Europe/London",
  }).format(new Date(day));

export async function summaryPdf(view: SummaryView, fonts: Fonts): Promise<Uint8Array> {
  const doc = documentOf(view);
  const pen = penOf(doc, fonts);
  const room = sheet.height - 2 * sheet.margin;
  const all = scales.map((scale) => blocksOf(view, scale));
  const blocks = all.find((one) => heightOf(one) <= room) ?? all.at(-1)!;
  const root = doc.struct("Document", { title: view.title });
  doc.addStructure(root);
  doc.addPage({ size: [sheet.width, sheet.height], margin: 0 });
  let y: number = sheet.margin;
  for (const block of blocks) {
    block.draw(y, root, pen);
    y += block.height;
  }
  root.end();
  return bytesOf(doc);
}

const heightOf = (blocks: Block[]) => blocks.reduce((sum, { height }) => sum + height, 0);

function documentOf({ title, council, day }: SummaryView): Document {
  const at = new Date(`${day}T00:00:00Z`);
  const made = {
    Author: "Throughline",
    Creator: "Throughline",
    Producer: "Throughline",
    CreationDate: at,
    ModDate: at,
  };
  return new PDFDocument({
    autoFirstPage: false,
    pdfVersion: "1.7",
    tagged: true,
    lang: "en-GB",
    displayTitle: true,
    info: { Title: `${title} – one-page summary`, Subject: council, ...made },
    // No font until one is asked for: else a standard one would be named in the file.
    font: "",
  });
}

function blocksOf(view: SummaryView, scale: number): Block[] {
  const { council, title, day, sentence, facts, figures, judgements, gaps } = view;
  const text = (type: string, of: string, face: Face, size: number, after: number, tint: string = colour.ink) =>
    textBlock({ type, of, face, size: size * scale, after: after * scale, tint });
  return [
    text("P", `${council}, ${words(day)}`, "regular", sizes.text, 2, colour.slate),
    text("H1", title, "bold", sizes.title, 4),
    text("P", sentence, "regular", sizes.lede, 12),
    besides(factsBlock("Where it stands", facts, scale), factsBlock("Readiness", figures, scale)),
    ...judgements.flatMap((judgement) => [judgementHead(judgement, scale), themesBlock(judgement, scale)]),
    ...(gaps.length ? [text("H2", "What is most pressing", "bold", sizes.heading, 4), listBlock(gaps, scale)] : []),
  ];
}

type TextLook = { type: string; of: string; face: Face; size: number; after: number; tint: string };

function textBlock({ type, of, face, size, after, tint }: TextLook): Block {
  const [lines, step] = [wrap(of, face, size, inner), lineOf(of, size)];
  return {
    height: lines.length * step + after,
    draw: (y, at, pen) => void pen.lines(at, type, lines, face, { x: sheet.margin, y, size, colour: tint }, step),
  };
}

type Column = { height: number; draw(x: number, y: number, at: Place, pen: Pen): void };

/** Two columns, as tall as the taller. */
const besides = (left: Column, right: Column): Block => ({
  height: Math.max(left.height, right.height),
  draw(y, at, pen) {
    left.draw(sheet.margin, y, at, pen);
    right.draw(sheet.margin + inner / 2 + 12, y, at, pen);
  },
});

/** Names with what they are now: a list to the ear, two ends of a line to the eye. */
function factsBlock(title: string, facts: SummaryView["facts"], scale: number): Column {
  const [head, size] = [sizes.heading * scale, sizes.text * scale];
  const [first, step] = [lineOf(title, head) + 3 * scale, size * 1.75];
  const width = inner / 2 - 12;
  return {
    height: first + facts.length * step + 12 * scale,
    draw(x, y, at, pen) {
      pen.lines(at, "H2", [title], "bold", { x, y, size: head, colour: colour.ink }, head);
      const list = pen.place(at, "L");
      facts.forEach(({ name, value }, n) => {
        const top = y + first + n * step;
        pen.artefact(() => pen.fill({ x, y: top + step - 2, width, height: 0.6 }, colour.line));
        const item = pen.place(list, "LI");
        pen.lines(item, "Lbl", [name], "regular", { x, y: top, size, colour: colour.ink }, step);
        const end = x + width - textWidth(value, "bold", size);
        pen.lines(item, "LBody", [value], "bold", { x: end, y: top, size, colour: colour.ink }, step);
        item.end();
      });
      list.end();
    },
  };
}

type Judgement = SummaryView["judgements"][number];
type Standing = Judgement["themes"][number]["rating"];

const chipWords = (of: Standing, none: string) => (typeof of === "string" ? of : of.kind === "none" ? none : of.words);

/** A rating as a lozenge of its colour, its words in it. */
function chip(
  pen: Pen,
  at: Place,
  type: string,
  of: Standing,
  spot: { x: number; y: number; size: number; none: string },
): void {
  const { x, y, size, none } = spot;
  const label = chipWords(of, none);
  const tone = typeof of !== "string" && of.rated && toneOf(of.rated.tone);
  const height = size * 1.45;
  pen.artefact(() => {
    if (!tone) return;
    pen.doc.roundedRect(x, y, textWidth(label, "bold", size) + size * 1.4, height, height / 2).fill(`#${tone.fill}`);
  });
  const left = tone ? x + size * 0.7 : x;
  const look = { x: left, y: y + size * 0.1, size, colour: tone ? tone.text : colour.slate };
  pen.lines(at, type, [label], tone ? "bold" : "regular", look, size);
}

function judgementHead({ title, rating }: Judgement, scale: number): Block {
  const size = sizes.heading * scale;
  const chipSize = sizes.text * scale;
  const lines = wrap(title, "bold", size, inner * 0.7);
  const step = lineOf(title, size);
  return {
    height: lines.length * step + 5 * scale,
    draw(y, at, pen) {
      pen.lines(at, "H2", lines, "bold", { x: sheet.margin, y, size, colour: colour.ink }, step);
      const longest = Math.max(...lines.map((line) => textWidth(line, "bold", size)));
      if (!rating) return;
      chip(pen, at, "P", rating, {
        x: sheet.margin + longest + 12,
        y: y + size * 0.1,
        size: chipSize,
        none: "Not rated yet",
      });
    },
  };
}

const columns = {
  theme: sheet.margin,
  rating: sheet.margin + inner * 0.6,
  ready: sheet.margin + inner * 0.86,
} as const;

function themesBlock({ title, heads, themes }: Judgement, scale: number): Block {
  const size = sizes.text * scale;
  const pad = 4 * scale;
  const rows = themes.map((theme) => wrap(theme.title, "regular", size, inner * 0.57));
  const step = size * 1.3;
  const heights = rows.map((lines) => lines.length * step + 2 * pad);
  const head = step + 2 * pad;
  return {
    height: head + heights.reduce((sum, height) => sum + height, 0) + 12 * scale,
    draw(y, at, pen) {
      const table = pen.place(at, "Table", { title });
      const cell = (row: Place, type: "TH" | "TD", lines: string[], x: number, top: number, face: Face) => {
        const made = pen.place(row, type, type === "TH" ? { scope: face === "bold" ? "Column" : "Row" } : {});
        pen.within(made, type, () =>
          lines.forEach((line, n) => pen.say(line, face, { x, y: top + n * step, size, colour: colour.ink })),
        );
        made.end();
      };
      const rule = (under: number, height: number, tint: string) =>
        pen.artefact(() => pen.fill({ x: sheet.margin, y: under, width: inner, height }, tint));
      const first = pen.place(table, "TR");
      Object.values(columns).forEach((x, n) => cell(first, "TH", [heads[n]!], x, y + pad, "bold"));
      first.end();
      rule(y + head - 1, 1, colour.slate);
      let top = y + head;
      themes.forEach((theme, n) => {
        const row = pen.place(table, "TR");
        cell(row, "TH", rows[n]!, columns.theme, top + pad, "regular");
        const rated = pen.place(row, "TD");
        chip(pen, rated, "P", theme.rating, { x: columns.rating, y: top + pad - size * 0.1, size, none: "Not rated" });
        rated.end();
        cell(row, "TD", [theme.ready], columns.ready, top + pad, "regular");
        row.end();
        top += heights[n]!;
        rule(top - 0.6, 0.6, colour.line);
      });
      table.end();
    },
  };
}

function listBlock(items: string[], scale: number): Block {
  const size = sizes.text * scale;
  const step = size * 1.35;
  const indent = 12 * scale;
  const all = items.map((item) => wrap(item, "regular", size, inner - indent));
  return {
    height: all.reduce((sum, lines) => sum + lines.length * step + 2 * scale, 0),
    draw(y, at, pen) {
      const list = pen.place(at, "L");
      let top = y;
      for (const lines of all) {
        const item = pen.place(list, "LI");
        const look = { size, colour: colour.ink };
        pen.lines(item, "Lbl", ["•"], "regular", { ...look, x: sheet.margin, y: top }, step);
        pen.lines(item, "LBody", lines, "regular", { ...look, x: sheet.margin + indent, y: top }, step);
        item.end();
        top += lines.length * step + 2 * scale;
      }
      list.end();
    },
  };
}
