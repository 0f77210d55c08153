/** The clock of a stage: how many working days it may take, and the last of them. */
import { clockOf } from "#app/models/frameworks/clock.ts";
import type { Framework } from "#app/models/frameworks/framework.ts";
import { workingDaysAfter, workingDaysLeft } from "#app/models/frameworks/working-days.ts";
import type { Stage } from "#app/models/inspections/stage.ts";

/** Where a framework says nothing. Source: CQC, How we report and share: a factual accuracy check takes ten working days. */
const USUAL: Partial<Record<Stage, number>> = { factual_accuracy: 10 };

export type StageClock = {
  workingDays: number;
  /** The last day, YYYY-MM-DD. */
  until: string;
  /** Working days left after today; 0 on the last day and once it has passed. */
  left: number;
  over: boolean;
};

const calendar = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", dateStyle: "short" });

/**
 * Working days after today until the last day that the stage may take: Saturdays, Sundays and bank holidays of England do
 * not count, nor does the day on which the inspection came to the stage. A stage without a clock, and one of which it is
 * not known when it began, has none.
 */
export function stageClock(
  framework: Pick<Framework, "stages">,
  stage: Stage,
  since: string | null,
  now: Date,
): StageClock | null {
  const workingDays = clockOf(framework, stage)?.workingDays ?? USUAL[stage];
  if (!workingDays || !since) return null;
  const today = calendar.format(now);
  const until = workingDaysAfter(calendar.format(new Date(since)), workingDays);
  return { workingDays, until, left: workingDaysLeft(today, until), over: today > until };
}
