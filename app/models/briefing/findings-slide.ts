/** The slides of one line of enquiry, with what its findings rest on in the speaker's notes. */
import type { BriefingFinding, BriefingLine, BriefingTheme } from "./briefing.ts";
import { arrange, stack } from "./arrange.ts";
import type { Choices, Headlines, Layout } from "./choices.ts";
import { labelOf, sectionKeys } from "./chosen.ts";
import type { Cite, Column, FindingsSlide, Item, Section } from "./deck.ts";
import { headlinePoints } from "./headline.ts";
import { findingNotes, ratingNote } from "./note.ts";
import { findingSizes, fitOverline, size } from "./page.ts";
import { paginate, type Point } from "./paginate.ts";
import { titleFor, topFor } from "./title.ts";

/** A finding prints at most this many sources on the slide; the notes hold all. */
const mostCites = 6;

export type LineLook = {
  rated: boolean;
  /** Whether findings print their sources, their places, and what became of them. */
  show: Pick<Choices["show"], "sources" | "numbers" | "marks">;
  layout: Layout;
  headlines: Headlines;
};

/** None for a line without findings. `tag` tells the titles from those of another line of the same name. */
export function findingsSlides(line: BriefingLine, theme: BriefingTheme, tag: string, look: LineLook): FindingsSlide[] {
  const notes = new Map<string, string[]>();
  const points: Point[] = [];
  for (const key of sectionKeys) {
    for (const [n, finding] of line[key].entries()) {
      const label = labelOf(key, n, finding);
      // A headline stands for all its findings: the speaker needs their words too.
      const words = look.layout === "headlines" ? [`${label} says: ${finding.text}`] : [];
      const became = look.show.marks ? (finding.mark?.notes ?? []) : [];
      notes.set(label, [...words, ...findingNotes(label, finding), ...became.map((each) => `${label} ${each}`)]);
      points.push({ key, item: itemOf(finding, label, look) });
    }
  }
  if (points.length === 0) return [];
  const told = [...notes.values()].flat();
  const pages = pagesOf(points, line.title, tag, look);
  const themeTitle = `${theme.number} ${theme.title}`;
  const titles = pages.map((_, n) => titleFor(line.title, tag, n + 1, pages.length));
  const set = setPages(pages, titles, look);
  return pages.map((sections, n): FindingsSlide => {
    const said = look.layout === "headlines" ? (n === 0 ? told : []) : notesOf(sections, notes);
    return {
      kind: "findings",
      id: `line-${line.ref}${n === 0 ? "" : `-${n + 1}`}`,
      ...titles[n]!,
      section: themeTitle,
      overline: fitOverline(themeTitle),
      ref: line.ref,
      points: set.points,
      rows: set.rows[n]!,
      notes: [...(look.rated && n === 0 ? ratingNote("Rating", line.rating) : []), ...said],
    };
  });
}

type Setting = { points: number; rows: Column[][][] };

/** All slides of a line in one size: the largest that all have room for. What was cut at line ends keeps the smallest. */
function setPages(pages: Section[][], titles: { top: number }[], { layout }: LineLook): Setting {
  const isCut = pages.flat().some(({ items }) => items.some(({ piece }) => piece !== "whole"));
  const sizes = isCut ? [size.finding] : findingSizes;
  // Headlines stand one under another where they fit, so that each is read by itself.
  const ways = layout === "headlines" ? [stack, arrange] : [arrange];
  for (const way of ways) {
    for (const points of sizes) {
      const rows = pages.map((sections, n) => way(sections, titles[n]!.top, points));
      if (rows.every((each) => each !== null)) return { points, rows };
    }
  }
  throw new Error("unreachable: pages were made to fit the smallest size");
}

/** All on one slide if that holds them; else over several, whatever the ends of their titles. */
function pagesOf(points: Point[], title: string, tag: string, { layout, headlines }: LineLook): Section[][] {
  const shown = layout === "headlines" ? headlinePoints(points, headlines) : points;
  const whole = paginate(shown, titleFor(title, tag, 1, 1).top);
  const areas = shown.findIndex(({ key }) => key === "areas");
  const apart = layout === "two" && areas > 0;
  if (whole.length === 1 && !apart) return whole;
  const top = topFor(title, tag);
  if (!apart) return paginate(shown, top);
  return [...paginate(shown.slice(0, areas), top), ...paginate(shown.slice(areas), top)];
}

function itemOf(finding: BriefingFinding, label: string, { show }: LineLook): Item {
  return {
    style: "point",
    label,
    lead: [show.numbers && label, show.marks && finding.mark?.title].filter(Boolean).join(", "),
    text: finding.text,
    piece: "whole",
    cites: show.sources ? citesOf(finding) : [],
    ...(finding.id !== undefined && { finding: finding.id }),
  };
}

function citesOf(finding: BriefingFinding): Cite[] {
  const labels = [...new Set(finding.citations.map(({ evidence }) => evidence))];
  const shown = labels.length > mostCites ? labels.slice(0, mostCites - 1) : labels;
  const more = labels.length - shown.length;
  return [...shown, ...(more > 0 ? [`+${more}`] : [])].map((each) => ({ label: each }));
}

/** Of the findings that begin on this slide. */
function notesOf(sections: Section[], notes: Map<string, string[]>): string[] {
  const items = sections.flatMap((section) => section.items);
  return items
    .filter(({ piece }) => piece === "whole" || piece === "first")
    .flatMap(({ label }) => notes.get(label) ?? []);
}
