/** A deck of others as a neutral value: what stands on each of its slides, whatever program wrote it. */
import { z } from "zod";

import { tooLarge } from "#app/models/evidence/text/extraction.ts";

import { briefing } from "../briefing.ts";
import { deckModel } from "../deck-model.ts";

export const sourceKinds = ["pptx", "odp", "ppt", "text", "markdown"] as const;

/** The most that is read of one deck. Source: the product's limits for hostile files. */
export const most = {
  ...{ slides: 2_000, paragraphs: 20_000, characters: 4_000_000 },
  ...{ length: 20_000, notes: 20_000 },
} as const;

export const tooMuchText = () => tooLarge("It holds more text than any real deck. Bring it in in smaller parts.");

const text = z.string().max(most.length);

const paragraph = z.strictObject({
  /** Lines that the writer broke are told apart by "\n". */
  text,
  /** 0 for the outermost. */
  level: z.int().min(0).max(8),
  /** Whether it has a mark of a list; null where the file does not say. */
  bullet: z.boolean().nullable(),
});

const block = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), paragraphs: z.array(paragraph) }),
  /** Cells hold their paragraphs, told apart by "\n". */
  z.strictObject({ kind: z.literal("table"), rows: z.array(z.array(text)) }),
]);

const slide = z.strictObject({
  /** In the order in which slides are shown, from 1. */
  number: z.int().positive(),
  hidden: z.boolean(),
  title: text,
  /** Nothing in the file says that this is the title. */
  guessed: z.boolean(),
  blocks: z.array(block),
  notes: z.string().max(most.notes),
});

const identifiers = z.strictObject({
  findings: z.array(
    z.strictObject({
      ...{ ref: z.string(), label: z.string(), finding: z.string(), words: z.string() },
      beside: z.string().nullable(),
    }),
  ),
  notes: z.array(z.strictObject({ title: z.string(), notes: z.string() })),
});

export const source = z.strictObject({
  kind: z.enum(sourceKinds),
  slides: z.array(slide).max(most.slides),
  /** Whole sentences about what was left out. */
  said: z.array(z.string().max(500)).max(50),
  /** How many slides the file says that it holds; null where it says nothing. */
  declared: z.int().nonnegative().nullable(),
  /** What one of our own decks says about itself. */
  model: deckModel.nullable(),
  /** The same, and what its speaker's notes were, in a form that every office program keeps. */
  identifiers: identifiers.nullable().default(null),
  /** A briefing in our own Markdown is read whole, by its grammar: nothing about it is guessed. */
  briefing: briefing.nullable().default(null),
});

export type Source = z.infer<typeof source>;

/** What a deck of others says about itself. */
export const nothing = { model: null, identifiers: null, briefing: null } satisfies Partial<Source>;

export type SourceSlide = Source["slides"][number];
export type Block = SourceSlide["blocks"][number];
export type Paragraph = z.infer<typeof paragraph>;

/** Text as a paragraph keeps it: lines without white space at their ends, single spaces, nothing empty. */
export function plainLines(raw: string): string {
  return raw
    .split(/[\n\v\u2028\u2029]|\r\n?/)
    .map((line) => line.replace(/[\t ]+/g, " ").trim())
    .filter(Boolean)
    .join("\n")
    .slice(0, most.length);
}

const typedMark = /^[•◦▪‣●○■□–—*·-]\s+/;

/** A mark of a list that someone typed, taken off where no other stands there. */
export function marked(text: string, bullet: boolean | null): Pick<Paragraph, "text" | "bullet"> {
  const typed = bullet === false && typedMark.test(text);
  return typed ? { text: text.replace(typedMark, ""), bullet: true } : { text, bullet };
}
