/** What is read of a deck: its points, and every other word of it with the reason why it is none. */
import type { FindingKind } from "#app/models/findings/finding.ts";

import type { Warning, WarningCode } from "./warning.ts";

/** Where a point stands: on a slide, and in which row where each row of a table is of one line of enquiry. */
export type Place = { slide: number; row?: { number: number; name: string } | undefined };

/** What one choice of a line is for: a slide, or a row on it. */
export const placeKey = ({ slide, row }: Place): string => (row ? `${slide}-${row.number}` : String(slide));

export type Point = Place & {
  /** Its slide and its place there: "22-3", in a row "22-1-3". The same whenever the same deck is read. */
  id: string;
  /** The line of enquiry; null where nothing says which. */
  ref: string | null;
  kind: FindingKind;
  text: string;
  /** As it stands on the slide. */
  words: string;
  /** Evidence as one of our decks prints it: "E3". */
  cites: string[];
  codes: WarningCode[];
};

export const whys = [
  "title",
  "name",
  "heading",
  "context",
  "beside",
  "running",
  "hidden",
  "orphan",
  "nothing",
  "frame",
  "rating",
  "evidence",
] as const;
export type Left = { slide: number; text: string; why: (typeof whys)[number] };

export type ReadDeck = { points: Point[]; left: Left[]; warnings: Warning[] };
