/** Items of a slide in a PDF: a list as lists are tagged, each citation a link to the row of its evidence. */
import type { Item } from "./deck.ts";
import { itemHeight, runsOf, type Look } from "./item.ts";
import { lineOf, type Run } from "./measure.ts";
import { linesOf } from "./pdf-line.ts";
import { type Pen, type Place, sayRuns } from "./pdf-pen.ts";
import type { Palette } from "./theme.ts";

/** What a citation leads to: the title of its evidence; null where the appendix has no row for it. */
export type Cited = (label: string) => string | null;

export type ListPen = { pen: Pen; palette: Palette; cited: Cited };

export type ListStyle = { lookOf: (item: Item) => Look; x: number; width: number; colour: string; mark: string };

type Piece = Run & { colour: string; label: string };
type Placed = Piece & { x: number; y: number };

const isUnmarked = ({ piece, quiet }: Item) => quiet || piece === "middle" || piece === "last";

/** What stands where: each run of each line, a citation never without its brackets. */
function placed(item: Item, look: Look, x: number, y: number, width: number, { pen, palette, cited }: ListPen) {
  const cites = new Map(item.cites.map(({ label }) => [`[${label}]`, label]));
  const runs = runsOf(item, look).map((run): Piece => {
    const label = cites.get(run.text.trim());
    const leads = label !== undefined && cited(label) !== null;
    return {
      ...run,
      colour: leads ? palette.link : item.quiet ? palette.slate : palette.ink,
      label: leads ? label : "",
    };
  });
  const step = lineOf(item.lead + item.text, look.size);
  return linesOf(runs, width).flatMap((line, n) => {
    let at = x;
    return line.map((run): Placed => {
      const here = { ...run, x: at, y: y + n * step };
      at += pen.widthOf(run.text, run.face, run.size);
      return here;
    });
  });
}

/** Draws the words of an item as the content of `at`: its text, then each citation as a link. */
function words(at: Place, type: string, pieces: Placed[], size: number, { pen, cited }: ListPen): void {
  for (let n = 0; n < pieces.length;) {
    const { label } = pieces[n]!;
    let next = n + 1;
    while (next < pieces.length && pieces[next]!.label === label) next++;
    const run = pieces.slice(n, next);
    const draw = () => run.forEach((piece) => pen.say(piece.text, piece.face, piece, size));
    if (label) link(at, label, run, draw, { pen, cited });
    else pen.within(at, type, draw);
    n = next;
  }
}

function link(
  parent: Place,
  label: string,
  run: Placed[],
  draw: () => void,
  { pen, cited }: Pick<ListPen, "pen" | "cited">,
) {
  const at = pen.place(parent, "Link");
  pen.within(at, "Link", draw);
  for (const { text, face, size, x, y } of run) {
    if (!text.trim()) continue;
    const width = pen.widthOf(text, face, size);
    pen.goTo({ x, y, width, height: size * 1.5 }, label, `${label}: ${cited(label) ?? ""}`, at);
  }
  at.end();
}

/** Items from `y` down; answers where the last of them ends. Prose is paragraphs, all else is lists. */
export function drawItems(parent: Place, items: Item[], y: number, style: ListStyle, list: ListPen): number {
  let top = y;
  for (let n = 0; n < items.length;) {
    const prose = items[n]!.style === "prose";
    let next = n + 1;
    while (next < items.length && !prose && items[next]!.style !== "prose") next++;
    const run = items.slice(n, next);
    if (prose) top = paragraph(parent, run[0]!, top, style, list);
    else {
      const at = list.pen.place(parent, "L");
      top = listItems(at, run, top, style, list);
      at.end();
    }
    n = next;
  }
  return top;
}

function paragraph(parent: Place, item: Item, y: number, style: ListStyle, list: ListPen): number {
  const look = style.lookOf(item);
  const at = list.pen.place(parent, "P");
  words(at, "P", placed(item, look, style.x, y + look.gap, style.width, list), look.size, list);
  at.end();
  return y + itemHeight(item, look, style.width);
}

/** Points, each with the parts that follow it in a list of its own. */
function listItems(parent: Place, items: Item[], y: number, style: ListStyle, list: ListPen): number {
  let top = y;
  for (let n = 0; n < items.length;) {
    let next = n + 1;
    while (next < items.length && items[next]!.style === "part") next++;
    const [item, parts] = [items[n]!, items.slice(n + 1, next)];
    const at = list.pen.place(parent, "LI");
    const body = listItem(at, item, top, style, list);
    top += itemHeight(item, style.lookOf(item), style.width);
    if (parts.length > 0) {
      const under = list.pen.place(body, "L");
      for (const part of parts) {
        const inner = list.pen.place(under, "LI");
        listItem(inner, part, top, { ...style, mark: "–" }, list).end();
        inner.end();
        top += itemHeight(part, style.lookOf(part), style.width);
      }
      under.end();
    }
    body.end();
    at.end();
    n = next;
  }
  return top;
}

/** How far before its text a part's mark stands. */
const partMark = 20;

function listItem(at: Place, item: Item, y: number, style: ListStyle, list: ListPen): Place {
  const { pen } = list;
  const look = style.lookOf(item);
  const top = y + look.gap;
  if (!isUnmarked(item)) {
    const label = pen.place(at, "Lbl");
    const x = item.style === "part" ? style.x + look.indent - partMark : style.x;
    pen.within(label, "Lbl", () => sayRuns(pen, [mark(style, look)], x, top));
    label.end();
  }
  const body = pen.place(at, "LBody");
  words(
    body,
    "LBody",
    placed(item, look, style.x + look.indent, top, style.width - look.indent, list),
    look.size,
    list,
  );
  return body;
}

const mark = ({ mark: text, colour }: ListStyle, { size }: Look) => ({ text, face: "regular" as const, size, colour });
