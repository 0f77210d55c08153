/** Bands of a figure: each reaches up to its `to` and names a level. */
import { z } from "zod";

import type { Scale } from "../framework.ts";
import type { RuleFault } from "./rule.ts";

export const bands = z
  .array(
    z.strictObject({
      /** The highest figure that falls in it; the last band may leave it out and takes all above. */
      to: z.number().optional(),
      /** The label of a level. */
      level: z.string().min(1),
    }),
  )
  .min(2);

export type Band = z.infer<typeof bands>[number];

export const bandOf = (bands: readonly Band[], figure: number): Band =>
  bands.find(({ to }) => to === undefined || figure <= to) ?? bands.at(-1)!;

/** Bands must rise, in their figures as in their levels: a better score never makes a worse result. */
export function bandFaults(bands: readonly Band[], scale: Scale): RuleFault[] {
  const labels = scale.levels.map(({ label }) => label);
  return bands.flatMap(({ to, level }, at): RuleFault[] => {
    const before = bands[at - 1];
    const faults: RuleFault[] = [];
    if (!labels.includes(level)) {
      const message = `expected a level of the scale "${scale.id}" (${labels.join(", ")}), found "${level}"`;
      faults.push({ path: ["bands", at, "level"], message });
    } else if (before && labels.includes(before.level) && labels.indexOf(level) <= labels.indexOf(before.level)) {
      faults.push({
        path: ["bands", at, "level"],
        message: `expected bands in rising order, found "${level}" after "${before.level}"`,
      });
    }
    if (to === undefined && at < bands.length - 1) {
      faults.push({ path: ["bands", at], message: 'expected "to" in every band but the last' });
    } else if (to !== undefined && before?.to !== undefined && to <= before.to) {
      faults.push({
        path: ["bands", at, "to"],
        message: `expected bands in rising order, found ${to} after ${before.to}`,
      });
    }
    return faults;
  });
}

/** "Up to 38% is Inadequate, 39% to 62% Requires improvement, and above that Good." `whole`: the figures are whole numbers. */
export function bandsInWords(bands: readonly Band[], unit: "%" | "", whole: boolean): string {
  const told = bands.map(({ to, level }, at) => {
    const from = bands[at - 1]?.to;
    if (from === undefined) return `up to ${to}${unit}: ${level}`;
    const start = whole ? `${from + 1}${unit}` : `above ${from}${unit}`;
    if (to === undefined) return whole ? `${start} or more: ${level}` : `${start}: ${level}`;
    return `${start} ${whole ? "to" : "up to"} ${to}${unit}: ${level}`;
  });
  const words = told.join("; ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
