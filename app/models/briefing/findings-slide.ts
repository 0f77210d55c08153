/** The slides of one line of enquiry, with what its findings rest on in the speaker's notes. */
import type { BriefingFinding, BriefingLine, BriefingTheme } from "./briefing.ts";
import type { Cite, Column, FindingsSlide, Item, SectionKey } from "./deck.ts";
import { findingNotes, ratingNote } from "./note.ts";
import { fitOverline, fitTitle } from "./page.ts";
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
  return pages.map((rows, n): FindingsSlide => ({
    kind: "findings",
    id: `line-${line.ref}${n === 0 ? "" : `-${n + 1}`}`,
    title: titleFor(line.title, tag, n + 1, pages.length).title,
    top: rows[0]![0]!.box.y,
    section: themeTitle,
    overline: fitOverline(themeTitle),
    ref: line.ref,
    rows,
    notes: [...(rated && n === 0 ? ratingNote("Rating", line.rating) : []), ...notesOf(rows, notes)],
  }));
}

/** All on one slide if that holds them; else over several whose bodies begin at one height. */
function pagesOf(points: Point[], title: string, tag: string): Column[][][] {
  const whole = paginate(points, fitTitle(title, tag).top);
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
function notesOf(rows: Column[][], notes: Map<string, string[]>): string[] {
  const items = rows.flat().flatMap(({ section }) => section.items);
  return items.filter(({ piece }) => piece === "whole" || piece === "first").flatMap(({ label }) => notes.get(label)!);
}
