/** Reads the look of a PowerPoint file that may be hostile: its theme, what its master and title layout stand on, its pictures. */
import { corrupt } from "#app/models/evidence/text/extraction.ts";
import { openOfficePackage, relationsOf, targetOf } from "#app/models/evidence/text/package.ts";
import { childOf, type Element, findAll, readXml } from "#app/models/evidence/text/xml.ts";
import type { Inflate, Zip } from "#app/models/evidence/text/zip.ts";

import { type Scheme, schemeOf } from "./office-colour.ts";
import { groundAmong, Pictures } from "./template-picture.ts";
import {
  groundOf,
  type Sheet,
  type SheetGround,
  type SheetPicture,
  type SheetSize,
  shapesOf,
} from "./template-sheet.ts";
import { lookOf, type RawSheet, type RawTemplate, type TemplateLook } from "./template.ts";

/** Throws `Unreadable` where the file is none, or goes past a limit. */
export function readTemplate(bytes: Uint8Array, inflate: Inflate): TemplateLook {
  const { zip, main } = openOfficePackage(bytes, "presentationml", inflate);
  const presentation = readXml(zip.read(main));
  const master = firstMaster(zip, main, presentation);
  const themePart = targetOf(master.relations, "theme");
  if (!themePart || !zip.has(themePart)) throw corrupt("It has no theme.");
  const theme = sheetOf(zip, themePart);
  const title = titleLayout(zip, master);
  const colours = schemeOf(theme.root, childOf(master.root, "p:clrMap"));
  const pictures = new Pictures(zip, inflate);
  const size = sizeOf(presentation);
  if (size.width / size.height < 1.6) {
    pictures.say(
      "It is made for screens of 4 to 3. Decks stay 16 to 9: its pictures keep their shape, and one behind the slides is cut above and below.",
    );
  }
  const sheets = sheetsOf({ master, title, theme, colours, pictures, size });
  return lookOf({ colours, fonts: fontsOf(theme.root), ...sheets, said: pictures.said });
}

const sheetOf = (zip: Zip, part: string): Sheet => ({
  root: readXml(zip.read(part)),
  relations: relationsOf(zip, part),
});

/** The master that the presentation names first: files may hold several. */
function firstMaster(zip: Zip, main: string, presentation: Element): Sheet {
  const masters = relationsOf(zip, main).filter(({ type, target }) => type === "slideMaster" && zip.has(target));
  const [first] = findAll(presentation, "p:sldMasterId");
  const named = masters.find(({ id }) => id === first?.attributes["r:id"]) ?? masters[0];
  if (!named) throw corrupt("It has no slide master, which holds the look of a presentation.");
  return sheetOf(zip, named.target);
}

function titleLayout(zip: Zip, { relations }: Sheet): Sheet | null {
  const layouts = relations.filter(({ type, target }) => type === "slideLayout" && zip.has(target)).slice(0, 30);
  for (const { target } of layouts) {
    const layout = sheetOf(zip, target);
    if (layout.root.attributes.type === "title") return layout;
  }
  return null;
}

function fontsOf(theme: Element): RawTemplate["fonts"] {
  const [scheme] = findAll(theme, "a:fontScheme");
  const face = (name: string) => childOf(childOf(scheme, name), "a:latin")?.attributes.typeface?.trim() ?? "";
  return { heading: face("a:majorFont"), body: face("a:minorFont") };
}

function sizeOf(presentation: Element): SheetSize {
  const { cx, cy } = childOf(presentation, "p:sldSz")?.attributes ?? {};
  const [width, height] = [Number(cx), Number(cy)];
  return width > 0 && height > 0 ? { width, height } : { width: 12_192_000, height: 6_858_000 };
}

type Reading = {
  master: Sheet;
  title: Sheet | null;
  theme: Sheet;
  colours: Scheme;
  pictures: Pictures;
  size: SheetSize;
};

/** What covers have, which is the title layout's own before the master's, and what all other slides have. */
function sheetsOf({ master, title, theme, colours, pictures, size }: Reading): Pick<RawTemplate, "front" | "inside"> {
  const white = colours.get("bg1") ?? "FFFFFF";
  const behind = groundOf(master, theme, colours);
  const on = shapesOf(master, size);
  const logos = pictures.logos(on.pictures, behind?.colour ?? white);
  const inside: RawSheet = {
    ground: behind?.colour ?? null,
    picture: groundPicture(behind, on.pictures, pictures),
    logos,
  };
  if (on.drawn)
    pictures.say("Shapes that are drawn on its master were left out; pictures and plain colours were taken.");
  if (!title) {
    if (behind?.blended) sayBlended(behind, pictures);
    return { inside, front: { ground: null, picture: inside.picture, logos } };
  }
  const mapping = findAll(title.root, "a:overrideClrMapping")[0];
  const own = groundOf(title, theme, mapping ? schemeOf(theme.root, mapping) : colours);
  for (const ground of [behind, own]) if (ground?.blended) sayBlended(ground, pictures);
  const onTitle = shapesOf(title, size);
  const showsMaster = title.root.attributes.showMasterSp !== "0";
  const covered = showsMaster && groundAmong(on.pictures) !== null;
  const picture = groundPicture(own, onTitle.pictures, pictures) ?? (own && !covered ? null : inside.picture);
  const ownLogos = pictures.logos(onTitle.pictures, own?.colour ?? inside.ground ?? white);
  const shown = showsMaster ? logos : [];
  const all = [...ownLogos, ...shown.filter(({ data }) => !ownLogos.some((each) => each.data === data))].slice(0, 3);
  return {
    inside: { ...inside, logos: logos.length ? logos : ownLogos.slice(0, 1) },
    front: { ground: own?.colour ?? null, picture, logos: (all.length ? all : logos).sort((a, b) => a.x - b.x) },
  };
}

function groundPicture(ground: SheetGround | null, shapes: SheetPicture[], pictures: Pictures): RawSheet["picture"] {
  const target = groundAmong(shapes);
  if (target) return pictures.ground(target);
  if (!ground?.picture) return null;
  if (ground.picture.tiled) {
    pictures.say("A picture that is laid like tiles behind the text was left out.");
    return null;
  }
  return pictures.ground(ground.picture.target);
}

const sayBlended = ({ colour }: SheetGround, pictures: Pictures): void =>
  pictures.say(
    `A run of colours or a pattern behind its slides became one plain colour${colour ? `, #${colour}` : ""}.`,
  );
