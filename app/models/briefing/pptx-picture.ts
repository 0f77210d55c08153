/** The pictures of a template in a PowerPoint file: on the master and on the layouts of covers, never on a slide itself. */
import { relationship, type Relationship } from "#app/models/evidence/office-xml.ts";

import { page } from "./page.ts";
import { decoration, decorative, transform } from "./pptx-shape.ts";
import { veilOver } from "./template-palette.ts";
import { cutOf, type DeckTheme, panel, plateOf, type PictureType } from "./theme.ts";

const endings = { "image/png": "png", "image/jpeg": "jpg" } as const;

type Where = keyof DeckTheme["pictures"];

const fileOf = (where: Where, name: string, type: PictureType) => `${where}${name}.${endings[type]}`;

/** From which number on the relationships and the shapes of pictures are counted: above all others of a layout. */
const first = 60;
const groundRelation = `rId${first - 1}`;

type Part = { id: string; file: string; data: string };

/** The logos are numbered from 1; the picture behind all is called so. */
function partsOf({ pictures, grounds }: DeckTheme, where: Where): Part[] {
  const ground = grounds[where];
  return [
    ...(ground ? [{ id: groundRelation, file: fileOf(where, "ground", ground.type), data: ground.data }] : []),
    ...pictures[where].map(({ type, data }, n) => ({
      id: `rId${first + n}`,
      file: fileOf(where, String(n + 1), type),
      data,
    })),
  ];
}

export const pictureRelations = (look: DeckTheme, where: Where): Relationship[] =>
  partsOf(look, where).map(({ id, file }) => ({ id, type: `${relationship}/image`, target: `../media/${file}` }));

/** In thousandths of a per cent, as the format counts. */
const thousandths = (share: number) => Math.round(share * 100_000);

/** What a master or a layout stands on: the picture, cut to the shape of the slide, else this fill. */
export function backgroundOf({ grounds }: DeckTheme, where: Where, plain: string): string {
  const ground = grounds[where];
  const { across, down } = ground ? cutOf(ground) : { across: 0, down: 0 };
  const [l, t] = [thousandths(across), thousandths(down)];
  const fill = ground
    ? `<a:blipFill><a:blip r:embed="${groundRelation}"/><a:srcRect l="${l}" t="${t}" r="${l}" b="${t}"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>`
    : plain;
  return `<p:bg><p:bgPr>${fill}<a:effectLst/></p:bgPr></p:bg>`;
}

const whole = { x: 0, y: 0, width: page.width, height: page.height } as const;

function sheet({ grounds, palette }: DeckTheme, where: Where): string {
  if (!grounds[where]) return "";
  const id = first + 39;
  if (where === "inside") return decoration({ id, name: "Panel", box: panel, colour: "bg1" });
  const veil = `<a:srgbClr val="${palette.front}"><a:alpha val="${thousandths(veilOver(palette))}"/></a:srgbClr>`;
  return decoration({ id, name: "Veil", box: whole, colour: veil });
}

export function pictureShapes(look: DeckTheme, where: Where): string {
  const logos = look.pictures[where].map((picture, n) => {
    const { box, plate } = picture;
    const colour = `<a:srgbClr val="${plate}"/>`;
    return (
      (plate ? decoration({ id: first + 20 + n, name: `Plate ${n + 1}`, box: plateOf(picture), colour }) : "") +
      `<p:pic><p:nvPicPr><p:cNvPr id="${first + n}" name="Logo ${n + 1}" descr="">${decorative}</p:cNvPr>` +
      '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>' +
      `<p:blipFill><a:blip r:embed="rId${first + n}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>` +
      `<p:spPr>${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`
    );
  });
  return sheet(look, where) + logos.join("");
}

export const pictureParts = (look: DeckTheme): [string, Uint8Array][] =>
  (["front", "inside"] as const).flatMap((where) =>
    partsOf(look, where).map(({ file, data }): [string, Uint8Array] => [
      `ppt/media/${file}`,
      Uint8Array.from(atob(data), (character) => character.charCodeAt(0)),
    ]),
  );
