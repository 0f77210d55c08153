/** What a master or a layout of a PowerPoint file stands on, and the pictures on it: where they are, not yet what they are. */
import type { Relation } from "#app/models/evidence/text/package.ts";
import { childOf, type Element, elementsOf, findAll } from "#app/models/evidence/text/xml.ts";

import { fillIn, plainColourOf, type Scheme } from "./office-colour.ts";

export type Sheet = { root: Element; relations: Relation[] };

/** The part that holds the picture; `tiled` where it is laid like tiles. */
type Fill = { target: string; tiled: boolean };

export type SheetGround = { colour: string | null; picture: Fill | null; blended: boolean };

/** A picture by the part that holds it. `x`: its middle, `share`: how much of the slide it takes; both from 0 to 1. */
export type SheetPicture = { target: string; x: number; share: number };

export type SheetSize = { width: number; height: number };

const idOf = (fill: Element | undefined) => childOf(fill, "a:blip")?.attributes["r:embed"];

function pictureFill(fill: Element | undefined, relations: Relation[]): Fill | null {
  const target = relations.find(({ id }) => id === idOf(fill))?.target;
  return target ? { target, tiled: childOf(fill, "a:tile") !== undefined } : null;
}

/** Its own background; null where it has none and shows that of its master. */
export function groundOf(sheet: Sheet, theme: Sheet, scheme: Scheme): SheetGround | null {
  const background = childOf(childOf(sheet.root, "p:cSld"), "p:bg");
  const plain = childOf(background, "p:bgPr");
  if (plain) return groundIn(fillIn(plain), sheet.relations, scheme, null);
  const styled = childOf(background, "p:bgRef");
  if (!styled) return null;
  const [list] = findAll(theme.root, "a:bgFillStyleLst");
  const own = plainColourOf({ name: "a:solidFill", attributes: {}, children: styled.children }, scheme);
  // Source: ECMA-376 part 1, 19.3.1.3: the first fill for backgrounds is number 1001.
  const fill = list && elementsOf(list)[Number(styled.attributes.idx) - 1001];
  return fill ? groundIn(fill, theme.relations, scheme, own) : { colour: own, picture: null, blended: false };
}

function groundIn(
  fill: Element | undefined,
  relations: Relation[],
  scheme: Scheme,
  own: string | null,
): SheetGround | null {
  if (!fill || fill.name === "a:noFill") return null;
  return {
    colour: plainColourOf(fill, scheme, own),
    picture: fill.name === "a:blipFill" ? pictureFill(fill, relations) : null,
    blended: fill.name === "a:gradFill" || fill.name === "a:pattFill",
  };
}

/** How a group's own measure becomes the slide's. */
type Frame = { x: number; scaleX: number; scaleY: number };

const mostShapes = 400;

export type SheetShapes = { pictures: SheetPicture[]; drawn: boolean };

/** Every picture on it, in groups too, in the order in which they lie; and whether there are shapes that are drawn. */
export function shapesOf({ root, relations }: Sheet, size: SheetSize): SheetShapes {
  const found: SheetShapes = { pictures: [], drawn: false };
  let left = mostShapes;
  const walk = (tree: Element | undefined, frame: Frame) => {
    for (const shape of tree ? elementsOf(tree) : []) {
      if (left-- <= 0) return;
      if (shape.name === "p:grpSp") walk(shape, inside(shape, frame));
      else if (shape.name === "p:pic" || shape.name === "p:sp") note(shape, frame);
      else if (shape.name === "p:cxnSp") found.drawn = true;
    }
  };
  const note = (shape: Element, frame: Frame) => {
    if (findAll(shape, "p:ph").length > 0) return;
    const properties = childOf(shape, "p:spPr");
    const own = childOf(shape, "p:blipFill") ?? childOf(properties, "a:blipFill");
    const fill = pictureFill(own, relations);
    const at = fill && placeOf(properties, frame, size);
    if (fill && at) found.pictures.push({ target: fill.target, ...at });
    else if (!own && (fillIn(properties)?.name ?? "a:noFill") !== "a:noFill") found.drawn = true;
  };
  walk(childOf(childOf(root, "p:cSld"), "p:spTree"), { x: 0, scaleX: 1, scaleY: 1 });
  return found;
}

const numbers = (element: Element | undefined, ...names: string[]): number[] =>
  names.map((name) => Number(element?.attributes[name] ?? NaN));

/** Null where it has no size. */
function placeOf(properties: Element | undefined, { x, scaleX, scaleY }: Frame, size: SheetSize) {
  const transform = childOf(properties, "a:xfrm");
  const [left = NaN] = numbers(childOf(transform, "a:off"), "x");
  const [width = NaN, height = NaN] = numbers(childOf(transform, "a:ext"), "cx", "cy");
  const share = (width * scaleX * height * scaleY) / (size.width * size.height);
  if (!(share > 0)) return null;
  const middle = (x + (left + width / 2) * scaleX) / size.width;
  return { share, x: Number.isFinite(middle) ? Math.min(1, Math.max(0, middle)) : 1 };
}

function inside(group: Element, frame: Frame): Frame {
  const transform = childOf(childOf(group, "p:grpSpPr"), "a:xfrm");
  const [left = NaN] = numbers(childOf(transform, "a:off"), "x");
  const [width = NaN, height = NaN] = numbers(childOf(transform, "a:ext"), "cx", "cy");
  const [from = NaN] = numbers(childOf(transform, "a:chOff"), "x");
  const [across = NaN, down = NaN] = numbers(childOf(transform, "a:chExt"), "cx", "cy");
  const [scaleX, scaleY] = [width / across, height / down];
  if (!(scaleX > 0 && scaleY > 0) || !Number.isFinite(left - from)) return frame;
  return {
    x: frame.x + (left - from * scaleX) * frame.scaleX,
    scaleX: frame.scaleX * scaleX,
    scaleY: frame.scaleY * scaleY,
  };
}
