/** Rules that find the same thing said twice: both must then agree, now and whenever one of them is changed. */
import type { Claim } from "../claims/claim.ts";
import { type Match, nearness, ofKind, type Rule, sharedRun, sharing } from "./rule.ts";
import { sharedBy, sharedStems, type Statement } from "./statement.ts";
import { stemOf, wordsOf } from "./word.ts";

type Counted = { one: Statement; claim: Claim };

const times = /^(?:months|years|weeks|days|stages)$/;

/** Figures by what they count; a percentage says too little of what it is a share of. */
function byUnit(statements: readonly Statement[]): Counted[][] {
  const groups = new Map<string, Counted[]>();
  for (const one of statements) {
    for (const claim of one.claims) {
      if (claim.value === null || claim.unit === "" || claim.unit === "%" || times.test(claim.unit)) continue;
      const head = claim.unit === "£" ? "£" : stemOf(claim.unit.split(" ").at(-1)!);
      groups.set(head, [...(groups.get(head) ?? []), { one, claim }]);
    }
  }
  return [...groups.values()];
}

const pairsIn = (groups: Counted[][]): [Counted, Counted][] =>
  groups.flatMap((group) =>
    group.flatMap((a, n) => group.slice(n + 1).flatMap((b) => (a.one === b.one ? [] : [[a, b] as [Counted, Counted]]))),
  );

/** Once for each two findings, however many of their figures match. */
function once(matches: Match[]): Match[] {
  const found = new Map<string, Match>();
  for (const match of matches) {
    const key = `${match.one.at} ${match.other?.at}`;
    if (!found.has(key)) found.set(key, match);
  }
  return [...found.values()];
}

/** A figure below this is no sign that two findings speak of the same. */
const TELLING = 20;

const sameFigure: Rule = {
  title: "The same figure on two lines",
  about: "Two findings count the same thing and give the same figure.",
  find: (corpus) =>
    once(
      pairsIn(byUnit(corpus.statements)).flatMap(([a, b]): Match[] => {
        const [one, other] = [a.one, b.one];
        if (a.claim.value !== b.claim.value || (a.claim.value ?? 0) < TELLING) return [];
        const { weight } = sharedBy(one, other);
        return [{ one, other, stems: sharedStems(one, other), score: weight }];
      }),
    ),
};

const clauseAt = ({ text, telling }: Statement, at: number): Set<string> => {
  const clause = wordsOf(text.slice(0, at + 1)).at(-1)?.clause ?? 0;
  return new Set(telling.filter((word) => word.clause === clause).map(({ stem }) => stem));
};

/** How many words the clauses of two figures must share beside what they count, each in no more than so many of a hundred. */
const SAME = { words: 2, rare: 3 };

const figures: Rule = {
  title: "Different figures for the same thing",
  about: "Two findings count the same thing in the same words and give different figures.",
  find: (corpus) => {
    const pairs = pairsIn(byUnit(corpus.statements));
    const most = Math.max(6, (corpus.statements.length * SAME.rare) / 100);
    const agree = new Set(
      pairs.flatMap(([a, b]) => (a.claim.value === b.claim.value ? [`${a.one.at} ${b.one.at}`] : [])),
    );
    return once(
      pairs.flatMap(([a, b]): Match[] => {
        const [one, other] = [a.one, b.one];
        if (agree.has(`${one.at} ${other.at}`)) return [];
        const counted = new Set(a.claim.unit.split(" ").map(stemOf));
        const there = clauseAt(other, b.claim.at);
        const rare = (stem: string) => (corpus.index.get(stem)?.length ?? 0) <= most;
        const stems = [...clauseAt(one, a.claim.at)].filter(
          (stem) => there.has(stem) && !counted.has(stem) && rare(stem),
        );
        const score = stems.reduce((sum, stem) => sum + corpus.weightOf(stem), 0) * nearness(one, other);
        return stems.length >= SAME.words ? [{ one, other, stems, score }] : [];
      }),
    );
  },
};

const behindWords =
  /\bawait|\boutstanding\b|\boverdue\b|\blate\b|\bdelayed\b|\bon hold\b|\bheld up\b|\bincomplete\b|\bnot (?:yet )?(?:been )?complete|\byet to\b|\bnot yet\b|\bpending\b|\bunfinished\b|\bstill (?:to|waiting)\b/i;
const behind: Rule = {
  title: "Behind in two places",
  about: "Two weaknesses name the same thing and say that it is not done: how much is left should be the same in both.",
  find: (corpus) =>
    ofKind(corpus, "weakness")
      .filter(({ text }) => behindWords.test(text))
      .flatMap((one) =>
        sharing(one, corpus, { behind: true }).flatMap((other): Match[] => {
          if (other.ref === one.ref || other.kind !== "weakness" || !behindWords.test(other.text)) return [];
          const run = sharedRun(one, other, corpus);
          if (!run.length) return [];
          const score = run.reduce((sum, stem) => sum + corpus.weightOf(stem), 0);
          return [{ one, other, stems: run, score }];
        }),
      ),
};

/** How alike two findings of one kind must be to say the same. */
const ALIKE = 2.6;

const saidTwice: Rule = {
  title: "Said on two lines",
  about: "Two findings of one kind, on different lines, share most of the words that few other findings have.",
  find: (corpus) =>
    corpus.statements.flatMap((one) =>
      sharing(one, corpus, { least: 2, behind: true }).flatMap((other): Match[] => {
        if (other.kind !== one.kind || other.ref === one.ref) return [];
        const { likeness: score } = sharedBy(one, other);
        if (score < ALIKE) return [];
        const stems = sharedStems(one, other);
        return stems.length > 2 ? [{ one, other, stems, score }] : [];
      }),
    ),
};

export const again = { figures, sameFigure, behind, saidTwice } as const satisfies Record<string, Rule>;
