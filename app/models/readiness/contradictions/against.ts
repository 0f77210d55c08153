/** Rules that find findings that tell against each other. Each knows ordinary English and nothing of any service. */
import { polesOf } from "./pole.ts";
import { type Match, nearness, ofKind, type Rule, sharedRun, sharing } from "./rule.ts";
import { sharedBy, sharedStems, type Statement } from "./statement.ts";

/** How alike a strength and a weakness must be, weighed by how near they stand. Chosen on the sample inspection. */
const OPPOSED = 2.6;
/** So many words in a row that few others hold are no chance, and count double. */
const IN_A_ROW = 4;
const WORTH_A_LOOK = 1.2;

const opposed: Rule = {
  title: "A strength and a weakness about the same thing",
  about: "They share most of the words that few other findings have. Both may be right, but a reader will ask.",
  find: (corpus) =>
    ofKind(corpus, "weakness").flatMap((other) =>
      sharing(other, corpus).flatMap((one): Match[] => {
        if (one.kind !== "strength") return [];
        const { likeness } = sharedBy(one, other);
        const row = likeness > WORTH_A_LOOK && sharedRun(one, other, corpus).length >= IN_A_ROW;
        const score = likeness * nearness(one, other) * (row ? 2 : 1);
        if (score < OPPOSED) return [];
        const stems = sharedStems(one, other);
        return stems.length > 1 ? [{ one, other, stems, score }] : [];
      }),
    ),
};

/** In how many findings a thing may stand, of a hundred: one that other lines name must be rarer. */
const NAMED_BY = { elsewhere: 1.5, here: 10 };

function byStem(statements: Statement[], pole: "good" | "poor"): Map<string, Statement[]> {
  const found = new Map<string, Statement[]>();
  for (const one of statements) {
    for (const stem of polesOf(one.words)[pole]) found.set(stem, [...(found.get(stem) ?? []), one]);
  }
  return found;
}

const quality: Rule = {
  title: "Good here and poor there",
  about:
    "A strength calls something “clear”, “effective” or the like, and a weakness calls it “hard”, “limited” or “seldom” so.",
  find(corpus) {
    const most = (share: number) => Math.max(6, (corpus.statements.length * share) / 100);
    const poor = byStem(ofKind(corpus, "weakness"), "poor");
    const found = new Map<string, Match>();
    for (const [stem, strengths] of byStem(ofKind(corpus, "strength"), "good")) {
      const held = corpus.index.get(stem)?.length ?? 0;
      if (held > most(NAMED_BY.here)) continue;
      for (const one of strengths) {
        for (const other of poor.get(stem) ?? []) {
          if (one.ref !== other.ref && held > most(NAMED_BY.elsewhere)) continue;
          const before = found.get(`${one.at} ${other.at}`);
          const score = Math.max(before?.score ?? 0, corpus.weightOf(stem) * nearness(one, other));
          const stems = [...(before?.stems ?? []), stem];
          found.set(`${one.at} ${other.at}`, { one, other, stems, score });
        }
      }
    }
    return [...found.values()];
  },
};

type Counted = Statement["quantifiers"][number];

const every = (one: Statement): Counted[] => one.quantifiers.filter(({ of }) => of === "all");
const some = (one: Statement): Counted[] => one.quantifiers.filter(({ of }) => of === "part");

/** What is counted, and what is said to have been done to it: "service" and "review" in "every service had been reviewed". */
function countedStems(one: Statement, { head }: Counted): string[] {
  const at = one.words.findIndex(({ stem }) => stem === head);
  const done = one.words.slice(at + 1, at + 4).find(({ raw, tells }) => tells && raw.endsWith("ed"));
  return done ? [head, done.stem] : [head];
}

const allOrPart: Rule = {
  title: "All of them here, some of them there",
  about:
    "A strength says “all” or “every”, and a weakness of the same theme says that part of the same is still to come.",
  find(corpus) {
    const parts = new Map<string, Set<Statement>>();
    for (const one of ofKind(corpus, "weakness")) {
      for (const { head } of some(one)) parts.set(head, (parts.get(head) ?? new Set()).add(one));
    }
    return ofKind(corpus, "strength").flatMap((one) => {
      const stems = [...new Set(every(one).flatMap((counted) => countedStems(one, counted)))];
      return stems.flatMap((stem) =>
        [...(parts.get(stem) ?? [])]
          .filter(({ theme }) => theme === one.theme)
          .map((other): Match => {
            return { one, other, stems: [stem], score: nearness(one, other) };
          }),
      );
    });
  },
};

/** How much two statements must share for what they count to be compared. */
const SAME = 5.5;

const scope: Rule = {
  title: "All of one thing here, all of another there",
  about: "Two findings say “all” about the same, and each counts something else.",
  find: (corpus) =>
    ofKind(corpus, "strength", "weakness")
      .filter((one) => every(one).length > 0)
      .flatMap((one) =>
        sharing(one, corpus, { behind: true }).flatMap((other): Match[] => {
          const others = other.kind === "area" ? [] : every(other);
          if (!others.length || every(one).some(({ head }) => others.some((of) => of.head === head))) return [];
          const { weight } = sharedBy(one, other);
          return weight >= SAME ? [{ one, other, stems: sharedStems(one, other), score: weight }] : [];
        }),
      ),
};

const asks =
  /\bhow (?:many|much|far)\b|\bwhether (?:all|every|each|any)\b|\bwhere (?:do|does|are|is)\b|\bwhat share\b/i;
/** How much of the shorter one both must be about for one to answer the other. */
const ANSWERED = 0.4;

const settled: Rule = {
  title: "Said to be so, and still asked",
  about: "A finding says “all”, or how many of how many, and an area to explore still asks.",
  find: (corpus) =>
    ofKind(corpus, "area")
      .filter(({ text }) => asks.test(text))
      .flatMap((other) =>
        sharing(other, corpus).flatMap((one): Match[] => {
          if (one.kind === "area" || !(every(one).length || one.claims.some(({ of }) => of !== null))) return [];
          const { weight, share } = sharedBy(one, other);
          return weight >= SAME && share > ANSWERED
            ? [{ one, other, stems: sharedStems(one, other), score: weight }]
            : [];
        }),
      ),
};

/** The surest first: a pair that several rules find is told by the first of them. */
export const against = { allOrPart, quality, scope, settled, opposed } as const satisfies Record<string, Rule>;
