/** Rules about how findings and lines point at each other. */
import { type Match, type Rule } from "./rule.ts";
import { type Corpus, sharedBy, sharedStems, type Statement } from "./statement.ts";
import { wordsOf } from "./word.ts";

const points =
  /\bsee (?:also |the |under )*(?:strength|weakness|area|finding|line|slide|above|below|next|previous)|\b(?:as|noted|mentioned) (?:above|below)\b/i;
const kinds = { strength: /strength/i, weakness: /weakness/i, area: /\barea/i } as const;

const pointing: Rule = {
  title: "Points at another finding",
  about:
    "A finding says “see the weaknesses” or the like. On a slide it stands alone, and what it points at may have changed.",
  find: (corpus) =>
    corpus.statements.flatMap((one): Match[] => {
      const [, at] = points.exec(one.text) ? [0, points.exec(one.text)!.index] : [0, -1];
      if (at < 0) return [];
      const named = (Object.keys(kinds) as (keyof typeof kinds)[]).find((kind) => kinds[kind].test(one.text.slice(at)));
      const beside = corpus.statements
        .filter((other) => other !== one && other.ref === one.ref && (!named || other.kind === named))
        .map((other) => ({ other, ...sharedBy(one, other) }))
        .sort((a, b) => b.weight - a.weight)[0];
      return [{ one, other: beside?.other ?? null, stems: beside ? sharedStems(one, beside.other) : [], score: 1 }];
    }),
};

type Line = { ref: string; theme: number; title: string; findings: Statement[] };

function linesOf({ statements }: Corpus): Line[] {
  const lines = new Map<string, Line>();
  for (const one of statements) {
    const line = lines.get(one.ref) ?? { ref: one.ref, theme: one.theme, title: one.line, findings: [] };
    line.findings.push(one);
    lines.set(one.ref, line);
  }
  return [...lines.values()];
}

/** The two findings of two lines that are most alike. */
function closest(a: Line, b: Line): [Statement, Statement] {
  let best: [Statement, Statement] = [a.findings[0]!, b.findings[0]!];
  let most = -1;
  for (const one of a.findings) {
    for (const other of b.findings) {
      const { likeness } = sharedBy(one, other);
      if (likeness > most) [most, best] = [likeness, [one, other]];
    }
  }
  return best;
}

const sameTopic: Rule = {
  title: "Two lines about one thing",
  about:
    "The titles of two lines of different themes share two neighbouring words that no third has. Their findings should fit.",
  find(corpus) {
    const lines = linesOf(corpus);
    const byPhrase = new Map<string, Line[]>();
    for (const line of lines) {
      const stems = wordsOf(line.title)
        .filter(({ tells }) => tells)
        .map(({ stem }) => stem);
      for (const phrase of new Set(stems.slice(1).map((stem, n) => `${stems[n]} ${stem}`))) {
        byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), line]);
      }
    }
    return [...byPhrase].flatMap(([phrase, [a, b, third]]): Match[] => {
      if (!a || !b || third || a.theme === b.theme) return [];
      const [one, other] = closest(a, b);
      return [{ one, other, stems: phrase.split(" "), score: 1 }];
    });
  },
};

export const pointers = { pointing, sameTopic } as const satisfies Record<string, Rule>;
