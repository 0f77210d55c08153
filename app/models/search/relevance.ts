/** Which words of a finding tell a passage that bears it out, and how much each weighs. */

/** Words that stand in every document, and words of the inspectors' own way of putting things. */
const common = new Set(
  `a about across after all also although an and any are around as at available be because been before being between
  both but by can clear clearly could current currently did do does done due during each effective effectively for from
  good had has have having how however if in including into is it its itself key lack lacks least less limited little
  made main make many may more most must need needs new no none not now number of off on once one only or other others
  out over own part per place positive range recent regular regularly robust same set several shared should show shown
  shows since so some still strong such supporting people than that the their them then there these they this those
  through throughout to together too two under up use used using various very via was way well were what when where
  whether which while who whole why will with within without work working would yet`.split(/\s+/),
);

const MOST_TERMS = 40;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{1,60}/gu) ?? [];
const tells = (word: string): boolean => /\d/.test(word) || (word.length > 2 && !common.has(word));

/** How much each part of the question weighs. Chosen by recall over the sample evidence: see `suggestions.slow.test.ts`. */
const WEIGHT = { word: 2, figure: 3, pair: 2, line: 1 };

/** Each term as often as it weighs: the index adds up what it is asked for twice. */
const weighed = (terms: Iterable<string>, weight: (term: string) => number): string[] =>
  [...new Set(terms)].slice(0, MOST_TERMS).flatMap((term) => Array.from({ length: weight(term) }, () => `"${term}"`));

/** Words that stand side by side and both tell. */
const pairsOf = (words: string[]): string[] =>
  words.slice(1).flatMap((word, at) => (tells(word) && tells(words[at] ?? "") ? [`${words[at]} ${word}`] : []));

/** A match for the index of stems that takes what holds any of the words; null where no word of the finding tells. */
export function relevantTo(finding: string, line: string): string | null {
  const words = wordsOf(finding);
  const own = words.filter(tells);
  if (own.length === 0) return null;
  const about = wordsOf(line).filter((word) => tells(word) && !own.includes(word));
  return [
    ...weighed(own, (word) => (/\d/.test(word) ? WEIGHT.figure : WEIGHT.word)),
    ...weighed(pairsOf(words), () => WEIGHT.pair),
    ...weighed(about, () => WEIGHT.line),
  ].join(" OR ");
}

/** How a word begins: what its forms share, near enough. */
export const stemOf = (word: string): string => word.slice(0, 5);

/** How the words that tell begin, each once. */
export const stemsOf = (text: string): Set<string> => new Set(wordsOf(text).filter(tells).map(stemOf));

/** How many words the title of a document shares with a finding and its line, by how they begin. */
export function titleShares(title: string, finding: string, line: string): number {
  const asked = stemsOf(`${finding} ${line}`);
  return [...stemsOf(title)].filter((stem) => asked.has(stem)).length;
}
