/** What rules that count share: from a figure to a level, and what can be wrong with their bands and limiters. */
import type { Scale } from "../framework.ts";
import { type Band, bandFaults, bandOf } from "./band.ts";
import { type Counting, endsOf } from "./inputs.ts";
import { limited, type Limiter, limiterFaults } from "./limiter.ts";
import { type FrameworkOutline, type Input, labelOf, type Outcome, type RuleFault } from "./rule.ts";

type Counted = { bands: Band[]; limiters: Limiter[] };

/** The outcome for a figure; `tell` puts into words how it led to a band. All inputs are rated. */
export function reach(
  { bands, limiters }: Counted,
  figure: number,
  { scale, inputs, tell }: { scale: Scale; inputs: Input[]; tell: (band: string) => string[] },
): Outcome {
  const band = bandOf(bands, figure);
  const reached = scale.levels.find(({ label }) => label === band.level) ?? scale.levels[0]!;
  const { level, limitedBy } = limited(reached.value, limiters, inputs, scale);
  return {
    level,
    label: labelOf(scale.levels, level),
    missing: [],
    steps: [...tell(band.level), ...(limitedBy ? [limitedBy] : [])],
    ...(limitedBy && { limitedBy }),
  };
}

/** What is wrong with a rule that counts; `alsoOf` says what more its kind asks of the scale that goes in. */
export function countingFaults(
  rule: Counting & Counted,
  framework: FrameworkOutline,
  alsoOf: (inputs: Scale) => RuleFault[] = () => [],
): RuleFault[] {
  const { scales, faults } = endsOf(rule, framework);
  const all = scales.flatMap(({ result, inputs }) => [
    ...bandFaults(rule.bands, result),
    ...limiterFaults(rule.limiters, result, inputs),
    ...alsoOf(inputs),
  ]);
  // Judgements on the same scale find the same faults.
  const known = new Map([...faults, ...all].map((fault) => [`${fault.path.join()} ${fault.message}`, fault]));
  return [...known.values()];
}
