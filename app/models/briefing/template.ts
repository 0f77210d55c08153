/** What is taken from the office file of a council or an inspectorate: its look, as far as text on it can be read. */
import { z } from "zod";

import { colour } from "./colour.ts";
import { areAlike } from "./contrast.ts";
import type { Scheme } from "./office-colour.ts";
import { content, footerWidth, page } from "./page.ts";
import { isReadable, paletteOf } from "./template-palette.ts";
import { type DeckTheme, ownTheme, type Palette, type PictureType, type ThemePicture } from "./theme.ts";

const hex = z.string().regex(/^[0-9A-F]{6}$/);
const box = z.strictObject({
  x: z.number(),
  y: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
});

/** Base64 texts of these lengths hold half a megabyte, and one. */
const longest = { logo: 700_000, ground: 1_400_000 };

const data = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[A-Za-z0-9+/]+=*$/);
const type = z.enum(["image/png", "image/jpeg"]);

const picture = z.strictObject({ type, data: data(longest.logo), box, plate: hex.nullable().default(null) });
const ground = z.strictObject({
  type,
  data: data(longest.ground),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});

const fontName = z.string().regex(/^[\p{L}\p{N} ._-]{1,60}$/u);

const roles = [...Object.keys(colour), "front"] as (keyof Palette)[];
const palette = z
  .strictObject(Object.fromEntries(roles.map((role) => [role, hex])) as Record<keyof Palette, typeof hex>)
  .refine(isReadable);

/** As it is kept: whole sentences in `said` tell whoever added it what was not taken, and why. */
export const templateLook = z.strictObject({
  theme: z.strictObject({
    palette,
    fonts: z.strictObject({ heading: fontName, body: fontName }),
    scale: z.number().min(0.5).max(1),
    pictures: z.strictObject({ front: z.array(picture).max(3), inside: z.array(picture).max(3) }),
    grounds: z
      .strictObject({ front: ground.nullable(), inside: ground.nullable() })
      .default({ front: null, inside: null }),
  }),
  said: z.array(z.string().max(300)).max(20),
});

export type TemplateLook = z.infer<typeof templateLook>;

/** Base64, and its size in pixels. */
export type RawPicture = { type: PictureType; data: string; width: number; height: number };

/** `x`: where its middle stood, from 0 to 1; `on`: the plain colour that it stood on, for which it was drawn. */
export type RawLogo = RawPicture & { x: number; on: string };

/** `ground`: the plain colour behind all else; `picture`: what covers that. Null where it has none. */
export type RawSheet = { ground: string | null; picture: RawPicture | null; logos: RawLogo[] };

/** What the file says, before anything is judged. */
export type RawTemplate = {
  colours: Scheme;
  fonts: { heading: string; body: string };
  /** Of covers and dividers, and of all other slides. */
  front: RawSheet;
  inside: RawSheet;
  said: string[];
};

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
  const others = [...new Set(Object.values(fonts))].filter((name) => !/^(calibri|carlito)$/i.test(name));
  if (others.length) {
    said.push(`PDF files, and screens that do not have ${others.join(" and ")}, show Carlito, which comes with us.`);
  }
  if (scale < 1)
    said.push(`Text in ${others.join(" and ")} runs wider, so it is set at ${Math.round(scale * 100)}% of its size.`);
  if (raw.inside.picture) {
    said.push("Findings stand on a plain panel over the picture behind them, so that they can be read.");
  }
  if (raw.front.picture)
    said.push("The picture behind covers is seen through their colour, so that the title can be read.");
  const pictures = {
    front: fronts(raw.front.logos, palette, raw.front.picture !== null),
    inside: insides(raw.inside.logos, palette),
  };
  const grounds = { front: raw.front.picture, inside: raw.inside.picture };
  return templateLook.parse({ theme: { palette, fonts, scale, pictures, grounds }, said: said.slice(0, 20) });
}

type Room = { x: number; width: number; y: number; height: number };

/** Where logos never stand on text: over the words of covers, and at the foot of other slides beside the number. */
const rooms = {
  left: { x: 80, y: 16, width: 380, height: 40 },
  right: { x: 500, y: 16, width: 380, height: 40 },
  foot: { x: content.x + footerWidth + 16, y: 501, width: page.width - 96 - content.x - footerWidth - 16, height: 24 },
} as const satisfies Record<string, Room>;

const between = 24;
const widest = 4;

/** In a row, as high as the room, and all so much smaller that they fit it. */
function row(logos: RawLogo[], room: Room, side: "left" | "right"): (RawLogo & { box: ThemePicture["box"] })[] {
  const sizes = logos.map(({ width, height }) => {
    const scale = Math.min(room.height / height, (room.height * widest) / width);
    return { width: width * scale, height: height * scale };
  });
  const gaps = between * (logos.length - 1);
  const needed = sizes.reduce((sum, { width }) => sum + width, 0);
  const fit = Math.min(1, (room.width - gaps) / needed);
  let x = side === "left" ? room.x : room.x + room.width - needed * fit - gaps;
  return logos.map((logo, n) => {
    const [width, height] = [sizes[n]!.width * fit, sizes[n]!.height * fit];
    const placed = { x, y: room.y + (room.height - height) / 2, width, height };
    x += width + between;
    return { ...logo, box: placed };
  });
}

/** A plate of the colour that a logo was drawn for, where it now stands on another. */
const placed =
  (ground: string, always = false) =>
  ({ type, data, box, on }: RawLogo & Pick<ThemePicture, "box">): ThemePicture => ({
    type,
    data,
    box,
    plate: !always && areAlike(on, ground) ? null : on,
  });

function fronts(logos: RawLogo[], { front }: Palette, onPicture: boolean): ThemePicture[] {
  const [left, right] = [logos.filter(({ x }) => x < 0.4), logos.filter(({ x }) => x >= 0.4)];
  return [...row(left, rooms.left, "left"), ...row(right, rooms.right, "right")].map(placed(front, onPicture));
}

const insides = (logos: RawLogo[], { paper }: Palette): ThemePicture[] =>
  row(logos, rooms.foot, "right").map(placed(paper));
