/** The words of a statement as rules compare them: without endings, and without those that every sentence has. */

/** Words of grammar. They say how a sentence is built, and nothing of what it is about. */
const grammar = new Set(
  (
    "a about above accepted after again against all almost along already also although always am among an and another any" +
    " are around as at away back be became because become been before behind being below between beyond both but by can" +
    " cannot could did do does doing done down during each either else enough even ever every everything far few for from" +
    " further get gets given gives go goes going had has have having he held her here hers him his hold holds how however i if in included" +
    " includes including indeed instead into is it its itself just kept know known knows largely last late later least less" +
    " like likely little made main make makes making many may me might mine more most much must my near nearly neither never" +
    " new next no nobody none nor not nothing now number numbers of off often on once one only onto or other others our out over own part" +
    " partly past per perhaps place places put quite rather really recent recently same say says see seem seems several shall she should since so some" +
    " something soon still such sure take taken takes than that the their them then there these they thing things this those" +
    " through throughout thus to together too toward towards two under until up upon us use used uses using very was way ways" +
    " we well were what when where whether which while who whom whose why will with within without would yet you your"
  ).split(" "),
);

/** Endings that a word loses, the longest first; what is left must still be a word of four letters. */
const endings = /(?:ations?|ating|ated|ates?|ements?|ments?|ings?|edly|ed|ly|es|s)$/;

const known = new Map<string, string>();
/** A shop of stems that never grows beyond what a large inspection holds. */
const MOST_KNOWN = 20_000;

/** What the forms of a word share: "challenged", "challenges" and "challenge" are one. Not a dictionary: near enough. */
export function stemOf(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  if (known.size > MOST_KNOWN) known.clear();
  const stem = cut(word);
  known.set(word, stem);
  return stem;
}

function cut(word: string): string {
  const bare = word.replace(/[’']s?$/, "").replace(/ies$/, "y");
  if (bare.length < 5 || bare.endsWith("ss"))
    return bare.replace(/s$/, (s) => (bare.length > 3 && !bare.endsWith("ss") ? "" : s));
  const short = bare.replace(endings, "");
  const left = short.length >= 4 ? short : bare;
  return left.replace(/([^aeiouls])\1$/, "$1").replace(/[ey]$/, "");
}

export type Word = {
  /** As it is written, in lower case. */
  raw: string;
  stem: string;
  /** Which clause of the statement it stands in, from 0. */
  clause: number;
  /** Whether it says what the statement is about: no word of grammar, no figure, no abbreviation of what stands before it. */
  tells: boolean;
  /** Whether it is part of a name: written with a capital, beside another that is. */
  named: boolean;
};

const sign = /[\p{L}\p{N}£%]+(?:[’'][\p{L}]+)?(?:[.,]\d+)*%?|[,;:.()?!]/gu;
const ends = new Set(",;:.()?!");
const clauseWords = new Set(["but", "although", "though", "because", "whereas"]);
const isCapital = (word: string | undefined) => word !== undefined && /^\p{Lu}/u.test(word);

/** The words of a text in order. A clause ends at a comma, a colon, a bracket, or at "but", "although" and "because". */
export function wordsOf(text: string): Word[] {
  const signs = text.match(sign) ?? [];
  const words: Word[] = [];
  let clause = 0;
  signs.forEach((written, at) => {
    if (written.length === 1 && ends.has(written)) return void clause++;
    const raw = written.toLowerCase();
    if (clauseWords.has(raw)) clause++;
    const shortForm = signs[at - 1] === "(" && signs[at + 1] === ")" && /^\p{Lu}+s?$/u.test(written);
    const tells = raw.length > 2 && !shortForm && !/\d/.test(raw) && !grammar.has(raw);
    const named = isCapital(written) && (isCapital(signs[at - 1]) || isCapital(signs[at + 1]));
    words.push({ raw, stem: stemOf(raw), clause, tells, named });
  });
  return words;
}
