/** The headlines of a line: what someone wrote, or the first finding of each kind and how many more there are. */
import type { Headlines } from "./choices.ts";
import { sectionKeys } from "./chosen.ts";
import type { Item } from "./deck.ts";
import type { Point } from "./paginate.ts";
import { printable } from "./printable.ts";

const written = (text: string): Item => ({
  style: "point",
  label: "",
  lead: "",
  text: printable(text),
  piece: "whole",
  cites: [],
});

const more = (count: number): string => (count === 1 ? "and 1 more, in the notes" : `and ${count} more, in the notes`);

/** At least one point for each kind that has findings. Each line that was written is a point of its own. */
export function headlinePoints(points: Point[], headlines: Headlines): Point[] {
  return sectionKeys.flatMap((key): Point[] => {
    const own = points.filter((point) => point.key === key);
    const [first, ...rest] = own;
    if (!first) return [];
    const lines = (headlines[key] ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    if (lines.length) return lines.map((line) => ({ key, item: written(line) }));
    return [first, ...(rest.length ? [{ key, item: { ...written(more(rest.length)), quiet: true as const } }] : [])];
  });
}
