/** The pictures of a template in a PowerPoint file: on the master and on the layouts of covers, never on a slide itself. */
import { relationship, type Relationship } from "#app/models/evidence/office-xml.ts";

import { decoration, decorative, transform } from "./pptx-shape.ts";
import { type DeckTheme, plateOf, type ThemePicture } from "./theme.ts";

const endings = { "image/png": "png", "image/jpeg": "jpg" } as const;

type Where = keyof DeckTheme["pictures"];

const fileOf = (where: Where, { type }: ThemePicture, n: number) => `${where}${n + 1}.${endings[type]}`;

/** From which number on the relationships and the shapes of pictures are counted: above all others of a layout. */
const first = 60;

export const pictureRelations = ({ pictures }: DeckTheme, where: Where): Relationship[] =>
  pictures[where].map((picture, n) => ({
    id: `rId${first + n}`,
    type: `${relationship}/image`,
    target: `../media/${fileOf(where, picture, n)}`,
  }));

export function pictureShapes({ pictures }: DeckTheme, where: Where): string {
  return pictures[where]
    .map(
      (picture, n) =>
        (where === "front"
          ? decoration({ id: first + 20 + n, name: `Plate ${n + 1}`, box: plateOf(picture), colour: "bg1" })
          : "") +
        `<p:pic><p:nvPicPr><p:cNvPr id="${first + n}" name="Logo ${n + 1}" descr="">${decorative}</p:cNvPr>` +
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>' +
        `<p:blipFill><a:blip r:embed="rId${first + n}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>` +
        `<p:spPr>${transform(picture.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`,
    )
    .join("");
}

export function pictureParts({ pictures }: DeckTheme): [string, Uint8Array][] {
  return (["front", "inside"] as const).flatMap((where) =>
    pictures[where].map((picture, n): [string, Uint8Array] => [
      `ppt/media/${fileOf(where, picture, n)}`,
      Uint8Array.from(atob(picture.data), (character) => character.charCodeAt(0)),
    ]),
  );
}
