/** A topic guide: the questions for one meeting, made from the areas that its people would know about. */

export type Area = {
  id: string;
  /** "1.3". */
  ref: string;
  /** "A2": its place on the line. */
  name: string;
  text: string;
};

export type GuideQuestion = { text: string; areas: Area[] };

/** Words that say nothing of what is asked. */
const empty = new Set(
  "a an and any are as at be been by do does for from has have how in is it its of on or that the their there these this to use used what when where which who why will with would progress effectiveness evidence impact outcomes action links robustness consistency".split(
    " ",
  ),
);

const stem = (word: string) => word.replace(/(?:ies|es|s|ing|ed)$/, "");

/** What an area is about: its telling words, by their stems. */
function telling(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !empty.has(word) && word.length > 2).map(stem));
}

/** How much two areas ask the same, from 0 to 1: shared words against all words of the shorter. */
function likeness(a: Set<string>, b: Set<string>): number {
  const shorter = Math.min(a.size, b.size);
  if (shorter === 0) return 0;
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / shorter;
}

/** From here on two areas are one question. Two words in common are no proof: at least three must be. */
const SAME = 0.75;
const LEAST = 3;

/** The areas as questions, in their order; those that ask the same become one, in the longest wording. */
export function compileQuestions(areas: readonly Area[]): GuideQuestion[] {
  const questions: { words: Set<string>; question: GuideQuestion }[] = [];
  for (const area of areas) {
    const words = telling(area.text);
    const same = questions.find((one) => {
      const shared = [...words].filter((word) => one.words.has(word)).length;
      return shared >= LEAST && likeness(words, one.words) >= SAME;
    });
    if (!same) {
      questions.push({ words, question: { text: area.text, areas: [area] } });
      continue;
    }
    same.question.areas.push(area);
    if (area.text.length > same.question.text.length) same.question.text = area.text;
    for (const word of words) same.words.add(word);
  }
  return questions.map(({ question }) => question);
}

/** Minutes for opening and closing a meeting. */
const AROUND = 10;

/** How many minutes each of `count` questions gets in a meeting of `minutes`: at least two, even where they do not fit. */
export const minutesEach = (minutes: number, count: number): number =>
  count === 0 ? 0 : Math.max(2, Math.floor((minutes - AROUND) / count));
