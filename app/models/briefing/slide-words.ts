/** What a slide says, piece by piece, without its title: how it fills its page does not change it. */
import type { Slide } from "./deck.ts";
import { shownLead, shownText } from "./item.ts";

export function slideWords(slide: Slide): string[] {
  switch (slide.kind) {
    case "cover":
      return slide.lines;
    case "divider":
      return slide.columns.flat();
    case "list":
    case "statement":
      return slide.items.map((item) => shownLead(item) + shownText(item));
    case "findings":
      return slide.rows
        .flat()
        .flatMap(({ section }) => [section.heading, ...section.items.map((item) => shownLead(item) + shownText(item))]);
    case "table":
      return slide.rows.map(({ cells }) =>
        cells
          .map(({ text }) => text)
          .filter(Boolean)
          .join(", "),
      );
    case "chart":
      return slide.bars.map(({ name, counts }) => [name, ...counts].join(", "));
  }
}
