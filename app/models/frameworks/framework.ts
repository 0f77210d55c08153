/**
 * A framework edition: what a service is judged against. Read from `content/frameworks/<slug>`, and kept as it was read:
 * whatever is added here later is optional, so that editions stored before still read the same.
 */
import { z } from "zod";

import { oneOf } from "./fault.ts";
import { inTheRound } from "./rules/in-the-round.ts";
import { percentOfMaximum } from "./rules/percent-of-maximum.ts";
import { sum } from "./rules/sum.ts";
import { twoAxis } from "./rules/two-axis.ts";

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

const rules = [twoAxis, percentOfMaximum, sum, inTheRound] as const;

const rule = z.discriminatedUnion("kind", rules, {
  error: () => oneOf(rules.map(({ shape }) => `"${shape.kind.value}"`)),
});

/** A kind of evidence that the framework asks for. */
const category = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: text,
  /** Whose voice it is, as evidence is filed here: people, staff, partners, processes, data or observation. */
  voice: text.optional(),
  note: text.optional(),
});

/** A step of an inspection under this framework, and its clock. */
const step = z.strictObject({
  title: text,
  /** The stage of an inspection here that it belongs to, such as "factual_accuracy". */
  stage: text.optional(),
  /** How long it may take. */
  workingDays: z.number().int().positive().optional(),
  source: text.optional(),
  note: text.optional(),
  /** The name or the place of this step is ours, not the publisher's. */
  inferred: z.boolean().optional(),
});

export const relations = ["same", "overlaps", "part of", "wider"] as const;

/** A line here set beside a line of another framework: how they relate, how strongly (0 to 10), and why. */
const pair = z.strictObject({
  ref: text,
  to: text,
  relation: z.enum(relations),
  strength: z.number().int().min(0).max(10),
  reason: text,
});

export const crosswalk = z.strictObject({ to: text, source: text, pairs: z.array(pair).min(1) });

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
  rules: z.array(rule).default([]),
  categories: z.array(category).optional(),
  stages: z.array(step).optional(),
  /** Themes ("8") and lines ("1.4") that earlier editions had: their numbers are never given to others. */
  retired: z.array(z.string().regex(/^[1-9]\d*(\.\d+)?$/)).optional(),
});

const line = z.strictObject({
  ref: z.string().regex(/^\d+\.\d+$/),
  title: text,
  /** For tiles: at most 24 characters, no word over 14 letters. */
  label: text,
  aliases: z.array(text),
  /** Ids of the categories of evidence that it asks for; all of the framework's where none is named. */
  categories: z.array(text).optional(),
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
  /** The id of the scale that this judgement is rated on, and its themes and lines where they have none of their own. */
  scale: text,
  lineScale: text.optional(),
  themeScale: text.optional(),
  guidance: z.array(text),
  themes: z.array(theme).min(1),
});

export const framework = frameworkHead.extend({
  slug: text,
  judgements: z.array(judgement).min(1),
  crosswalks: z.array(crosswalk).optional(),
});

export type Framework = z.infer<typeof framework>;
export type Judgement = Framework["judgements"][number];
export type Theme = Judgement["themes"][number];
export type FrameworkLine = Theme["lines"][number];
export type Scale = Framework["scales"][number];
export type Level = Scale["levels"][number];
export type Rule = z.infer<typeof rule>;
export type Crosswalk = z.infer<typeof crosswalk>;
export type Pair = z.infer<typeof pair>;
export type Category = z.infer<typeof category>;
export type Step = z.infer<typeof step>;
