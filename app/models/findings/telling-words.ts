/** The words of a passage that tell most about it: what findings are compared with. */

const MOST = 12;

/** Words that every page holds tell nothing. */
const common = new Set(
  (
    "about after also been before being between both could council during each from have having into more most need" +
    " only other over people said same service services should some such than that their them then there these they" +
    " this those through under were what when where which while will with within would your"
  ).split(" "),
);

/** The longest words, each once, and figures. */
export function tellingWords(text: string): string[] {
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,40}/gu) ?? []);
  return [...words]
    .filter((word) => !common.has(word) && (word.length > 3 || /\d/.test(word)))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .slice(0, MOST);
}
