/** Where a shape of a PowerPoint slide stands: as it says, else as the layout that it follows says. */
import { type Relation, relationsOf } from "#app/models/evidence/text/package.ts";
import { childOf, type Element, elementsOf, findAll, readXml } from "#app/models/evidence/text/xml.ts";
import type { Zip } from "#app/models/evidence/text/zip.ts";

import type { Frame } from "./layout.ts";

export type Placeholder = { type: string; idx: string };

/** How coordinates inside a group become those of the slide. */
export type Place = { x: number; y: number; across: number; down: number };
export const onSlide: Place = { x: 0, y: 0, across: 1, down: 1 };

export const placeholderOf = (shape: Element): Placeholder | null => {
  const properties = elementsOf(shape).find(({ name }) => /^p:nv/.test(name));
  const [found] = properties ? findAll(properties, "p:ph") : [];
  return found ? { type: found.attributes.type ?? "obj", idx: found.attributes.idx ?? "0" } : null;
};

const number = (value: string | undefined) => (value && Number.isFinite(Number(value)) ? Number(value) : null);

function rectangle(transform: Element | undefined, offset: string, extent: string): Frame | null {
  const [off, ext] = [childOf(transform, offset)?.attributes, childOf(transform, extent)?.attributes];
  const [x, y, width, height] = [number(off?.x), number(off?.y), number(ext?.cx), number(ext?.cy)];
  return x === null || y === null || width === null || height === null ? null : { x, y, width, height };
}

const transformOf = (shape: Element) => childOf(shape, "p:xfrm") ?? childOf(childOf(shape, "p:spPr"), "a:xfrm");

export function ownFrame(shape: Element, { x, y, across, down }: Place): Frame | null {
  const own = rectangle(transformOf(shape), "a:off", "a:ext");
  return own && { x: x + own.x * across, y: y + own.y * down, width: own.width * across, height: own.height * down };
}

/** What is inside a group is placed on a sheet of its own, which is then laid on the slide. */
export function placeInside(group: Element, outer: Place): Place {
  const transform = childOf(childOf(group, "p:grpSpPr"), "a:xfrm");
  const frame = rectangle(transform, "a:off", "a:ext");
  const inner = rectangle(transform, "a:chOff", "a:chExt");
  if (!frame || !inner || !inner.width || !inner.height) return outer;
  const [across, down] = [frame.width / inner.width, frame.height / inner.height];
  return {
    x: outer.x + (frame.x - inner.x * across) * outer.across,
    y: outer.y + (frame.y - inner.y * down) * outer.down,
    across: across * outer.across,
    down: down * outer.down,
  };
}

type Known = { placeholder: Placeholder; frame: Frame }[];

/** Frames of placeholders on layouts and masters; each part is read once. */
export class Layouts {
  readonly #known = new Map<string, Known>();

  constructor(readonly zip: Zip) {}

  #frames(part: string): Known {
    const known = this.#known.get(part);
    if (known) return known;
    const [tree] = findAll(readXml(this.zip.read(part)), "p:spTree");
    const found = (tree ? elementsOf(tree) : []).flatMap((shape) => {
      const [placeholder, frame] = [placeholderOf(shape), ownFrame(shape, onSlide)];
      return placeholder && frame ? [{ placeholder, frame }] : [];
    });
    this.#known.set(part, found);
    return found;
  }

  frameOf({ type, idx }: Placeholder, relations: Relation[]): Frame | null {
    const sheet = (all: Relation[], kind: string) =>
      all.find((relation) => relation.type === kind && this.zip.has(relation.target))?.target;
    const layout = sheet(relations, "slideLayout");
    if (!layout) return null;
    const own = this.#frames(layout).find(({ placeholder }) => placeholder.idx === idx && placeholder.idx !== "0");
    const alike = this.#frames(layout).find(({ placeholder }) => placeholder.type === type);
    if (own ?? alike) return (own ?? alike)!.frame;
    const master = sheet(relationsOf(this.zip, layout), "slideMaster");
    const usual = type === "obj" ? "body" : type === "ctrTitle" ? "title" : type;
    const found = master ? this.#frames(master).find(({ placeholder }) => placeholder.type === usual) : null;
    return found?.frame ?? null;
  }
}
