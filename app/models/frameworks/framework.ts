/** A framework edition: what a service is judged against. Read from `content/frameworks/<slug>`. */
import { z } from "zod";

const text = z.string().min(1);

const level = z.strictObject({
  value: z.number().int(),
  label: text,
  /** How the level reads inside a sentence, for instance "fair, one-star". */
  phrase: text,
});

const scale = z.strictObject({
  id: text,
  title: text,
  source: text.optional(),
  levels: z.array(level).min(2),
});

/**
 * Two judgements, each on its own scale, read as one sentence. The axes are independent: a zero-star
 * service may have promising prospects. Source: Audit Commission inspection reports, 2002 to 2009.
 */
const twoAxis = z.strictObject({
  id: text,
  kind: z.literal("two-axis"),
  source: text.optional(),
  /** Judgement numbers that fill the places of the sentence. */
  axes: z.record(z.string(), z.number().int()),
  sentence: text,
});

/** The front matter of `framework.md`. */
export const frameworkHead = z.strictObject({
  title: text,
  publisher: text,
  edition: text,
  source: text,
  licence: text,
  complete: z.boolean(),
  notes: text.optional(),
  scales: z.array(scale).min(1),
  rules: z.array(twoAxis).default([]),
});

const line = z.strictObject({
  ref: z.string().regex(/^\d+\.\d+$/),
  title: text,
  /** For tiles: at most 24 characters, no word over 14 letters. */
  label: text,
  aliases: z.array(text),
  guidance: z.array(text).min(1),
  typicalEvidence: z.array(text),
  good: z.array(text),
  prompts: z.strictObject({
    strengths: z.array(text),
    weaknesses: z.array(text),
    areas: z.array(text),
  }),
  /** Published for some levels only; a level without one lies between its neighbours. */
  descriptors: z.array(z.strictObject({ level: z.number().int(), statements: z.array(text).min(1) })),
});

const theme = z.strictObject({
  number: z.number().int().positive(),
  title: text,
  aliases: z.array(text),
  guidance: z.array(text),
  lines: z.array(line).min(1),
});

const judgement = z.strictObject({
  number: z.number().int().positive(),
  title: text,
  aliases: z.array(text),
  /** The id of the scale that this judgement, its themes and its lines are rated on. */
  scale: text,
  guidance: z.array(text),
  themes: z.array(theme).min(1),
});

export const framework = frameworkHead.extend({ slug: text, judgements: z.array(judgement).min(1) });

export type Framework = z.infer<typeof framework>;
export type Judgement = Framework["judgements"][number];
export type Theme = Judgement["themes"][number];
export type FrameworkLine = Theme["lines"][number];
export type Scale = Framework["scales"][number];
export type Level = Scale["levels"][number];
