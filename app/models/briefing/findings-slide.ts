/** The slides of one line of enquiry, with what its findings rest on in the speaker's notes. */
import type { BriefingFinding, BriefingLine, BriefingTheme } from "./briefing.ts";
import type { Cite, FindingsSlide, Item, Section, SectionKey } from "./deck.ts";
import { arrange } from "./arrange.ts";
import { findingNotes, ratingNote } from "./note.ts";
import { fitOverline } from "./page.ts";
import { paginate, type Point } from "./paginate.ts";
import { titleFor, topFor } from "./title.ts";

const keys: SectionKey[] = ["strengths", "weaknesses", "areas"];
const letters = { strengths: "S", weaknesses: "W", areas: "A" } as const satisfies Record<SectionKey, string>;

/** A finding prints at most this many sources on the slide; the notes hold all. */
const mostCites = 6;

/** None for a line without findings. `tag` tells the titles from those of another line of the same name. */
export function findingsSlides(line: BriefingLine, theme: BriefingTheme, tag: string, rated: boolean): FindingsSlide[] {
  const notes = new Map<string, string[]>();
  const points: Point[] = [];
  for (const key of keys) {
    for (const [n, finding] of line[key].entries()) {
      const label = `${letters[key]}${n + 1}`;
      notes.set(label, findingNotes(label, finding));
      points.push({ key, item: itemOf(finding, label) });
    }
  }
  if (points.length === 0) return [];
  const pages = pagesOf(points, line.title, tag);
  const themeTitle = `${theme.number} ${theme.title}`;
  return pages.map((sections, n): FindingsSlide => {
    const { title, top } = titleFor(line.title, tag, n + 1, pages.length);
    return {
      kind: "findings",
      id: `line-${line.ref}${n === 0 ? "" : `-${n + 1}`}`,
      title,
      top,
      section: themeTitle,
      overline: fitOverline(themeTitle),
      ref: line.ref,
      rows: arrange(sections, top)!,
      notes: [...(rated && n === 0 ? ratingNote("Rating", line.rating) : []), ...notesOf(sections, notes)],
    };
  });
}

/** All on one slide if that holds them; else over several, whatever the ends of their titles. */
function pagesOf(points: Point[], title: string, tag: string): Section[][] {
  const whole = paginate(points, titleFor(title, tag, 1, 1).top);
  return whole.length === 1 ? whole : paginate(points, topFor(title, tag));
}

function itemOf(finding: BriefingFinding, label: string): Item {
  return { style: "point", label, lead: "", text: finding.text, piece: "whole", cites: citesOf(finding) };
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
  return items.filter(({ piece }) => piece === "whole" || piece === "first").flatMap(({ label }) => notes.get(label)!);
}
