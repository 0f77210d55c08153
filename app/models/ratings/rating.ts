/** What is rated, and on which scale. */
import type { Framework, Level, Scale } from "#app/models/frameworks/framework.ts";

export const ratedSubjects = ["line", "theme", "judgement"] as const;
export type RatedSubject = (typeof ratedSubjects)[number];

/** The scale of a line ("1.3"), theme ("1") or judgement ("1"): that of its judgement; null where there is no such thing. */
export function scaleFor(framework: Framework, subject: RatedSubject, ref: string): Scale | null {
  const judgement = framework.judgements.find((one) => {
    if (subject === "judgement") return String(one.number) === ref;
    return one.themes.some((theme) =>
      subject === "theme" ? String(theme.number) === ref : theme.lines.some((line) => line.ref === ref),
    );
  });
  return framework.scales.find((scale) => scale.id === judgement?.scale) ?? null;
}

/** The level of this value, or null: unrated is not the lowest level. */
export const levelOf = (scale: Scale, value: number | null | undefined): Level | null =>
  scale.levels.find((level) => level.value === value) ?? null;

/** Where a level stands on its scale, from 0 (lowest) to 1 (highest): for its colour and its bars, never for sums. */
export function tone(scale: Scale, value: number): number {
  const at = scale.levels.findIndex((level) => level.value === value);
  return at / (scale.levels.length - 1);
}
