/** What changed between two texts, word by word. */

export type WordChange = { text: string; is: "same" | "gone" | "new" };

/** Above this many pairs of words the whole text counts as changed. */
const mostPairs = 400_000;

const wordsOf = (text: string): string[] => text.match(/\S+\s*/g) ?? [];

/** `length[a][b]`: how many words the rests from `a` and from `b` on have in common, in order. */
function commonLengths(before: string[], after: string[]): Uint16Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let a = before.length - 1; a >= 0; a--) {
    for (let b = after.length - 1; b >= 0; b--) {
      const [down, right] = [lengths[a + 1]![b]!, lengths[a]![b + 1]!];
      lengths[a]![b] =
        before[a]!.trimEnd() === after[b]!.trimEnd() ? lengths[a + 1]![b + 1]! + 1 : Math.max(down, right);
    }
  }
  return lengths;
}

/** Runs of words that stayed, went or came: without those that came they are `before`, without those that went `after`. */
export function wordChanges(before: string, after: string): WordChange[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (old.length * now.length > mostPairs) {
    return [
      { text: before, is: "gone" as const },
      { text: after, is: "new" as const },
    ];
  }
  const lengths = commonLengths(old, now);
  const runs: WordChange[] = [];
  const put = (text: string, is: WordChange["is"]) => {
    const last = runs.at(-1);
    if (last?.is === is) last.text += text;
    else runs.push({ text, is });
  };
  let [a, b] = [0, 0];
  while (a < old.length || b < now.length) {
    const same = a < old.length && b < now.length && old[a]!.trimEnd() === now[b]!.trimEnd();
    if (same) {
      put(now[b]!, "same");
      a++;
      b++;
    } else if (b >= now.length || (a < old.length && lengths[a + 1]![b]! >= lengths[a]![b + 1]!))
      put(old[a++]!, "gone");
    else put(now[b++]!, "new");
  }
  return runs;
}
