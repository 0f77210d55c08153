/** The mark over a section, one decorative shape: a bar, and a disc out of which the section's sign is cut. */
import { bar, discTop } from "./arrange.ts";
import type { Column, SectionKey } from "./deck.ts";
import { decoration } from "./pptx-shape.ts";
import { sectionColour } from "./pptx-theme.ts";
import { emu } from "./pptx-xml.ts";

/** In points. A section's heading begins beside the disc. */
const disc = 24;
export const headingIndent = disc + 8;

type Pen = (x: number, y: number) => string;

const to: Pen = (x, y) => `<a:pt x="${emu(x)}" y="${emu(y)}"/>`;
const move: Pen = (x, y) => `<a:moveTo>${to(x, y)}</a:moveTo>`;
const draw: Pen = (x, y) => `<a:lnTo>${to(x, y)}</a:lnTo>`;
const close = "<a:close/>";

/** From where the pen is, which is `start` degrees round a circle; clockwise if `sweep` is positive. */
function arc(radius: number, start: number, sweep: number): string {
  const [size, from, by] = [emu(radius), Math.round(start * 60000), Math.round(sweep * 60000)];
  return `<a:arcTo wR="${size}" hR="${size}" stAng="${from}" swAng="${by}"/>`;
}

/** A shape cut out of another runs the other way round. */
function outline(points: [number, number][], x: number, y: number): string {
  const [first, ...rest] = points.map(([across, down]) => [x + across, y + down] as const);
  return move(...first!) + rest.map((point) => draw(...point)).join("") + close;
}

const [arm, stroke] = [5.6, 1.4];

const plus: [number, number][] = [
  [-arm, -stroke],
  [-arm, stroke],
  [-stroke, stroke],
  [-stroke, arm],
  [stroke, arm],
  [stroke, stroke],
  [arm, stroke],
  [arm, -stroke],
  [stroke, -stroke],
  [stroke, -arm],
  [-stroke, -arm],
  [-stroke, -stroke],
];

const minus: [number, number][] = [
  [-arm, -stroke],
  [-arm, stroke],
  [arm, stroke],
  [arm, -stroke],
];

/** A hook between two arcs about one centre, a stem under it, and a dot. */
function question(x: number, y: number): string {
  const [inner, outer, stem, centre] = [1.6, 4.2, 1.3, y - 2.6];
  const meets = Math.acos(stem / outer);
  return (
    move(x - inner, centre) +
    arc(inner, 180, 270) +
    draw(x - stem, centre + inner) +
    draw(x - stem, y + 2.7) +
    draw(x + stem, y + 2.7) +
    draw(x + stem, centre + outer * Math.sin(meets)) +
    arc(outer, (meets * 180) / Math.PI, -180 - (meets * 180) / Math.PI) +
    close +
    move(x + 1.6, y + 5.6) +
    arc(1.6, 0, -360) +
    close
  );
}

const signs = {
  strengths: (x: number, y: number) => outline(plus, x, y),
  weaknesses: (x: number, y: number) => outline(minus, x, y),
  areas: question,
} satisfies Record<SectionKey, Pen>;

/** `points`: the size of its heading. */
export function sectionMark({ box, section: { key } }: Column, points: number, id: number): string {
  const height = discTop(points) + disc;
  const radius = disc / 2;
  const middle = discTop(points) + radius;
  const geometry =
    '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>' +
    `<a:pathLst><a:path w="${emu(box.width)}" h="${emu(height)}">` +
    `${move(0, 0)}${draw(box.width, 0)}${draw(box.width, bar.height)}${draw(0, bar.height)}${close}` +
    `${move(0, middle)}${arc(radius, 180, 360)}${close}${signs[key](radius, middle)}` +
    "</a:path></a:pathLst></a:custGeom>";
  return decoration({ id, name: `Mark of ${key}`, box: { ...box, height }, colour: sectionColour[key], geometry });
}
