/**
 * What a rule of a framework is: a small pure function from what was rated to a result and how it came about.
 * For the other chapters: `computeRating` (computation.ts), `nextBand` (next-band.ts), `sentenceOf` (two-axis.ts).
 */
import { z } from "zod";

import type { Framework, Level, Scale } from "../framework.ts";

/** What can be rated, or worked out. `overall` is the one result of a framework that several judgements make up. */
export const ruledSubjects = ["line", "theme", "judgement", "overall"] as const;
export type RuledSubject = (typeof ruledSubjects)[number];

/** `ref` is "1.3" for a line, "1" for a theme or a judgement, and "" for the overall result. */
export type Target = { subject: RuledSubject; ref: string };

/** Levels by key: "line:1.3", "theme:1", "judgement:1", "category:1.3:people". What is not rated is not in it. */
export type Scores = ReadonlyMap<string, number>;

export type Computed = {
  /** A value on the target's scale; null while something that it needs is unrated, and where nothing is computed. */
  level: number | null;
  /** The level's label; for a rule of two axes their sentence. */
  label: string | null;
  percent?: number;
  sum?: number;
  /** Keys that are unrated and so stop the result: unrated is never zero. Empty where the rule computes nothing. */
  missing: string[];
  /** Whole sentences: how it came about, or what is wanting. */
  steps: string[];
  /** The limiter that holds the result down, as a whole sentence. */
  limitedBy?: string;
  ruleId: string;
  /** Where the rule was published. */
  source: string | null;
};

/** One thing that goes into a rule. `name` is how it is called inside a sentence: "line 1.3". */
export type Input = { key: string; ref: string; name: string; value: number | null; scale: Scale };

/** What a kind of rule is given to work with: the scale is that of its result, where that is a level. */
export type Given = { framework: Framework; scale: Scale | null; inputs: Input[] };

export type Outcome = Omit<Computed, "ruleId" | "source">;

/** What is wrong with a rule, and at which place in it. */
export type RuleFault = { path: (string | number)[]; message: string };

/** What a rule must know of its framework to be checked: themes and lines are read after it. */
export type FrameworkOutline = Pick<Framework, "scales" | "categories"> & {
  judgements: Pick<Framework["judgements"][number], "number" | "scale" | "lineScale" | "themeScale">[];
};

/** A kind of rule. */
export type Kind<R> = {
  /** What goes into it, rated or not. */
  inputs(rule: R, framework: Framework, target: Target, scores: Scores): Input[];
  compute(rule: R, given: Given): Outcome;
  /** The rule in whole sentences, told from its data. */
  words(rule: R, framework: Framework): string[];
  /** What does not fit the rest of the framework. */
  faults(rule: R, framework: FrameworkOutline): RuleFault[];
};

/** What every rule may say of itself. */
export const ruleHead = {
  id: z.string().min(1),
  /** Where it was published. */
  source: z.string().min(1).optional(),
  /** Which edition of the publisher's rules it belongs to: those of one edition work together. */
  edition: z.string().min(1).optional(),
  /** Why it is no longer in force. It is kept, so that older results can be told, and works out nothing new. */
  retired: z.string().min(1).optional(),
  /** What is uncertain about it. */
  note: z.string().min(1).optional(),
};

export const labelOf = (levels: readonly Level[], value: number | null): string | null =>
  levels.find((level) => level.value === value)?.label ?? null;

/** "a, b and c" */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** What a rule answers while inputs are unrated: nothing, and what is wanting. */
export function wanting(inputs: readonly Input[]): Outcome {
  const missing = inputs.filter(({ value }) => value === null);
  const few =
    missing.length > 5 ? `${missing.length} of ${inputs.length} inputs` : listed(missing.map((one) => one.name));
  const verb = missing.length === 1 ? "is" : "are";
  const why = `Nothing is worked out yet, since ${few} ${verb} not rated: what is unrated counts neither as zero nor as anything else.`;
  return { level: null, label: null, missing: missing.map(({ key }) => key), steps: [why] };
}
