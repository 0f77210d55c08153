/** What is rated, and on which scale. */
import type { Framework, Level, Scale } from "#app/models/frameworks/framework.ts";
import { scaleOf } from "#app/models/frameworks/scale.ts";

export const ratedSubjects = ["line", "theme", "judgement"] as const;
export type RatedSubject = (typeof ratedSubjects)[number];

/** The scale of a line ("1.3"), theme ("1") or judgement ("1"); null where there is no such thing. */
export const scaleFor = (framework: Framework, subject: RatedSubject, ref: string): Scale | null =>
  scaleOf(framework, subject, ref);

/** The level of this value, or null: unrated is not the lowest level. */
export const levelOf = (scale: Scale, value: number | null | undefined): Level | null =>
  scale.levels.find((level) => level.value === value) ?? null;

/** Where a level stands on its scale, from 0 (lowest) to 1 (highest): for its colour and its bars, never for sums. */
export function tone(scale: Scale, value: number): number {
  const at = scale.levels.findIndex((level) => level.value === value);
  return at / (scale.levels.length - 1);
}

/** What a line is described by at some of its levels; empty for themes and judgements, which have no descriptions. */
export const descriptorsFor = (framework: Framework, subject: RatedSubject, ref: string) =>
  subject === "line"
    ? (framework.judgements
        .flatMap(({ themes }) => themes)
        .flatMap(({ lines }) => lines)
        .find((line) => line.ref === ref)?.descriptors ?? [])
    : [];
