/**
 * A briefing as a value: everything an inspection has to say before its visit. It is read from the database or from
 * Markdown, and every output (deck, document, Markdown) is made from it alone.
 */
import { z } from "zod";

const text = z.string().min(1);
const isoDate = z.iso.date();

const citation = z.strictObject({
  /** A reference in the briefing's evidence list: "E1". */
  evidence: z.string().regex(/^E\d+$/),
  /** Where in it: "page 2", "sheet Costs", or nothing. */
  locator: text.nullable(),
  quote: text.nullable(),
});

const briefingFinding = z.strictObject({
  text,
  /** Which finding it is in the database, where it was read from there for a deck; never published. */
  id: text.optional(),
  /** "S2": its place on its line where not all of them are here. */
  label: text.optional(),
  /** What became of it since the opening briefing, for a deck that tells: "Confirmed", and what the speaker should know. */
  mark: z.strictObject({ title: text, notes: z.array(text) }).optional(),
  note: text.nullable(),
  /** What was restored in the text and is not certain. */
  inferred: text.nullable(),
  /** The council had found this weakness itself; inspectors credit self-awareness. */
  recognised: z.boolean(),
  citations: z.array(citation),
});

const briefingRating = z.strictObject({ level: text, reason: text });

const briefingLine = z.strictObject({
  ref: z.string().regex(/^\d+\.\d+$/),
  title: text,
  rating: briefingRating.nullable(),
  strengths: z.array(briefingFinding),
  weaknesses: z.array(briefingFinding),
  areas: z.array(briefingFinding),
});

const briefingTheme = z.strictObject({
  number: z.number().int().positive(),
  title: text,
  rating: briefingRating.nullable(),
  lines: z.array(briefingLine),
});

const briefingJudgement = z.strictObject({
  number: z.number().int().positive(),
  title: text,
  rating: briefingRating.nullable(),
  themes: z.array(briefingTheme),
});

export const briefingHead = z.strictObject({
  title: text,
  kind: text,
  council: text,
  inspection: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  framework: text,
  date: isoDate,
  source: text.optional(),
  licence: text.optional(),
});

/** What frames the findings: kept with the inspection, edited in its settings. */
export const briefingFrame = z.strictObject({
  team: z.array(z.strictObject({ role: text, organisation: text.nullable(), lead: z.boolean() })),
  agenda: z.array(z.strictObject({ title: text, parts: z.array(text) })),
  context: z.array(z.strictObject({ title: text, paragraphs: z.array(text), items: z.array(text) })),
  nextStages: z.array(z.strictObject({ title: text, detail: text.nullable() })),
});

export const briefing = briefingHead.extend({
  ...briefingFrame.shape,
  judgements: z.array(briefingJudgement),
  evidence: z.array(
    z.strictObject({ ref: z.string().regex(/^E\d+$/), title: text, kind: text.nullable(), asAt: isoDate.nullable() }),
  ),
  /** What stood at the opening briefing and stands no more, for a deck that tells; never published. */
  withdrawn: z.array(z.strictObject({ ref: text, text, reason: text.nullable() })).optional(),
  /** Which findings a file left with, by fingerprints (identifier.ts), so that it is known again when it comes back. */
  identifiers: z.array(text).optional(),
});

export type Briefing = z.infer<typeof briefing>;
export type BriefingFrame = z.infer<typeof briefingFrame>;
export type BriefingJudgement = Briefing["judgements"][number];
export type BriefingTheme = BriefingJudgement["themes"][number];
export type BriefingLine = BriefingTheme["lines"][number];
export type BriefingRating = NonNullable<BriefingLine["rating"]>;
export type BriefingFinding = BriefingLine["strengths"][number];
export type BriefingCitation = BriefingFinding["citations"][number];
