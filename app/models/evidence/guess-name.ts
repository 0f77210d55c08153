/** What a file's name tells of what is in it: a first answer for each field, for people to correct. */
import { dateInName } from "./date-in-name.ts";
import { type EvidenceKind, TITLE_LENGTH, type Voice } from "./evidence.ts";
import { titleFromName } from "./file-kind.ts";
import { kinds } from "./kinds/kinds.ts";

/** A line of enquiry as far as names of files speak of it. */
export type NamedLine = { ref: string; title: string; label: string; aliases: readonly string[] };

export type Guess = {
  title: string;
  kind: EvidenceKind;
  voice: Voice | null;
  /** The reference of a line, where one stands out. */
  line: string | null;
  /** YYYY-MM-DD. */
  asAt: string | null;
};

/** In this order: minutes of a strategy group are minutes, and an appraisal of options for a plan is no plan. */
const kindWords: readonly (readonly [EvidenceKind, RegExp])[] = [
  ["minutes", /\b(minutes?|notes? of (the )?meeting|meeting notes?)\b/],
  ["focus-group", /\bfocus groups?\b/],
  ["interview", /\binterviews?\b/],
  ["observation", /\b(observations?|site visit|visit notes?)\b/],
  ["options", /\boptions?\b/],
  ["decision", /\b(decisions?|cabinet report|delegated)\b/],
  ["contract", /\b(contracts?|specifications?|service level agreements?|sla)\b/],
  ["financial", /\b(budgets?|accounts|financial|finance|expenditure|audit of accounts)\b/],
  ["consultation", /\b(surveys?|consultations?|questionnaires?|feedback)\b/],
  ["performance", /\b(returns?|kpis?|performance|indicators?|scorecard|outturn)\b/],
  ["strategy", /\b(strategy|strategies|plans?|polic(y|ies))\b/],
];

const voiceWords: readonly (readonly [Voice, RegExp])[] = [
  ["people", /\b(service users?|users?|carers?|residents?|tenants?|customers?|complaints?|compliments?)\b/],
  ["staff", /\b(staff|workforce|employees?)\b/],
  ["partners", /\b(partners?|providers?|voluntary|stakeholders?)\b/],
];

const first = <T>(table: readonly (readonly [T, RegExp])[], words: string): T | undefined =>
  table.find(([, pattern]) => pattern.test(words))?.[0];

function kindOf(name: string, words: string): EvidenceKind {
  if (/\.(eml|msg)$/i.test(name)) return "email";
  const said = first(kindWords, words);
  if (said) return said;
  return /\.(png|jpe?g|gif|webp|tiff?|heic|bmp)$/i.test(name) ? "photograph" : "document";
}

/** Small words, and those that every council's paper on a programme has in its name. */
const COMMON = new Set(
  "a an and for from in into is it its of on or other than the to with how what does well have".split(" "),
);

const stem = (word: string) => (word.length > 3 ? word.replace(/(ies|y)$/, "i").replace(/s$/, "") : word);

const stems = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1 && !COMMON.has(word))
    .map(stem);

/** How many letters of a line's name are in the file's; 0 unless every word of it is. */
function weight(phrase: string, inName: ReadonlySet<string>): number {
  const wanted = stems(phrase);
  return wanted.length && wanted.every((word) => inName.has(word)) ? wanted.join("").length : 0;
}

/** A short label of one word, such as "Method", says too little. */
const phrasesOf = ({ title, label, aliases }: NamedLine) => [
  title,
  ...aliases,
  ...(stems(label).length > 1 ? [label] : []),
];

function lineOf(words: string, lines: readonly NamedLine[]): string | null {
  const [, said] = /(?<![\w.])(\d{1,2}\.\d{1,2})(?!\.?\d)/.exec(words) ?? [];
  if (lines.some(({ ref }) => ref === said)) return said ?? null;
  const inName = new Set(stems(words));
  const scored = lines
    .map((line) => ({ ref: line.ref, score: Math.max(...phrasesOf(line).map((phrase) => weight(phrase, inName))) }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  return best && best.score > (next?.score ?? 0) ? best.ref : null;
}

const inWords = (day: string, words: string) =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    // A month alone stays one.
    ...(/^\D/.test(words) ? {} : { day: "numeric" }),
  });

/**
 * What a file of this name probably is. `lines` are those of the inspection's framework. The title is the name without
 * its ending, with its date in words; nothing is guessed where two answers are as good.
 */
export function guessFromName(name: string, lines: readonly NamedLine[]): Guess {
  const date = dateInName(name);
  const said = date ? name.replace(date.words, ` ${inWords(date.day, date.words)} `) : name;
  const bare = (date ? name.replace(date.words, " ") : name).replace(/\.[a-z0-9]{1,8}$/i, "");
  const words = bare.replace(/[_+-]+/g, " ").toLowerCase();
  const kind = kindOf(name, words);
  return {
    title: titleFromName(said.replace(/\s+(?=\.[a-z0-9]{1,8}$)/i, "")).slice(0, TITLE_LENGTH),
    kind,
    voice: first(voiceWords, words) ?? kinds[kind].voice,
    line: lineOf(words, lines),
    asAt: date?.day ?? null,
  };
}
