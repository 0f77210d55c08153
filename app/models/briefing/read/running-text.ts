/** What most slides of a deck say, and none means: footers, names and dates that someone typed on each of them. */
import { unitsOn } from "./read-slide.ts";
import type { SourceSlide } from "./source.ts";

/** Texts on more than three slides of five. */
export function runningText(slides: SourceSlide[]): Set<string> {
  if (slides.length < 5) return new Set();
  const counts = new Map<string, number>();
  for (const slide of slides) {
    const own = new Set(unitsOn(slide).units.flatMap((unit) => (unit.is === "item" ? [unit.text] : [])));
    for (const text of own) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > slides.length * 0.6).map(([text]) => text));
}
