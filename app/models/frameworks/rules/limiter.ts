/** Limiters: low scores that hold a result down, whatever the figures say. */
import { z } from "zod";

import type { Scale } from "../framework.ts";
import { type Input, labelOf, listed, type RuleFault } from "./rule.ts";

export const limiters = z
  .array(
    z.strictObject({
      /** How many inputs it takes. */
      count: z.number().int().positive().default(1),
      /** The value on the inputs' scale at which, or below which, an input counts. */
      atMost: z.number().int(),
      /** Only these inputs count; all of them where it is left out. */
      refs: z.array(z.string().min(1)).min(1).optional(),
      /** The label of the level that the result cannot be better than. */
      cap: z.string().min(1),
      source: z.string().min(1).optional(),
    }),
  )
  .default([]);

export type Limiter = z.infer<typeof limiters>[number];

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** "With one input at 1 or lower, the result is at most Requires improvement." */
export function limiterInWords({ count, atMost, refs, cap }: Limiter): string {
  const many = NUMBERS[count] ?? String(count);
  const what = refs ? `${many} of ${listed(refs)}` : `${many} input${count === 1 ? "" : "s"}`;
  return `With ${what} at ${atMost} or lower, the result is at most ${cap}.`;
}

/** The level after the limiters, and the one that holds it down. All inputs are rated. */
export function limited(
  level: number,
  limiters: readonly Limiter[],
  inputs: readonly Input[],
  scale: Scale,
): { level: number; limitedBy?: string } {
  let result: { level: number; limitedBy?: string } = { level };
  for (const limiter of limiters) {
    const cap = scale.levels.find(({ label }) => label === limiter.cap)?.value;
    const low = inputs.filter(
      ({ ref, value }) => value !== null && value <= limiter.atMost && (limiter.refs?.includes(ref) ?? true),
    );
    if (cap === undefined || low.length < limiter.count || cap >= result.level) continue;
    const who = low.map(({ name, value, scale: own }) => `${name} at ${labelOf(own.levels, value) ?? String(value)}`);
    result = { level: cap, limitedBy: `${limiterInWords(limiter)} Here: ${listed(who)}.` };
  }
  return result;
}

export function limiterFaults(limiters: readonly Limiter[], scale: Scale, inputs: Scale | null): RuleFault[] {
  const labels = scale.levels.map(({ label }) => label);
  return limiters.flatMap(({ cap, atMost }, at): RuleFault[] => [
    ...(labels.includes(cap)
      ? []
      : [
          {
            path: ["limiters", at, "cap"],
            message: `expected a level of the scale "${scale.id}" (${labels.join(", ")}), found "${cap}"`,
          },
        ]),
    ...(!inputs || inputs.levels.some(({ value }) => value === atMost)
      ? []
      : [
          {
            path: ["limiters", at, "atMost"],
            message: `expected a value of the scale "${inputs.id}", found ${atMost}`,
          },
        ]),
  ]);
}
