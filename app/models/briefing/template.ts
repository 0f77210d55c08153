/** What is taken from the office file of a council or an inspectorate: its look, as far as text on it can be read. */
import { z } from "zod";

import { areAlike, contrast, luminance, mix, readable } from "./contrast.ts";
import { colour } from "./colour.ts";
import { page } from "./page.ts";
import { type DeckTheme, ownTheme, type Palette } from "./theme.ts";

const hex = z.string().regex(/^[0-9A-F]{6}$/);
const box = z.strictObject({
  x: z.number(),
  y: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
});

/** A base64 text of this length holds half a megabyte. */
const longestPicture = 700_000;

const picture = z.strictObject({
  type: z.enum(["image/png", "image/jpeg"]),
  data: z
    .string()
    .max(longestPicture)
    .regex(/^[A-Za-z0-9+/]+=*$/),
  box,
});

const fontName = z.string().regex(/^[\p{L}\p{N} ._-]{1,60}$/u);

const roles = [...Object.keys(colour), "front"] as (keyof Palette)[];

/** As it is kept: whole sentences in `said` tell whoever added it what was not taken, and why. */
export const templateLook = z.strictObject({
  theme: z.strictObject({
    palette: z.strictObject(Object.fromEntries(roles.map((role) => [role, hex])) as Record<keyof Palette, typeof hex>),
    fonts: z.strictObject({ heading: fontName, body: fontName }),
    scale: z.number().min(0.5).max(1),
    pictures: z.strictObject({ front: z.array(picture).max(2), inside: z.array(picture).max(2) }),
  }),
  said: z.array(z.string().max(300)).max(20),
});

export type TemplateLook = z.infer<typeof templateLook>;

const schemeNames = "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(" ");
export type SchemeName = string;

/** What the file says, before anything is judged. */
export type RawTemplate = {
  /** By the name of the scheme, with the master's own mapping: tx1, bg1, tx2, bg2, accent1 … hlink. */
  colours: ReadonlyMap<SchemeName, string>;
  fonts: { heading: string; body: string };
  /** The plain colour behind the title slide, and behind all others; null where there is none. */
  frontGround: string | null;
  ground: string | null;
  /** Its logo, in pixels; null where it has none that can be taken. */
  logo: { type: "image/png" | "image/jpeg"; data: string; width: number; height: number } | null;
  said: string[];
};

export const isSchemeName = (name: string): boolean => schemeNames.includes(name);

/** How much wider than Calibri a font runs, so that text is set smaller; estimated, not measured. */
const widths: Record<string, number> = {
  calibri: 1,
  carlito: 1,
  "calibri light": 1,
  candara: 1.05,
  corbel: 1.04,
  "gill sans mt": 1.03,
  "times new roman": 1,
  garamond: 0.95,
  cambria: 1.08,
  constantia: 1.08,
  lato: 1.09,
  aptos: 1.1,
  arial: 1.13,
  helvetica: 1.13,
  "liberation sans": 1.13,
  "source sans pro": 1.04,
  roboto: 1.12,
  "trebuchet ms": 1.12,
  georgia: 1.17,
  "segoe ui": 1.16,
  tahoma: 1.14,
  "open sans": 1.21,
  "century gothic": 1.25,
  verdana: 1.33,
};
const widthOfUnknown = 1.25;

export function scaleFor(fonts: DeckTheme["fonts"]): number {
  const widest = Math.max(...Object.values(fonts).map((name) => widths[name.toLowerCase()] ?? widthOfUnknown));
  return Math.min(1, Math.round(100 / widest) / 100);
}

/** Our own colours wherever those of the file could not be read as text. */
export function lookOf(raw: RawTemplate): TemplateLook {
  const said = [...raw.said];
  const palette = paletteOf(raw, said);
  const known = (name: string) => fontName.safeParse(name).success;
  const fonts = {
    heading: known(raw.fonts.heading) ? raw.fonts.heading : ownTheme.fonts.heading,
    body: known(raw.fonts.body) ? raw.fonts.body : ownTheme.fonts.body,
  };
  const scale = scaleFor(fonts);
  if (scale < 1) {
    const names = [...new Set(Object.values(fonts))].join(" and ");
    said.push(
      `Text in ${names} runs wider than ours, so in PowerPoint it is set at ${Math.round(scale * 100)}% of its size to fit.`,
    );
  }
  return templateLook.parse({ theme: { palette, fonts, scale, pictures: picturesOf(raw) }, said });
}

