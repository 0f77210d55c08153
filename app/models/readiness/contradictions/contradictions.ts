/**
 * Findings that tell against each other or say the same, found by rules that know ordinary English and the inspection's
 * own words: what is rare in it is what tells. No rule knows a service, a framework or an inspection.
 */
import { against } from "./against.ts";
import { pointers } from "./pointing.ts";
import { again } from "./repeats.ts";
import { corpusOf, type Stated, type Statement } from "./statement.ts";

const rules = { ...against, ...again, ...pointers };
export type RuleName = keyof typeof rules;

/** Rules whose pairs cannot both stand without a word; the others point out what is said twice. */
const telling = new Set<string>([...Object.keys(against), "figures"]);
const kindOf = (rule: RuleName): Contradiction["kind"] => (telling.has(rule) ? "against" : "again");

export type Contradiction = {
  rule: RuleName;
  /** "against": both cannot stand without a word. "again": said twice, so both must be kept alike. */
  kind: "against" | "again";
  title: string;
  /** The findings' ids: two, or one that points at something unnamed. */
  findings: string[];
  /** The words that brought them together, as the first finding writes them. */
  shared: string[];
};

const written = (one: Statement, stems: readonly string[]): string[] => {
  const wanted = new Set(stems);
  return [...new Set(one.words.filter(({ stem }) => wanted.has(stem)).map(({ raw }) => raw))];
};

/** Every pair once, by the first rule that finds it; rule by rule, the surest first. Near linear in the findings. */
export function contradictionsIn(findings: readonly Stated[]): Contradiction[] {
  const corpus = corpusOf(findings);
  const told = new Set<string>();
  return (Object.keys(rules) as RuleName[]).flatMap((rule) => {
    const found = rules[rule].find(corpus).sort((a, b) => b.score - a.score || a.one.at - b.one.at);
    return found.flatMap(({ one, other, stems }): Contradiction[] => {
      const ends = [one.id, ...(other ? [other.id] : [])];
      const key = [...ends].sort().join(" ");
      if (told.has(key)) return [];
      told.add(key);
      return [{ rule, kind: kindOf(rule), title: rules[rule].title, findings: ends, shared: written(one, stems) }];
    });
  });
}

/** What each rule looks for, for the page that explains them. */
export const contradictionRules = (Object.keys(rules) as RuleName[]).map((rule) => ({
  rule,
  kind: kindOf(rule),
  title: rules[rule].title,
  about: rules[rule].about,
}));
