/** The clocks that a framework sets on stages of an inspection. */
import type { Framework, Step } from "./framework.ts";

/** The step at this stage that may take only so many working days; null where the framework sets no clock there. */
export const clockOf = (
  { stages = [] }: Pick<Framework, "stages">,
  stage: string,
): (Step & { workingDays: number }) | null => {
  const step = stages.find((one) => one.stage === stage && one.workingDays !== undefined);
  return step?.workingDays ? { ...step, workingDays: step.workingDays } : null;
};
