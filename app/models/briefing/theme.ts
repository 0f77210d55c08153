/** How a deck looks, in every format: our own look, or what was read from a template. */
import { colour } from "./colour.ts";
import type { Box, SectionKey } from "./deck.ts";
import { page } from "./page.ts";

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

/** A picture of the template: base64, where it stands on the slide, and the colour of a plate under it, if it needs one. */
export type ThemePicture = { type: PictureType; data: string; box: Box; plate: string | null };

/** A picture that fills the slide, cut where its shape is another: base64, and its size in pixels. */
export type ThemeGround = { type: PictureType; data: string; width: number; height: number };

export type DeckTheme = {
  palette: Palette;
  /** Names of fonts, for formats that do not embed any. */
  fonts: { heading: string; body: string };
  /** Text is set so much smaller where the template's font runs wider than ours, so that it still fits. */
  scale: number;
  /** Behind the text of covers and dividers, and of all other slides; in the order in which they lie. */
  pictures: { front: ThemePicture[]; inside: ThemePicture[] };
  /** Behind all of that: on fronts under a veil of their colour, inside round a panel on which everything stands. */
  grounds: { front: ThemeGround | null; inside: ThemeGround | null };
};

/** The panel on which text stands where a picture lies behind it. */
export const panel: Box = { x: 20, y: 14, width: page.width - 40, height: page.height - 28 };

/** The part of a picture that fills the slide, as shares cut from each pair of its sides. */
export function cutOf({ width, height }: Pick<ThemeGround, "width" | "height">): { across: number; down: number } {
  const [shape, wanted] = [width / height, page.width / page.height];
  return { across: Math.max(0, (1 - wanted / shape) / 2), down: Math.max(0, (1 - shape / wanted) / 2) };
}

/** Round a logo that was drawn for another colour than it stands on. */
export const plateOf = ({ box: { x, y, width, height } }: ThemePicture): Box => {
  const edge = Math.min(8, height / 6);
  return { x: x - edge, y: y - edge, width: width + 2 * edge, height: height + 2 * edge };
};

export const ownTheme: DeckTheme = {
  palette: { ...colour, front: colour.ink },
  fonts: { heading: "Calibri", body: "Calibri" },
  scale: 1,
  pictures: { front: [], inside: [] },
  grounds: { front: null, inside: null },
};
