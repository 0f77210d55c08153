/** The registry of rule kinds, and what a framework's rules make of what was rated. */
import type { Framework, Rule } from "../framework.ts";
import { scaleOf } from "../scale.ts";
import { inTheRoundKind } from "./in-the-round.ts";
import { percentOfMaximumKind } from "./percent-of-maximum.ts";
import type { Computed, FrameworkOutline, Input, Kind, RuleFault, RuledSubject, Scores, Target } from "./rule.ts";
import { sumKind } from "./sum.ts";
import { twoAxisKind } from "./two-axis.ts";

type RuleKind = Rule["kind"];

const kinds = {
  "two-axis": twoAxisKind,
  "percent-of-maximum": percentOfMaximumKind,
  sum: sumKind,
  "in-the-round": inTheRoundKind,
} as const satisfies { [K in RuleKind]: Kind<Extract<Rule, { kind: K }>> };

/** The table has each kind's own functions; the compiler cannot follow that a rule meets those of its kind. */
const kindOf = (rule: Rule) => kinds[rule.kind] as Kind<Rule>;

/** The rule's result: what it works out. */
const subjectOf = (rule: Rule): RuledSubject => (rule.kind === "two-axis" ? "overall" : rule.of);

type Found = { rule: Rule; target: Target };

/**
 * The rule for a target: one that is in force, or, where `edition` names an edition of the rules, one of that edition.
 * The overall result of a framework with one judgement is that judgement, unless a rule says otherwise.
 */
function findRule(framework: Framework, target: Target, edition?: string): Found | null {
  const { rules, judgements } = framework;
  const inForce = rules.filter((rule) => (edition === undefined ? !rule.retired : rule.edition === edition));
  const number = judgements.find(({ number: one, themes }) => {
    if (target.subject === "judgement") return String(one) === target.ref;
    return themes.some((theme) =>
      target.subject === "theme"
        ? String(theme.number) === target.ref
        : theme.lines.some(({ ref }) => ref === target.ref),
    );
  })?.number;
  if (target.subject !== "overall" && number === undefined) return null;
  const rule = inForce.find(
    (one) =>
      subjectOf(one) === target.subject &&
      (one.kind === "two-axis" || one.judgement === undefined || one.judgement === number),
  );
  if (rule) return { rule, target };
  const [only, ...others] = judgements;
  if (target.subject !== "overall" || !only || others.length) return null;
  return findRule(framework, { subject: "judgement", ref: String(only.number) }, edition);
}

/** What goes into the rule for a target, rated or not; empty where there is no rule, or one that counts nothing. */
export function inputsFor(framework: Framework, target: Target, scores: Scores, edition?: string): Input[] {
  const found = findRule(framework, target, edition);
  return found ? kindOf(found.rule).inputs(found.rule, framework, found.target, scores) : [];
}

/**
 * What the framework's rule makes of `scores`; null where it has no rule for the target. Its `level` is null while
 * anything that the rule needs is unrated, and where people judge in the round. `edition` asks an older edition of the
 * publisher's rules, kept in the framework, instead of the rules in force.
 */
export function computeRating(framework: Framework, target: Target, scores: Scores, edition?: string): Computed | null {
  const found = findRule(framework, target, edition);
  if (!found) return null;
  const { rule } = found;
  const { subject, ref } = found.target;
  const own = "scale" in rule ? framework.scales.find(({ id }) => id === rule.scale) : undefined;
  const scale = subject === "overall" ? (own ?? null) : scaleOf(framework, subject, ref);
  const inputs = kindOf(rule).inputs(rule, framework, found.target, scores);
  const outcome = kindOf(rule).compute(rule, { framework, scale, inputs });
  return { ...outcome, ruleId: rule.id, source: rule.source ?? null };
}

/** The rule in whole sentences. */
export const ruleInWords = (rule: Rule, framework: Framework): string[] => kindOf(rule).words(rule, framework);

export const ruleFaults = (rule: Rule, framework: FrameworkOutline): RuleFault[] =>
  kindOf(rule).faults(rule, framework);

/** What the rule works out, as the head of its sentences: "Overall", "Each line". */
export function ruleTitle(rule: Rule): string {
  const subject = subjectOf(rule);
  if (subject === "overall") return "The overall result";
  if ("judgement" in rule && rule.judgement !== undefined) {
    return subject === "judgement" ? `Judgement ${rule.judgement}` : `Each ${subject} of judgement ${rule.judgement}`;
  }
  return `Each ${subject}`;
}
