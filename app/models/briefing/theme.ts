/** How a deck looks, in every format: our own look, or what was read from a template. */
import { colour } from "./colour.ts";
import type { Box, SectionKey } from "./deck.ts";

/** Each colour by what it is for, as six hexadecimal digits. All text keeps 4.5:1 or more on what it stands on. */
export type Palette = Record<keyof typeof colour, string> & {
  /** What covers and dividers stand on; their text is `paper`, `mist` and `cloud`. */
  front: string;
};

/** What each kind of finding is drawn in. */
export const sectionTone = { strengths: "teal", weaknesses: "rust", areas: "violet" } as const satisfies Record<
  SectionKey,
  keyof Palette
>;

export type PictureType = "image/png" | "image/jpeg";

/** A picture of the template: base64, and where it stands on the slide. */
export type ThemePicture = { type: PictureType; data: string; box: Box };

export type DeckTheme = {
  palette: Palette;
  /** Names of fonts, for formats that do not embed any. */
  fonts: { heading: string; body: string };
  /** Text is set so much smaller where the template's font runs wider than ours, so that it still fits. */
  scale: number;
  /** Behind the text of covers and dividers, and of all other slides; in the order in which they lie. */
  pictures: { front: ThemePicture[]; inside: ThemePicture[] };
};

/** White round a logo on a front: it was drawn for white, as a rule. */
export const plateOf = ({ box: { x, y, width, height } }: ThemePicture): Box => ({
  x: x - 8,
  y: y - 8,
  width: width + 16,
  height: height + 16,
});

export const ownTheme: DeckTheme = {
  palette: { ...colour, front: colour.ink },
  fonts: { heading: "Calibri", body: "Calibri" },
  scale: 1,
  pictures: { front: [], inside: [] },
};
