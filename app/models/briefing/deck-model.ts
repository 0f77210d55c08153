/**
 * What a deck says, without how it looks: it travels inside a PowerPoint file, so that the file can be read back exactly.
 * It holds nothing that the slides and their notes do not show, but for the identifiers of what is shown.
 */
import { z } from "zod";

import type { Deck, FindingsSlide, Item, SectionKey, TableSlide } from "./deck.ts";

const item = z.strictObject({
  /** "S2"; "" for what is no finding. */
  label: z.string(),
  text: z.string(),
  /** Evidence as printed: "E3". */
  cites: z.array(z.string()),
  /** The finding's identifier where it has one. */
  finding: z.string().optional(),
});

const line = z.strictObject({
  ref: z.string(),
  strengths: z.array(item),
  weaknesses: z.array(item),
  areas: z.array(item),
});

export const deckModel = z.strictObject({
  format: z.literal("throughline-deck/1"),
  title: z.string(),
  council: z.string(),
  kind: z.string(),
  asOf: z.iso.date(),
  /** In the order of the deck. */
  lines: z.array(line),
  /** Each row of the tables of ratings: what is rated, and its level. */
  ratings: z.array(z.strictObject({ name: z.string(), level: z.string() })),
  evidence: z.array(z.strictObject({ ref: z.string(), title: z.string(), kind: z.string(), date: z.string() })),
});

export type DeckModel = z.infer<typeof deckModel>;

export function deckModelOf({ meta: { title, council, kind, asOf }, slides }: Deck): DeckModel {
  const findings = slides.filter((slide) => slide.kind === "findings");
  const tables = slides.filter((slide) => slide.kind === "table");
  return {
    format: "throughline-deck/1",
    title,
    council,
    kind,
    asOf,
    lines: linesOf(findings),
    ratings: rowsOf(tables, "ratings").map(([name = "", level = ""]) => ({ name, level })),
    evidence: rowsOf(tables, "evidence").map(([ref = "", name = "", sort = "", date = ""]) => ({
      ref,
      title: name,
      kind: sort,
      date,
    })),
  };
}

function linesOf(slides: FindingsSlide[]): DeckModel["lines"] {
  const lines = new Map<string, Record<SectionKey, Item[]>>();
  for (const { ref, rows } of slides) {
    const own = lines.get(ref) ?? { strengths: [], weaknesses: [], areas: [] };
    lines.set(ref, own);
    for (const { section } of rows.flat()) own[section.key].push(...section.items);
  }
  return [...lines].map(([ref, { strengths, weaknesses, areas }]) => ({
    ref,
    strengths: whole(strengths),
    weaknesses: whole(weaknesses),
    areas: whole(areas),
  }));
}

/** Items that were cut over several slides are one again. */
function whole(items: Item[]): DeckModel["lines"][number]["strengths"] {
  const found: DeckModel["lines"][number]["strengths"] = [];
  for (const { label, text, piece, cites, finding } of items) {
    const last = found.at(-1);
    const labels = cites.map((cite) => cite.label);
    if (last && (piece === "middle" || piece === "last")) {
      last.text += text;
      last.cites.push(...labels);
    } else found.push({ label, text, cites: labels, ...(finding !== undefined && { finding }) });
  }
  return found;
}

/** A group's row that is said again on the next slide is one row. */
function rowsOf(slides: TableSlide[], role: TableSlide["role"]): string[][] {
  const seen = new Set<string>();
  return slides
    .filter((slide) => slide.role === role)
    .flatMap(({ rows }) => rows)
    .filter((row) => {
      const key = row.cells.map(({ text }) => text).join("\n");
      return !row.group || (!seen.has(key) && seen.add(key));
    })
    .map(({ cells }) => cells.map(({ text }) => text));
}
