/** What changed between two texts, word by word. */
import { align, type Piece, whole, wordsOf } from "#app/models/frameworks/difference.ts";

export type WordChange = Piece;

/** Above this many pairs of words the whole text counts as changed. */
const mostPairs = 400_000;

/** Runs of words that stayed, went or came: without those that came they are `before`, without those that went `after`. */
export function wordChanges(before: string, after: string): WordChange[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (old.length * now.length > mostPairs) return whole(before, after);
  const runs: WordChange[] = [];
  let [a, b] = [0, 0];
  for (const pair of align(
    old.map((word) => word.trimEnd()),
    now.map((word) => word.trimEnd()),
  )) {
    const is = pair.before === null ? "new" : pair.after === null ? "gone" : "same";
    const text = is === "gone" ? old[a]! : now[b]!;
    if (is !== "new") a++;
    if (is !== "gone") b++;
    const last = runs.at(-1);
    if (last?.is === is) last.text += text;
    else runs.push({ text, is });
  }
  return runs;
}
