/**
 * The sum of the scores as a share of the highest possible sum, each score weighted the same, and bands of that share.
 * Source: CQC, how we determine ratings for local authorities, in the edition of February 2024 and the one after it,
 * https://www.cqc.org.uk/guidance-regulation/local-authorities/how-we-determine-ratings
 */
import { z } from "zod";

import { bands, bandsInWords } from "./band.ts";
import { countingFaults, reach } from "./counting.ts";
import { countingHead, inputsInWords, inputsOf } from "./inputs.ts";
import { limiterInWords, limiters } from "./limiter.ts";
import { percentOf, roundingInWords, roundings } from "./rounding.ts";
import { type Kind, ruleHead, wanting } from "./rule.ts";

export const percentOfMaximum = z.strictObject({
  ...ruleHead,
  kind: z.literal("percent-of-maximum"),
  ...countingHead,
  rounding: z.enum(roundings),
  bands,
  limiters,
});

const figure = (percent: number) => `${Number(percent.toFixed(1))}%`;

export const percentOfMaximumKind: Kind<z.infer<typeof percentOfMaximum>> = {
  inputs: inputsOf,
  compute(rule, { scale, inputs }) {
    if (!scale || !inputs.length || inputs.some(({ value }) => value === null)) return wanting(inputs);
    const sum = inputs.reduce((all, { value }) => all + (value ?? 0), 0);
    const most = inputs.reduce((all, one) => all + one.scale.levels.at(-1)!.value, 0);
    const percent = percentOf(sum, most, rule.rounding);
    const exact = percentOf(sum, most, "none");
    const rounded = percent === exact ? "" : `, ${roundingInWords(rule.rounding)} ${figure(percent)}`;
    const tell = (band: string) => [
      `${inputs.map(({ value }) => value).join(" + ")} = ${sum}, of at most ${most}.`,
      `That is ${figure(exact)}${rounded}: ${band}.`,
    ];
    return { ...reach(rule, percent, { scale, inputs, tell }), percent, sum };
  },
  words: (rule) => [
    `Adds up ${inputsInWords(rule)}, each weighted the same, and takes the share of the highest sum that there could be, ${roundingInWords(rule.rounding)}.`,
    bandsInWords(rule.bands, "%", rule.rounding !== "none"),
    ...rule.limiters.map(limiterInWords),
  ],
  faults(rule, framework) {
    const last = rule.bands.at(-1)?.to;
    const path = ["bands", rule.bands.length - 1, "to"];
    const short = last !== undefined && last < 100;
    return [
      ...(short ? [{ path, message: `expected the last band to reach 100, found ${last}` }] : []),
      ...countingFaults(rule, framework, ({ id, levels }) => {
        const sound = levels[0]!.value >= 0 && levels.at(-1)!.value > 0;
        const message = `expected a scale without negative values, whose highest is above 0, found "${id}"`;
        return sound ? [] : [{ path: ["from"], message }];
      }),
    ];
  },
};