const shown = (hexadecimal: string) => `#${hexadecimal}`;

function paletteOf({ colours, ground, frontGround }: RawTemplate, said: string[]): Palette {
  const of = (name: string) => colours.get(name) ?? null;
  const own = ownTheme.palette;
  const paper = light(ground ?? of("bg1"), said);
  const onPaper = (given: string | null, least: number, fallback: string) =>
    given && contrast(given, paper) >= least ? given : fallback;
  const ink = onPaper(of("tx1"), 7, own.ink);
  const wash = of("bg2");
  const [teal, rust, violet] = sections(["accent1", "accent2", "accent3"].map(of), paper, said);
  const front = frontOf([frontGround, of("tx2"), of("accent1"), of("tx1")], paper) ?? own.front;
  return {
    ink,
    paper,
    slate: onPaper(of("tx2"), readable, own.slate),
    wash: wash && luminance(wash) > 0.75 && contrast(ink, wash) >= 7 ? wash : mix(ink, paper, 0.04),
    line: mix(ink, paper, 0.16),
    teal: teal!,
    rust: rust!,
    violet: violet!,
    amber: of("accent4") ?? of("accent1") ?? own.amber,
    mist: mix(front, paper, 0.2),
    cloud: mix(front, paper, 0.1),
    link: onPaper(of("hlink"), readable, own.link),
    front,
  };
}

/** Slides are read on a light ground: the signs and levels of findings have no colours for a dark one. */
function light(ground: string | null, said: string[]): string {
  if (!ground || luminance(ground) > 0.8) return ground ?? ownTheme.palette.paper;
  said.push(`Its slides are dark (${shown(ground)}). Findings stand on white, since their colours are made for that.`);
  return ownTheme.palette.paper;
}

/** The first on which the paper's colour can be read as text. */
const frontOf = (tried: (string | null)[], paper: string): string | null =>
  tried.find((each) => each !== null && contrast(each, paper) >= 7) ?? null;

const sectionNames = ["strengths", "weaknesses", "areas to explore"];

/** A colour for each kind of finding; ours where the file's fails as text, or cannot be told from another. */
function sections(given: (string | null)[], paper: string, said: string[]): string[] {
  const own = [ownTheme.palette.teal, ownTheme.palette.rust, ownTheme.palette.violet];
  const used: string[] = [];
  given.forEach((each, n) => {
    if (each === null) return void used.push(own[n]!);
    const ratio = contrast(each, paper);
    const alike = used.some((other) => areAlike(each, other));
    if (ratio < readable) {
      const words = `${shown(each)} is ${(Math.floor(ratio * 100) / 100).toFixed(2)} to 1 on its ground; text needs ${readable} to 1`;
      said.push(`${words}. Headings of ${sectionNames[n]} keep our colour.`);
    } else if (alike) {
      said.push(`${shown(each)} is too like another of its colours. Headings of ${sectionNames[n]} keep our colour.`);
    }
    used.push(ratio < readable || alike ? own[n]! : each);
  });
  return used;
}

/** Where a logo never stands on text: in the corner of covers, and at the foot of other slides beside the number. */
const places = {
  front: { x: page.width - 80, y: 36, width: 200, height: 56 },
  inside: { x: page.width - 96, y: 501, width: 96, height: 24 },
} as const;

function picturesOf({ logo }: RawTemplate): DeckTheme["pictures"] {
  if (!logo) return { front: [], inside: [] };
  const at = ({ x, y, width, height }: (typeof places)[keyof typeof places]) => {
    const scale = Math.min(width / logo.width, height / logo.height);
    const size = { width: logo.width * scale, height: logo.height * scale };
    return [{ type: logo.type, data: logo.data, box: { x: x - size.width, y, ...size } }];
  };
  return { front: at(places.front), inside: at(places.inside) };
}
