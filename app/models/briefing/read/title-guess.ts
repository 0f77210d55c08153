/** The title of a slide: what the file says is one, else what looks like one. */
import { headingOf } from "./heading.ts";
import type { Frame } from "./layout.ts";
import type { Block, SourceSlide } from "./source.ts";

type Shape = { frame: Frame | null; block: Block; title: boolean; size: number | null };

const linesOf = ({ block }: Shape): string[] => (block.kind === "text" ? block.paragraphs.map(({ text }) => text) : []);

const longest = 200;

/** A box of its own, short and no heading of findings; the largest writing, else what stands highest. */
function guess(shapes: Shape[]): Shape | null {
  const fit = shapes.filter((shape) => {
    const lines = linesOf(shape);
    const all = lines.join("\n");
    return lines.length > 0 && lines.length <= 3 && all.length <= longest && !lines.some((line) => headingOf(line));
  });
  const sizes = fit.flatMap(({ size }) => size ?? []);
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  const fitting = new Set(fit);
  const others = shapes.filter((shape) => !fitting.has(shape)).flatMap(({ size }) => size ?? []);
  if (sizes.length && fit.every(({ size }) => size !== null) && !others.some((size) => size > largest)) {
    return fit.find(({ size }) => size === largest) ?? null;
  }
  const placed = fit.filter(({ frame }) => frame);
  if (placed.length !== fit.length) return fit[0] ?? null;
  return placed.reduce<Shape | null>((top, shape) => (!top || shape.frame!.y < top.frame!.y ? shape : top), null);
}

export function withTitle(shapes: Shape[]): Pick<SourceSlide, "title" | "guessed" | "blocks"> {
  const titles = shapes.filter(({ title }) => title);
  const found = titles[0] ?? guess(shapes);
  const rest = shapes.filter((shape) => shape !== found).map(({ block }) => block);
  return { title: found ? linesOf(found).join("\n") : "", guessed: found !== null && !titles[0], blocks: rest };
}
