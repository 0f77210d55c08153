/** Checks the front matter of a framework against itself and its judgements: scales, rules, categories, stages. */
import type { z } from "zod";

import { oneOf, type Report, shown } from "./fault.ts";
import type { frameworkHead, Judgement } from "./framework.ts";
import type { LineOf } from "./front-matter.ts";
import { firstOf } from "./grammar.ts";
import { ruleFaults, ruleTitle } from "./rules/computation.ts";

export type Head = z.infer<typeof frameworkHead>;

/** Words of other chapters that a framework may use: stages of an inspection, voices of evidence. */
export type Vocabulary = { stages: readonly string[]; voices: readonly string[] };

/** Things of one kind must not share an id. */
function checkIds(head: Head, what: "scales" | "rules" | "categories", name: string, lineOf: LineOf, report: Report) {
  const ids = new Map<string, number>();
  (head[what] ?? []).forEach(({ id }, at) => firstOf(ids, id, `the ${name} "${id}"`, lineOf([what, at, "id"]), report));
}

export function checkHead(
  head: Head,
  judgements: Pick<Judgement, "number" | "scale" | "lineScale" | "themeScale">[],
  lineOf: LineOf,
  report: Report,
): void {
  checkIds(head, "scales", "scale", lineOf, report);
  checkIds(head, "rules", "rule", lineOf, report);
  checkIds(head, "categories", "category", lineOf, report);
  checkScales(head, lineOf, report);
  const { scales, categories, rules } = head;
  const results = new Map<string, number>();
  rules.forEach((rule, index) => {
    for (const { path, message } of ruleFaults(rule, { scales, categories, judgements })) {
      report(lineOf(["rules", index, ...path]), message);
    }
    const title = ruleTitle(rule);
    const when = rule.retired ? `edition ${rule.edition ?? "not named"} of the rules` : "the rules in force";
    const said = `a rule for ${title.charAt(0).toLowerCase()}${title.slice(1)} in ${when}`;
    firstOf(results, said, said, lineOf(["rules", index, "id"]), report);
  });
}

export function checkWords(head: Head, { stages, voices }: Vocabulary, lineOf: LineOf, report: Report): void {
  const check = (word: string | undefined, known: readonly string[], what: string, line: number) => {
    if (word !== undefined && !known.includes(word))
      report(line, `expected ${what} (${oneOf(known)}), found ${shown(word)}`);
  };
  head.stages?.forEach(({ stage }, at) => check(stage, stages, "a stage", lineOf(["stages", at, "stage"])));
  head.categories?.forEach(({ voice }, at) => check(voice, voices, "a voice", lineOf(["categories", at, "voice"])));
}

function checkScales({ scales }: Head, lineOf: LineOf, report: Report): void {
  scales.forEach(({ levels }, index) => {
    const labels = new Map<string, number>();
    levels.forEach(({ label, value }, at) => {
      const path = ["scales", index, "levels", at];
      firstOf(labels, label.toLowerCase(), `the level "${label}"`, lineOf([...path, "label"]), report);
      const before = levels[at - 1]?.value ?? -Infinity;
      if (value <= before) {
        report(lineOf([...path, "value"]), `expected levels in rising order, found ${value} after ${before}`);
      }
    });
  });
}
