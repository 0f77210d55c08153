/** The style of a deck in HTML with the look of a template: our own, in its colours, with its font and its logo. */
import { colour } from "./colour.ts";
import type { Box } from "./deck.ts";
import { documentStyle, slideStyle } from "./html-style.ts";
import { type DeckTheme, plateOf, type ThemePicture } from "./theme.ts";

export type DeckStyle = {
  text: string;
  /** SHA-256, in base64: the page's policy lets in what has it. */
  hash: string;
  pictures: boolean;
};

const q = (points: number) => `calc(${Math.round(points * 100) / 100}*var(--pt))`;

/** Our colours are written in small letters there; those of levels of ratings, in capitals, stay as they are. */
function recoloured(style: string, { palette }: DeckTheme): string {
  const names = Object.keys(colour) as (keyof typeof colour)[];
  const found = new Map(names.map((name) => [colour[name].toLowerCase(), palette[name].toLowerCase()]));
  return style.replace(/#[0-9a-f]{6}/g, (hex) => `#${found.get(hex.slice(1)) ?? hex.slice(1)}`);
}

/** Set smaller where the font runs wider than the one that was measured. */
function fontRules({ fonts, scale }: DeckTheme): string {
  const face = (family: string, name: string) =>
    `@font-face{font-family:"${family}";src:local("${name}");size-adjust:${Math.round(scale * 100)}%}\n`;
  const after = 'Carlito,Calibri,"Deck fallback",sans-serif';
  return (
    face("Deck body", fonts.body) +
    face("Deck heading", fonts.heading) +
    `.slide{font-family:"Deck body",${after}}\n.slide-title,.slide-overline{font-family:"Deck heading",${after}}\n`
  );
}

const placed = ({ x, y, width, height }: Box) => `${q(x)} ${q(y)}/${q(width)} ${q(height)} no-repeat`;

function logo(selector: string, [picture]: ThemePicture[], plate = ""): string {
  if (!picture) return "";
  const { type, data, box } = picture;
  const under = plate && `,linear-gradient(#${plate},#${plate}) ${placed(plateOf(picture))}`;
  return `${selector}{background:url(data:${type};base64,${data}) ${placed(box)}${under}}\n`;
}

/** A front's page stands in behind its bar, and its picture with it. */
const fronts = ".slide--cover .slide-page,.slide--divider .slide-page";

export async function styleOf(theme: DeckTheme): Promise<DeckStyle> {
  const { front, inside } = theme.pictures;
  const text =
    recoloured(slideStyle + documentStyle, theme) +
    fontRules(theme) +
    `.slide--cover,.slide--divider{background:#${theme.palette.front.toLowerCase()}}\n` +
    logo(".slide-page", inside) +
    (front.length ? logo(fronts, front, theme.palette.paper.toLowerCase()) : `${fronts}{background:none}\n`);
  const digest = await globalThis.crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return { text, hash, pictures: front.length + inside.length > 0 };
}
