/** What a rule is: it looks at findings side by side and says which tell against each other, or say the same. */
import type { FindingKind } from "#app/models/findings/finding.ts";

import type { Corpus, Statement } from "./statement.ts";

/** What a rule found. */
export type Match = {
  one: Statement;
  /** Null where a finding points at something and the rule cannot say at what. */
  other: Statement | null;
  /** The stems that both hold. */
  stems: string[];
  /** How sure it is: more is surer. Comparable within a rule alone. */
  score: number;
};

export type Rule = {
  /** "A strength and a weakness about the same thing". */
  title: string;
  /** What it looks for and how, as sentences. */
  about: string;
  find(corpus: Corpus): Match[];
};

/** A stem in more statements than this brings no two of them together. */
const MOST = 33;

const near = (corpus: Corpus): number => Math.min(MOST, Math.max(6, corpus.statements.length * 0.06));

/**
 * Others behind a statement (or all others) that share at least `least` telling stems with it, each once: by the index,
 * so that the cost is what is shared, and not the square of what there is.
 */
export function sharing(one: Statement, corpus: Corpus, { least = 1, behind = false } = {}): Statement[] {
  const most = near(corpus);
  const shared = new Map<number, number>();
  for (const stem of one.about) {
    const held = corpus.index.get(stem) ?? [];
    if (held.length > most) continue;
    for (const at of held) if (at > one.at || (!behind && at < one.at)) shared.set(at, (shared.get(at) ?? 0) + 1);
  }
  const found: Statement[] = [];
  for (const [at, stems] of shared) if (stems >= least) found.push(corpus.statements[at]!);
  return found;
}

/** Findings nearer to each other more likely speak of the same. */
export const nearness = (one: Statement, other: Statement): number =>
  one.ref === other.ref ? 1.5 : one.theme === other.theme ? 1.2 : 1;

export const ofKind = (corpus: Corpus, ...kinds: FindingKind[]): Statement[] =>
  corpus.statements.filter(({ kind }) => kinds.includes(kind));

/** In how many findings the rarest word of a telling run of words may stand. */
const FEW = 7;

/** The longest run of neighbouring words that both hold and that few findings hold, by their stems; empty below two. */
export function sharedRun(one: Statement, other: Statement, { index }: Corpus): string[] {
  let best: string[] = [];
  one.telling.forEach((_, a) => {
    other.telling.forEach((_, b) => {
      let n = 0;
      while (one.telling[a + n] && one.telling[a + n]!.stem === other.telling[b + n]?.stem) n++;
      if (n < 2 || n <= best.length) return;
      const run = one.telling.slice(a, a + n).map(({ stem }) => stem);
      if (run.some((stem) => (index.get(stem)?.length ?? 0) <= FEW)) best = run;
    });
  });
  return best;
}
