/** The filters of the list as its page shows them: words for values, with counts, and the chips of those that are on. */
import {
  evidenceKindTitle,
  type EvidenceKind,
  evidenceKinds,
  sensitivities,
  type Voice,
  voices,
  voiceTitle,
} from "#app/models/evidence/evidence.ts";
import { type EvidenceQuery, NONE } from "#app/models/evidence/query.ts";
import { type EvidenceState, evidenceStates, evidenceStateWords } from "#app/models/evidence/state.ts";
import type { Framework } from "#app/models/frameworks/framework.ts";

export type LineChoice = { ref: string; title: string };

/** All lines of the framework, as they are chosen from a list. */
export const linesIn = ({ judgements }: Framework): LineChoice[] =>
  judgements.flatMap(({ themes }) => themes.flatMap(({ lines }) => lines.map(({ ref, title }) => ({ ref, title }))));

const sensitivityWords: Record<string, string> = { public: "Public", internal: "Internal", restricted: "Restricted" };

type Words = {
  title: string;
  /** Several values may be asked for at once. */
  many?: true;
  /** All values in the order in which they are shown; without it, as they come, in the order of the alphabet. */
  order?: readonly string[];
  word(value: string): string;
  /** What its chip says, where the value alone would not say it. */
  chip?(word: string): string;
};

const called = (words: Record<string, string>) => (value: string) => words[value] ?? value;

/** Facets in the order in which they are shown. */
const facetWords = {
  kind: { title: "Kind", many: true, order: evidenceKinds, word: (value) => evidenceKindTitle(value as EvidenceKind) },
  voice: {
    title: "Whose voice",
    many: true,
    order: [...voices, NONE],
    word: (value) => (value === NONE ? "Not stated" : voiceTitle(value as Voice)),
    chip: (word) => (word === "Not stated" ? "Voice not stated" : word),
  },
  state: {
    title: "State",
    many: true,
    order: evidenceStates,
    word: (value) => evidenceStateWords(value as EvidenceState).title,
  },
  line: {
    title: "Line of enquiry",
    word: (value) => (value === NONE ? "No line yet" : value),
    chip: (word) => (/^\d/.test(word) ? `Line ${word}` : word),
  },
  tag: { title: "Tag", word: (value) => value, chip: (word) => `Tag: ${word}` },
  read: { title: "Read by you", order: ["yes", "no"], word: called({ yes: "Read", no: "Not read" }) },
  assigned: {
    title: "To be read by",
    order: ["me", NONE],
    word: called({ me: "You", [NONE]: "Nobody yet" }),
    chip: (word) => (word === "You" ? "For you to read" : "No reader yet"),
  },
  cited: { title: "Cited", order: ["yes", "no"], word: called({ yes: "Cited", no: "Not cited" }) },
  side: {
    title: "From",
    order: ["council", "inspectorate"],
    word: called({ council: "The council", inspectorate: "Inspectors" }),
    chip: (word) => `From ${word.charAt(0).toLowerCase()}${word.slice(1)}`,
  },
  by: { title: "Added by", order: ["me"], word: called({ me: "You" }), chip: () => "Added by you" },
  sensitivity: { title: "Sensitivity", many: true, order: sensitivities, word: called(sensitivityWords) },
} as const satisfies Record<string, Words>;

type Name = keyof typeof facetWords;
const names = Object.keys(facetWords) as Name[];
const wordsFor = (name: Name): Words => facetWords[name];

/** Values of a facet that the address has. */
const askedIn = (query: EvidenceQuery, name: Name): string[] => {
  const value = query[name];
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
};

export type FacetShown = {
  name: Name;
  title: string;
  many: boolean;
  options: { value: string; word: string; pieces: number; on: boolean }[];
};

// One collator for all: making one takes longer than a hundred comparisons.
const { compare: naturally } = new Intl.Collator("en-GB", { numeric: true });

/** Facets that have something to choose: what all pieces share narrows nothing, and is left out until it is asked. */
export function facetsShown(
  counts: Partial<Record<Name, ReadonlyMap<string, number>>>,
  query: EvidenceQuery,
  lines: LineChoice[],
): FacetShown[] {
  return names.flatMap((name): FacetShown[] => {
    const counted = counts[name];
    if (!counted) return [];
    const { title, many = false, order, word } = wordsFor(name);
    const on = askedIn(query, name);
    const values = [...new Set([...(order ?? [...counted.keys()].sort(naturally)), ...on])].filter(
      (value) => counted.has(value) || on.includes(value),
    );
    if (values.length < (name === "by" || name === "assigned" ? 1 : 2) && !on.length) return [];
    const options = values.map((value) => ({
      value,
      word: name === "line" ? lineWord(value, lines, word(value)) : word(value),
      pieces: counted.get(value) ?? 0,
      on: on.includes(value),
    }));
    return [{ name, title, many, options }];
  });
}

const lineWord = (ref: string, lines: LineChoice[], word: string): string => {
  const line = lines.find((one) => one.ref === ref);
  return line ? `${ref} ${line.title}` : word;
};

export type Chosen = { words: string; /** What is asked for without it. */ without: EvidenceQuery };

/** The query without one value of one facet; the rest stands in its order. */
function withoutValue(query: EvidenceQuery, name: Name, value: string): EvidenceQuery {
  const left = askedIn(query, name).filter((one) => one !== value);
  const entries = Object.entries(query).flatMap(([key, values]): [string, unknown][] => {
    if (key !== name) return [[key, values]];
    return left.length ? [[key, left]] : [];
  });
  return Object.fromEntries(entries) as EvidenceQuery;
}

/** A chip for each value that is asked for. */
export function chosenOf({ page: _, ...query }: EvidenceQuery, facets: FacetShown[]): Chosen[] {
  const { q, ...rest } = query;
  const words = q ? [{ words: `“${q}”`, without: rest }] : [];
  return [
    ...words,
    ...facets.flatMap(({ name, options }) =>
      options
        .filter(({ on }) => on)
        .map(({ value, word }) => {
          const without = withoutValue(query, name, value);
          return { words: wordsFor(name).chip?.(word) ?? word, without };
        }),
    ),
  ];
}

export type ViewShown = { name: string; pieces: number; query: EvidenceQuery };

type ViewCounts = { unread: number; mine: number; lineless: number; stale: number; returned: number };

/** The views that everyone of a side has. */
export function viewsShown({ unread, mine, lineless, stale, returned }: ViewCounts, inspector: boolean): ViewShown[] {
  const none: ViewShown = { name: "No line yet", pieces: lineless, query: { line: NONE } };
  const old: ViewShown = { name: "Needs renewal", pieces: stale, query: { state: ["needs-renewal"] } };
  if (!inspector)
    return [
      { name: "Mine", pieces: mine, query: { by: "me" } },
      none,
      old,
      { name: "Returned", pieces: returned, query: { state: ["returned"] } },
    ];
  return [
    { name: "Not read", pieces: unread, query: { read: "no" } },
    { name: "Mine to read", pieces: mine, query: { assigned: "me" } },
    none,
    old,
  ];
}
