/** A finding as the rules read it: its words, how much each tells, and what it counts. */
import type { FindingKind } from "#app/models/findings/finding.ts";

import { type Claim, claimsOf } from "../claims/claim.ts";
import { type Quantifier, quantifiersIn } from "../claims/noun.ts";
import { stemOf, type Word, wordsOf } from "./word.ts";

/** What the rules need of a finding. */
export type Stated = {
  id: string;
  kind: FindingKind;
  text: string;
  inferred: string | null;
  /** Its line, by reference and title, and the number of its theme. */
  ref: string;
  line: string;
  theme: number;
};

/** A word that tells, as it weighs where the statement first has it. */
type Weighing = {
  stem: string;
  /** More the fewer findings hold it, less where it belongs to a name. */
  weight: number;
  /** The word before it, where both name one thing: beside that word it adds little. */
  after: string | null;
};

export type Statement = Stated & {
  /** Its place among all. */
  at: number;
  words: Word[];
  /** The words that tell what it is about, in order. */
  telling: Word[];
  /** Each of them once. */
  weighing: Weighing[];
  about: ReadonlySet<string>;
  quantifiers: (Quantifier & { head: string; stems: string[] })[];
  claims: Claim[];
  /** How much all that it is about tells. */
  weight: number;
};

export type Corpus = {
  statements: Statement[];
  /** For each stem the places of the statements that are about it. */
  index: ReadonlyMap<string, readonly number[]>;
  /** How much a stem tells: the natural logarithm of how few statements hold it. */
  weightOf(stem: string): number;
};

/** Neighbours count as a phrase where they stand together in more than this share of what holds the rarer of them. */
const TOGETHER = 0.5;

/** The phrases of all statements: for each stem those that stand before it more often than apart. */
function phrasesOf(telling: Word[][], count: (stem: string) => number): Map<string, Set<string>> {
  const together = new Map<string, Map<string, { times: number; last: number }>>();
  telling.forEach((words, at) => {
    for (let n = 1; n < words.length; n++) {
      const [before, stem] = [words[n - 1]!.stem, words[n]!.stem];
      let befores = together.get(stem);
      if (!befores) together.set(stem, (befores = new Map()));
      const held = befores.get(before);
      if (!held) befores.set(before, { times: 1, last: at });
      else if (held.last !== at) Object.assign(held, { times: held.times + 1, last: at });
    }
  });
  const phrases = new Map<string, Set<string>>();
  for (const [stem, befores] of together) {
    for (const [before, { times }] of befores) {
      if (times < 2 || times <= Math.min(count(stem), count(before)) * TOGETHER) continue;
      phrases.set(stem, (phrases.get(stem) ?? new Set()).add(before));
    }
  }
  return phrases;
}

/** Reads all findings of an inspection against each other: what is rare is what tells. Linear in their words. */
export function corpusOf(findings: readonly Stated[]): Corpus {
  const index = new Map<string, number[]>();
  const read = findings.map((finding, at) => {
    const words = wordsOf(finding.text);
    const telling = words.filter(({ tells }) => tells);
    const about = new Set(telling.map(({ stem }) => stem));
    for (const stem of about) {
      const held = index.get(stem);
      if (held) held.push(at);
      else index.set(stem, [at]);
    }
    const quantifiers = quantifiersIn(finding.text).map((one) => {
      const stems = one.noun.split(/[^\p{L}]+/u).map(stemOf);
      return { ...one, stems, head: stems.at(-1) ?? "" };
    });
    return {
      ...finding,
      at,
      words,
      telling,
      weighing: [] as Weighing[],
      about,
      quantifiers,
      claims: claimsOf(finding.text, finding.inferred),
      weight: 0,
    };
  });
  const count = (stem: string) => index.get(stem)?.length ?? 0;
  const weights = new Map([...index].map(([stem, held]) => [stem, Math.log((findings.length + 1) / held.length)]));
  const weightOf = (stem: string) => weights.get(stem) ?? Math.log(findings.length + 1);
  const phrases = phrasesOf(
    read.map(({ telling }) => telling),
    count,
  );
  for (const statement of read) {
    statement.weighing = weighingOf(statement.telling, phrases, weightOf);
    statement.weight = weighed(statement, statement);
  }
  return { statements: read, index, weightOf };
}

/** A later word of a phrase adds little; the name of a body says who, and less of what. Chosen on the sample inspection. */
const LATER = 0.4;
const NAMED = 0.6;

function weighingOf(telling: Word[], phrases: Map<string, Set<string>>, weightOf: Corpus["weightOf"]): Weighing[] {
  const found: Weighing[] = [];
  const seen = new Set<string>();
  telling.forEach(({ stem, named }, at) => {
    if (seen.has(stem)) return;
    seen.add(stem);
    const before = telling[at - 1]?.stem;
    const after = before !== undefined && phrases.get(stem)?.has(before) ? before : null;
    found.push({ stem, weight: weightOf(stem) * (named ? NAMED : 1), after });
  });
  return found;
}

/** How much what the other is about, too, tells as it stands in this statement. */
function weighed({ weighing }: Statement, { about }: Statement): number {
  let sum = 0;
  for (const { stem, weight, after } of weighing) {
    if (about.has(stem)) sum += after !== null && about.has(after) ? weight * LATER : weight;
  }
  return sum;
}

export type Shared = {
  /** How much they tell: 0 and more. */
  weight: number;
  /** The share of what the shorter statement is about: 0 to 1. */
  share: number;
  /** Both in one: how sure it is that both speak of the same. */
  likeness: number;
};

/** How much two statements are about the same. */
export function sharedBy(one: Statement, other: Statement): Shared {
  const weight = Math.min(weighed(one, other), weighed(other, one));
  const share = weight / Math.max(1, Math.min(one.weight, other.weight));
  return { weight, share, likeness: share * Math.sqrt(weight) };
}

/** The stems that both are about. */
export const sharedStems = (one: Statement, other: Statement): string[] =>
  [...one.about].filter((stem) => other.about.has(stem));
