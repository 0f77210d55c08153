/**
 * Two judgements, each on its own scale, read as one sentence. The axes are independent: a zero-star service may have
 * promising prospects. Source: Audit Commission inspection reports, 2002 to 2009.
 */
import { z } from "zod";

import { oneOf } from "../fault.ts";
import type { Framework } from "../framework.ts";
import { scaleOf } from "../scale.ts";
import { type Input, type Kind, listed, type RuleFault, ruleHead, wanting } from "./rule.ts";

export const twoAxis = z.strictObject({
  ...ruleHead,
  kind: z.literal("two-axis"),
  /** Judgement numbers that fill the places of the sentence. */
  axes: z.record(z.string(), z.number().int()),
  sentence: z.string().min(1),
});

type TwoAxis = z.infer<typeof twoAxis>;

const PLACE = /\{([^{}]*)\}/g;

/** In order of number: a stored edition may have its axes in another order. */
const judgementsOf = ({ axes }: TwoAxis) => Object.values(axes).sort((a, b) => a - b);

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function sentence({ axes, sentence: pattern }: TwoAxis, inputs: readonly Input[]): string {
  const filled = pattern.replace(PLACE, (whole, axis: string) => {
    const number = axes[axis];
    const input = inputs.find(({ ref }) => ref === String(number));
    return input?.scale.levels.find(({ value }) => value === input.value)?.phrase ?? whole;
  });
  return capital(filled);
}

export const twoAxisKind: Kind<TwoAxis> = {
  inputs: (rule, framework, _target, scores) =>
    judgementsOf(rule).flatMap((number): Input[] => {
      const scale = scaleOf(framework, "judgement", String(number));
      const key = `judgement:${number}`;
      const value = scores.get(key) ?? null;
      return scale ? [{ key, ref: String(number), name: `judgement ${number}`, value, scale }] : [];
    }),
  compute(rule, { inputs }) {
    if (inputs.some(({ value }) => value === null)) return wanting(inputs);
    const label = sentence(rule, inputs);
    const told = inputs.map(
      (one) => `${one.name} is ${one.scale.levels.find((each) => each.value === one.value)?.label}`,
    );
    return { level: null, label, missing: [], steps: [`${capital(listed(told))}. The two are read as one sentence.`] };
  },
  words: (rule) => [
    `${capital(listed(judgementsOf(rule).map((number) => `judgement ${number}`)))} stand side by side, each on its own scale, and are read as one sentence: “${rule.sentence.replace(PLACE, "[$1]")}”.`,
  ],
  faults({ axes, sentence: pattern }, { judgements }) {
    const faults: RuleFault[] = [];
    for (const [axis, number] of Object.entries(axes)) {
      if (judgements.some((one) => one.number === number)) continue;
      const message = `the axis "${axis}" names judgement ${number}, which is not in this file`;
      faults.push({ path: ["axes", axis], message });
    }
    for (const [, place = ""] of pattern.matchAll(PLACE)) {
      if (Object.hasOwn(axes, place)) continue;
      faults.push({
        path: ["sentence"],
        message: `expected an axis (${oneOf(Object.keys(axes))}), found "{${place}}"`,
      });
    }
    return faults;
  },
};

/**
 * The sentence that two judgements make: "Poor, zero-star service that has promising prospects for improvement".
 * `levels` are values by judgement number. Null while either is unrated, and where the framework has no such rule.
 */
export function sentenceOf(framework: Framework, levels: ReadonlyMap<number, number>): string | null {
  const rule = framework.rules.find((one) => one.kind === "two-axis" && !one.retired);
  if (rule?.kind !== "two-axis") return null;
  const scores = new Map([...levels].map(([number, level]) => [`judgement:${number}`, level]));
  const inputs = twoAxisKind.inputs(rule, framework, { subject: "overall", ref: "" }, scores);
  return inputs.some(({ value }) => value === null) ? null : sentence(rule, inputs);
}
