/** The look of a template on slides in HTML: what the style of slides leaves open, set to its colours, fonts and pictures. */
import { documentStyle, slideStyle } from "./html-style.ts";
import type { Box } from "./deck.ts";
import { page } from "./page.ts";
import { veilOver } from "./template-palette.ts";
import { type DeckTheme, panel, plateOf, type ThemeGround, type ThemePicture } from "./theme.ts";

export type DeckStyle = {
  text: string;
  /** SHA-256, in base64: the page's policy lets in what has it. */
  hash: string;
  pictures: boolean;
};

/** The class of slides that have the look of this template. */
export const lookName = (id: string): string => `look-${id}`;

const n = (points: number) => Math.round(points * 100) / 100;
const q = (points: number) => `calc(${n(points)}*var(--pt))`;
const c = (hex: string) => `#${hex.toLowerCase()}`;

function colours({ palette }: DeckTheme): string {
  return Object.entries(palette)
    .map(([name, hex]) => `--slide-${name}:${c(hex)}`)
    .join(";");
}

/** Set smaller where the font runs wider than the one that was measured. What a computer lacks is shown in ours. */
function fonts({ fonts: { heading, body }, scale }: DeckTheme, scope: string, name: string): string {
  // A name is a stranger's: nothing of it may end the string that it stands in.
  const plain = (name: string) => name.replace(/[^\p{L}\p{N} ._-]/gu, "");
  const face = (part: string, font: string) =>
    `@font-face{font-family:"${name} ${part}";src:local("${plain(font)}");size-adjust:${Math.round(scale * 100)}%}\n` +
    `@font-face{font-family:"${name} ${part}";font-weight:700;src:local("${plain(font)} Bold");size-adjust:${Math.round(scale * 100)}%}\n`;
  const after = 'Carlito,Calibri,"Deck fallback",sans-serif';
  return (
    face("body", body) +
    face("heading", heading) +
    `${scope}{--slide-fonts:"${name} body",${after};--slide-heading:"${name} heading",${after}}\n`
  );
}

const url = ({ type, data }: ThemeGround | ThemePicture) => `url(data:${type};base64,${data})`;
const plain = (hex: string) => `linear-gradient(${c(hex)},${c(hex)})`;

/** `bottom`: held to the foot of the slide, which may be taller than it is in the other formats. */
function at({ x, y, width, height }: Box, bottom: boolean): string {
  const up = bottom ? `bottom ${q(page.height - y - height)}` : `top ${q(y)}`;
  return `left ${q(x)} ${up}/${q(width)} ${q(height)} no-repeat`;
}

/** The layers of a background, the uppermost first. */
function layers(pictures: ThemePicture[], bottom: boolean): string[] {
  return pictures.flatMap((picture) => [
    `${url(picture)} ${at(picture.box, bottom)}`,
    ...(picture.plate ? [`${plain(picture.plate)} ${at(plateOf(picture), bottom)}`] : []),
  ]);
}

const panelAt = `left ${q(panel.x)} top ${q(panel.y)}/calc(100% - ${n(2 * panel.x)}*var(--pt)) calc(100% - ${n(2 * panel.y)}*var(--pt)) no-repeat`;

function grounds({ palette, pictures, grounds: { front: cover, inside } }: DeckTheme, scope: string): string {
  const veil = Math.round(veilOver(palette) * 255)
    .toString(16)
    .padStart(2, "0");
  const ofFronts = [
    ...layers(pictures.front, false),
    ...(cover ? [plain(`${palette.front}${veil}`), `${url(cover)} center/cover no-repeat`] : []),
  ];
  const ofInsides = [
    ...layers(pictures.inside, true),
    ...(inside ? [`${plain(palette.paper)} ${panelAt}`, `${url(inside)} center/cover no-repeat`] : []),
  ];
  const rule = (selector: string, all: string[]) =>
    all.length ? `${selector}{background:${all.join(",")};background-origin:border-box}\n` : "";
  return (
    rule(`.slide:not(.slide--cover,.slide--divider)${scope} .slide-page`, ofInsides) +
    rule(`:is(.slide--cover,.slide--divider)${scope} .slide-page`, ofFronts)
  );
}

/** The rules that give slides of this class the look. `scope`: "" for all slides of a page. */
export const lookRules = (theme: DeckTheme, name: string, scope = `.${name}`): string =>
  `.slide${scope}{${colours(theme)}}\n${fonts(theme, `.slide${scope}`, name)}${grounds(theme, scope)}`;

/** Where slides flow on a narrow screen, nothing has its place: they stand on plain colours. */
const narrow = "@media screen and (max-width:45rem){.slide.slide .slide-page{background-image:none}}\n";

/** The whole style of a document in the look of a template. */
export async function styleOf(theme: DeckTheme): Promise<DeckStyle> {
  const { pictures, grounds: behind } = theme;
  const text = slideStyle + documentStyle + lookRules(theme, "deck", "") + narrow;
  const digest = await globalThis.crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  const has = pictures.front.length + pictures.inside.length > 0 || behind.front !== null || behind.inside !== null;
  return { text, hash, pictures: has };
}
