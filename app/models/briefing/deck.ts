/** A deck as a value: slides whose text already fits. Every format is made from it, and from nothing else. */
import type { DeckTheme } from "./theme.ts";

/** A finding's source as printed: "E3", the number of its row in the evidence appendix. */
export type Cite = { label: string };

/** An item taller than a slide is cut at a line end; its pieces, joined, are its text again. */
type Piece = "whole" | "first" | "middle" | "last";

export type Item = {
  /** "part" stands under the point before it; "prose" is a paragraph without a mark. */
  style: "point" | "part" | "prose";
  /** A finding's place on its line: "S2" is the second strength. "" for what is no finding. */
  label: string;
  /** Words that lead the item in bold, or "". */
  lead: string;
  text: string;
  piece: Piece;
  cites: Cite[];
  /** Says what is not on the slide: set back, and without a mark. */
  quiet?: true;
  /** The finding's id in the database, where it came from there. */
  finding?: string;
};

export type SectionKey = "strengths" | "weaknesses" | "areas";

export type Section = { key: SectionKey; heading: string; continued: boolean; items: Item[] };

/** In points, from the left and the top of a slide of 960 by 540. */
export type Box = { x: number; y: number; width: number; height: number };

/** How much of the slide's width a column takes. Two columns share a row as half and half, or wide and narrow. */
export type Share = "full" | "half" | "wide" | "narrow";

export type Column = { share: Share; box: Box; section: Section };

export type Cell = {
  text: string;
  /** A level's position on its scale, 0 lowest to 1 highest, for its fill; null for none. */
  tone: number | null;
};

export type TableRow = {
  cells: Cell[];
  /** In points. */
  height: number;
  /** A row that names a group of the rows below it. */
  group: boolean;
};

type CoverBody = { kind: "cover"; overline: string; lines: string[] };
type DividerBody = { kind: "divider"; overline: string; columns: string[][] };
type StatementBody = { kind: "statement"; overline: string; items: Item[] };
type ListBody = { kind: "list"; overline: string; items: Item[] };
type FindingsBody = { kind: "findings"; overline: string; ref: string; points: number; rows: Column[][] };
type TableBody = {
  kind: "table";
  role: "ratings" | "evidence";
  overline: string;
  header: string[];
  /** Of the columns, in points. */
  widths: number[];
  rows: TableRow[];
  /** What the table is, for those who cannot see it. */
  alt: string;
};

type ChartBody = {
  kind: "chart";
  overline: string;
  /** The parts of each bar, in order: a level of the scale, or what is not rated, which has no tone. */
  levels: { label: string; tone: number | null }[];
  /** `counts`: how many of each level. */
  bars: { name: string; counts: number[] }[];
  /** What the chart shows, with every figure in it, for those who cannot see it. */
  alt: string;
};

type SlideBody = CoverBody | DividerBody | StatementBody | ListBody | FindingsBody | TableBody | ChartBody;

type Placed<Body extends SlideBody> = Body & {
  /** Stable: made from what the slide shows, never from a clock or chance. */
  id: string;
  /** Unique in the deck. */
  title: string;
  /** The group of slides that it belongs to: "Start", "1 Governance and partnerships", "Appendix". */
  section: string;
  /** Where the body begins, in points: lower under a title of two lines. */
  top: number;
  /** Lines of text for the speaker. */
  notes: string[];
};

export type CoverSlide = Placed<CoverBody>;
export type DividerSlide = Placed<DividerBody>;
export type StatementSlide = Placed<StatementBody>;
export type ListSlide = Placed<ListBody>;
export type FindingsSlide = Placed<FindingsBody>;
export type TableSlide = Placed<TableBody>;
export type ChartSlide = Placed<ChartBody>;

export type Slide = CoverSlide | DividerSlide | StatementSlide | ListSlide | FindingsSlide | TableSlide | ChartSlide;

export type SlideKind = Slide["kind"];

export type Deck = {
  version: 1;
  meta: {
    title: string;
    council: string;
    kind: string;
    /** ISO date. */
    asOf: string;
    /** The line at the foot of each slide. */
    footer: string;
    /** A word across each slide, in every format: "Draft", as long as nothing is published. Absent for none. */
    watermark?: string;
    lang: "en-GB";
  };
  /** The look of a template; our own if left out. */
  theme?: DeckTheme;
  slides: Slide[];
};
