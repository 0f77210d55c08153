import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { anyBriefing } from "../../../tests/fixtures/briefing.ts";
import { sectionHeight } from "./arrange.ts";
import type { Briefing, BriefingLine } from "./briefing.ts";
import { compose } from "./compose.ts";
import type { Deck, Item, SectionKey, Slide } from "./deck.ts";
import { front } from "./front-slide.ts";
import { itemHeight } from "./item.ts";
import { lineOf, wrap, wrapRuns } from "./measure.ts";
import { content, size, textBox, titleBox, titleRuns } from "./page.ts";
import { chartShape } from "./chart-shape.ts";
import { printable } from "./printable.ts";
import { listLook, rowHeight, statementLook } from "./spread.ts";

vi.setConfig({ testTimeout: 60_000 });

const decks = (check: (deck: Deck, briefing: Briefing) => void, numRuns = 40) =>
  fc.assert(
    fc.property(anyBriefing, (briefing) => check(compose(briefing), briefing)),
    { numRuns },
  );

const slack = 1e-6;
const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);

function heightOfTitle({ title }: Slide): number {
  return wrapRuns(titleRuns(title), content.width).length * lineOf(title, size.title);
}

/** How far down the body of a slide reaches, measured anew. */
function footOf(slide: Slide): number {
  switch (slide.kind) {
    case "cover":
      return slide.top;
    case "divider":
      return slide.top + Math.max(0, ...slide.columns.map((lines) => sum(lines.map(dividerLine))));
    case "list":
      return textBox(slide.top).y + sum(slide.items.map((item) => itemHeight(item, listLook(item), content.width)));
    case "statement":
      return textBox(slide.top).y + sum(slide.items.map((item) => itemHeight(item, statementLook(), content.width)));
    case "table": {
      const rows = slide.rows.map(({ cells, group }) =>
        rowHeight(
          cells.map(({ text }) => text),
          slide.widths,
          group ? "bold" : "regular",
        ),
      );
      return slide.top + rowHeight(slide.header, slide.widths, "bold") + sum(rows);
    }
    case "chart":
      return Math.max(...chartShape(slide).bars.map(({ y, height }) => y + height));
    case "findings":
      return Math.max(
        ...slide.rows.flat().map(({ box, section }) => box.y + sectionHeight(section.items, box.width, slide.points)),
      );
  }
}

const dividerLine = (text: string) => lineOf(text, size.dividerLine) + front.lineGap;

test("nothing ever runs off a slide", () => {
  decks(({ slides }) => {
    for (const slide of slides) {
      const bottoms = { cover: front.coverLines, divider: front.bottom, other: content.bottom };
      const bottom = slide.kind === "cover" || slide.kind === "divider" ? bottoms[slide.kind] : bottoms.other;
      expect(footOf(slide)).toBeLessThanOrEqual(bottom + slack);
      if (slide.kind === "cover" || slide.kind === "divider") continue;
      expect(heightOfTitle(slide)).toBeLessThanOrEqual(titleBox(slide.top).height + slack);
      expect(wrap(slide.overline, "bold", size.overline, content.width).length).toBeLessThanOrEqual(1);
    }
  });
});

test("sections stand apart: none reaches into the one below or beside it", () => {
  decks(({ slides }) => {
    for (const slide of slides) {
      if (slide.kind !== "findings") continue;
      for (const [n, row] of slide.rows.entries()) {
        const below = slide.rows[n + 1]?.[0]?.box.y ?? content.bottom + slack;
        for (const { box, section } of row) {
          expect(box.y + sectionHeight(section.items, box.width, slide.points)).toBeLessThanOrEqual(below);
          expect(box.x + box.width).toBeLessThanOrEqual(content.x + content.width + slack);
          expect(section.items.length).toBeGreaterThan(0);
        }
        if (row[1]) expect(row[0]!.box.x + row[0]!.box.width).toBeLessThan(row[1].box.x);
      }
    }
  });
});

const keys: SectionKey[] = ["strengths", "weaknesses", "areas"];

function shownOf(slides: Slide[], { ref }: BriefingLine, key: SectionKey): string[] {
  const items: Item[] = slides.flatMap((slide) =>
    slide.kind === "findings" && slide.ref === ref
      ? slide.rows.flat().flatMap(({ section }) => (section.key === key ? section.items : []))
      : [],
  );
  const texts = new Map<string, string>();
  for (const { label, text } of items) texts.set(label, (texts.get(label) ?? "") + text);
  return [...texts.values()];
}

test("every finding stands there once, whole and in order", () => {
  decks(({ slides }, { judgements }) => {
    for (const line of judgements.flatMap(({ themes }) => themes.flatMap(({ lines }) => lines))) {
      for (const key of keys) {
        expect(shownOf(slides, line, key)).toEqual(line[key].map(({ text }) => printable(text)));
      }
    }
  });
});

test("every item of the frame stands there whole", () => {
  decks(({ slides }, { context }) => {
    const text = slides.flatMap((slide) =>
      slide.kind === "list" || slide.kind === "statement" ? slide.items.map((item) => item.text) : [],
    );
    const joined = text.join("");
    for (const { paragraphs, items } of context) {
      for (const each of [...paragraphs, ...items]) expect(joined).toContain(printable(each));
    }
  });
});

test("titles and ids are unique, and notes speak of every finding once", () => {
  decks(({ slides }, { judgements }) => {
    expect(new Set(slides.map(({ title }) => title)).size).toBe(slides.length);
    expect(new Set(slides.map(({ id }) => id)).size).toBe(slides.length);
    const lines = judgements.flatMap(({ themes }) => themes.flatMap((each) => each.lines));
    const told = slides.flatMap(({ kind, notes }) => (kind === "findings" ? notes : []));
    const count = sum(lines.flatMap((line) => keys.map((key) => line[key].length)));
    expect(told.filter((note) => /^[SWA]\d+:/.test(note)).length).toBe(count);
  });
});

test("the same briefing gives the same deck", () => {
  decks((deck, briefing) => {
    expect(compose(structuredClone(briefing))).toEqual(deck);
  }, 20);
});
