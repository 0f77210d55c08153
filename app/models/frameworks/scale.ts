/** Which scale a thing is rated on: a framework may have several, and a judgement's lines one of their own. */
import type { Framework, Judgement, Scale } from "./framework.ts";

type Subject = "line" | "theme" | "judgement";

/** The id of the scale on which a judgement, or what stands under it, is rated. */
export function scaleIdOf(judgement: Pick<Judgement, "scale" | "lineScale" | "themeScale">, subject: Subject): string {
  const own = { line: judgement.lineScale, theme: judgement.themeScale, judgement: undefined }[subject];
  return own ?? judgement.scale;
}

/** The judgement of a line ("1.3"), theme ("1") or judgement ("1"); null where there is no such thing. */
export const judgementOf = ({ judgements }: Framework, subject: Subject, ref: string): Judgement | null =>
  judgements.find((one) => {
    if (subject === "judgement") return String(one.number) === ref;
    return one.themes.some((theme) =>
      subject === "theme" ? String(theme.number) === ref : theme.lines.some((line) => line.ref === ref),
    );
  }) ?? null;

/** The scale of a line ("1.3"), theme ("1") or judgement ("1"); null where there is no such thing. */
export function scaleOf(framework: Framework, subject: Subject, ref: string): Scale | null {
  const judgement = judgementOf(framework, subject, ref);
  return framework.scales.find(({ id }) => judgement && id === scaleIdOf(judgement, subject)) ?? null;
}
