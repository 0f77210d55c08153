/** What is read of a deck: its points, and every other word of it with the reason why it is none. */
import type { FindingKind } from "#app/models/findings/finding.ts";

import type { Warning, WarningCode } from "./warning.ts";

export type Point = {
  /** Its slide and its place there: "22-3". The same whenever the same deck is read. */
  id: string;
  slide: number;
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

export const whys = ["title", "name", "heading", "context", "beside", "running", "hidden", "orphan"] as const;
export type Left = { slide: number; text: string; why: (typeof whys)[number] };

export type ReadDeck = { points: Point[]; left: Left[]; warnings: Warning[] };
