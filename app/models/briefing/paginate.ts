/** The findings of one line of enquiry over as few slides as hold them, broken where a reader would break them. */
import type { Item, Section, SectionKey } from "./deck.ts";
import { arrange, headHeight, headings } from "./arrange.ts";
import { cut } from "./cut.ts";
import { look, pieces } from "./item.ts";
import { content, size } from "./page.ts";

export type Point = { key: SectionKey; item: Item };

/** What a break costs, beside a slide. The numbers matter only against each other. */
const cost = {
  slide: 1000,
  splitSection: 250,
  /** Two items or fewer of a longer section, alone at the foot or the head of a slide. */
  tail: 200,
  /** Weaknesses are read against the strengths. */
  weaknessesApart: 120,
  /** So few items, with nothing else on the slide, of a line that has several slides. */
  alone: 500,
  /** For a slide wholly empty; less as it fills, by the square. Evens out the slides of a line. */
  empty: 60,
} as const;

const tailLength = 2;

/** What stands on each slide, where their bodies begin at `top` or above. */
export function paginate(points: Point[], top: number): Section[][] {
  const room = content.bottom - top - headHeight(size.finding);
  const all = points.flatMap(({ key, item }) =>
    pieces(item, look.finding, content.width, room).map((piece) => ({ key, item: piece })),
  );
  return cut(all.length, pricer(all, top)).map(([from, to]) => sectionsOf(all, from, to));
}

function sectionsOf(points: Point[], from: number, to: number): Section[] {
  const sections: Section[] = [];
  for (const { key, item } of points.slice(from, to)) {
    const section = sections.at(-1);
    if (section?.key === key) section.items.push(item);
    else {
      const continued = sections.length === 0 && points[from - 1]?.key === key;
      sections.push({ key, heading: headings[key] + (continued ? " (continued)" : ""), continued, items: [item] });
    }
  }
  return sections;
}

function pricer(points: Point[], top: number): (from: number, to: number) => number | null {
  const splitAt = (at: number) => at > 0 && at < points.length && points[at - 1]!.key === points[at]!.key;
  return (from, to) => {
    const sections = sectionsOf(points, from, to);
    const rows = arrange(sections, top, size.finding);
    if (!rows) return null;
    const foot = rows.at(-1)!.map(({ box }) => box.y + box.height);
    const empty = 1 - (Math.max(...foot) - top) / (content.bottom - top);
    let price = cost.slide + cost.empty * empty * empty;
    const [first, last] = [sections[0]!, sections.at(-1)!];
    if (splitAt(to)) price += cost.splitSection;
    if (to - from <= tailLength && to - from < points.length) price += cost.alone;
    if (splitAt(from) && first.items.length <= tailLength) price += cost.tail;
    if (splitAt(to) && last.items.length <= tailLength) price += cost.tail;
    if (!splitAt(from) && first.key === "weaknesses" && points[from - 1]?.key === "strengths") {
      price += cost.weaknessesApart;
    }
    return price;
  };
}
