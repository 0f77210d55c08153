/** What goes into a rule that counts: the lines, themes, judgements or categories under its target, all weighted the same. */
import { z } from "zod";

import type { Framework, FrameworkLine, Judgement, Scale } from "../framework.ts";
import { scaleIdOf } from "../scale.ts";
import {
  type FrameworkOutline,
  type Input,
  type RuleFault,
  type RuledSubject,
  ruledSubjects,
  type Scores,
  type Target,
} from "./rule.ts";

/** From the smallest up: a rule counts what is smaller than its result. */
const sizes = ["categories", "lines", "themes", "judgements"] as const;
type Size = (typeof sizes)[number];

/** What a rule that counts says of its two ends. */
export const countingHead = {
  /** What comes out. */
  of: z.enum(ruledSubjects),
  /** The judgement that it is for; every one where it is left out. */
  judgement: z.number().int().positive().optional(),
  /** The scale of an overall result; anything smaller has its own. */
  scale: z.string().min(1).optional(),
  /** What goes in. */
  from: z.enum(sizes),
};

export type Counting = { of: RuledSubject; judgement?: number | undefined; scale?: string | undefined; from: Size };

type Place = { judgement: Judgement; lines: FrameworkLine[]; themes: number[] };

/** Where the target stands: the judgements that it takes in, with the themes and lines of each that count. */
function placesOf({ judgements }: Framework, { subject, ref }: Target): Place[] {
  return judgements.flatMap((judgement): Place[] => {
    if (subject === "judgement" && String(judgement.number) !== ref) return [];
    const themes = judgement.themes.filter((theme) => {
      if (subject === "theme") return String(theme.number) === ref;
      return subject !== "line" || theme.lines.some((line) => line.ref === ref);
    });
    const lines = themes.flatMap((theme) => theme.lines).filter((line) => subject !== "line" || line.ref === ref);
    return themes.length ? [{ judgement, lines, themes: themes.map(({ number }) => number) }] : [];
  });
}

/** The inputs of a rule that counts, rated or not, in the framework's order. */
export function inputsOf({ from }: Counting, framework: Framework, target: Target, scores: Scores): Input[] {
  const scaleOf = (judgement: Judgement, subject: "line" | "theme" | "judgement"): Scale => {
    const id = scaleIdOf(judgement, subject);
    return framework.scales.find((scale) => scale.id === id) ?? framework.scales[0]!;
  };
  const input = (key: string, ref: string, name: string, scale: Scale): Input => ({
    key,
    ref,
    name,
    value: scores.get(key) ?? null,
    scale,
  });
  return placesOf(framework, target).flatMap(({ judgement, lines, themes }) => {
    const { number } = judgement;
    const byLine = scaleOf(judgement, "line");
    switch (from) {
      case "judgements":
        return [input(`judgement:${number}`, String(number), `judgement ${number}`, scaleOf(judgement, "judgement"))];
      case "themes":
        return themes.map((one) => input(`theme:${one}`, String(one), `theme ${one}`, scaleOf(judgement, "theme")));
      case "lines":
        return lines.map(({ ref }) => input(`line:${ref}`, ref, `line ${ref}`, byLine));
      case "categories":
        return lines.flatMap((line) =>
          categoriesOf(framework, line).map(({ id, title }) =>
            input(`category:${line.ref}:${id}`, id, `“${title}” of line ${line.ref}`, byLine),
          ),
        );
    }
  });
}

/** The categories of evidence that a line asks for: its own, or all of the framework's. */
export const categoriesOf = ({ categories = [] }: Pick<Framework, "categories">, line: FrameworkLine) =>
  line.categories ? categories.filter(({ id }) => line.categories?.includes(id)) : categories;

type Scales = { result: Scale; inputs: Scale };

/** The pairs of scales that the rule joins, and what is wrong with its two ends. */
export function endsOf(rule: Counting, framework: FrameworkOutline): { scales: Scales[]; faults: RuleFault[] } {
  const { of, from, judgement, scale } = rule;
  const faults: RuleFault[] = [];
  const known = (id: string) => framework.scales.find((one) => one.id === id);
  if (sizes.indexOf(from) > ruledSubjects.indexOf(of)) {
    faults.push({ path: ["from"], message: `expected something smaller than a ${of}, found "${from}"` });
  }
  if (from === "categories" && !framework.categories?.length) {
    faults.push({
      path: ["from"],
      message: 'expected "categories" in the front matter for a rule that counts them, found none',
    });
  }
  const judgements = framework.judgements.filter(({ number }) => judgement === undefined || number === judgement);
  if (!judgements.length && judgement !== undefined) {
    faults.push({ path: ["judgement"], message: `judgement ${judgement} is not in this file` });
  }
  if (of === "overall" && !(scale && known(scale))) {
    const message = `expected a scale of the front matter for an overall result, found ${scale ? `"${scale}"` : "none"}`;
    faults.push({ path: ["scale"], message });
  }
  const size = from === "themes" ? "theme" : from === "judgements" ? "judgement" : "line";
  const scales = judgements.flatMap((one): Scales[] => {
    const result = known(of === "overall" ? (scale ?? "") : scaleIdOf(one, of));
    const inputs = known(scaleIdOf(one, size));
    return result && inputs ? [{ result, inputs }] : [];
  });
  return { scales, faults };
}

const sizeWords = {
  categories: "categories of evidence",
  lines: "lines",
  themes: "themes",
  judgements: "judgements",
} as const satisfies Record<Size, string>;

/** "the scores of all lines of the judgement" */
export const inputsInWords = ({ of, from }: Counting): string =>
  `the scores of all ${sizeWords[from]}${of === "overall" ? "" : ` of the ${of}`}`;
