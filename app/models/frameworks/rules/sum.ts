/**
 * The sum of the scores, and bands of that sum.
 * Source: rules of this kind are reported for HM Inspectorate of Probation's overall rating; a framework cites its own.
 */
import { z } from "zod";

import { bands, bandsInWords } from "./band.ts";
import { countingFaults, reach } from "./counting.ts";
import { countingHead, inputsInWords, inputsOf } from "./inputs.ts";
import { limiterInWords, limiters } from "./limiter.ts";
import { type Kind, ruleHead, wanting } from "./rule.ts";

export const sum = z.strictObject({ ...ruleHead, kind: z.literal("sum"), ...countingHead, bands, limiters });

export const sumKind: Kind<z.infer<typeof sum>> = {
  inputs: inputsOf,
  compute(rule, { scale, inputs }) {
    if (!scale || !inputs.length || inputs.some(({ value }) => value === null)) return wanting(inputs);
    const all = inputs.reduce((total, { value }) => total + (value ?? 0), 0);
    const tell = (band: string) => [`${inputs.map(({ value }) => value).join(" + ")} = ${all}: ${band}.`];
    return { ...reach(rule, all, { scale, inputs, tell }), sum: all };
  },
  words: (rule) => [
    `Adds up ${inputsInWords(rule)}.`,
    bandsInWords(rule.bands, "", true),
    ...rule.limiters.map(limiterInWords),
  ],
  faults: (rule, framework) => countingFaults(rule, framework),
};
