/** Words that say that something is well or is not: ordinary English, the same for any service and any framework. */
import type { Word } from "./word.ts";

const good = new Set(
  (
    "accessible adequate ample appropriate clear clearly comprehensive consistent consistently easily easy effective effectively" +
    " efficient frequent frequently full fully good high plain plainly prompt promptly proper properly quickly regular regularly" +
    " reliable robust robustly sound strong strongly sufficient suitable thorough thoroughly timely transparent well"
  ).split(" "),
);
const poor = new Set(
  (
    "absent confused confusing delayed difficult few hard hardly harder inadequate inappropriate incomplete inconsistent" +
    " inconsistently ineffective infrequent insufficient irregular lack lacking lacks late limited little low missing none opaque" +
    " patchy poor poorly rarely scarce scarcely seldom slow slowly unclear uneven unreliable unsuitable weak weakly"
  ).split(" "),
);
const denial = new Set("no not never neither nor without cannot isn't aren't isn’t aren’t".split(" "));

/** How far a word of quality reaches, in words. */
const REACH = 7;

/**
 * The stems that a statement calls well or poor: those in the same clause and near by. "Not clear" is poor, "not hard" is
 * good. A word of quality that is the statement's own subject reaches nothing.
 */
export function polesOf(words: readonly Word[]): { good: Set<string>; poor: Set<string> } {
  const poles = { good: new Set<string>(), poor: new Set<string>() };
  words.forEach(({ raw, clause }, at) => {
    const kind = good.has(raw) ? "good" : poor.has(raw) ? "poor" : null;
    if (!kind) return;
    const denied = words.slice(Math.max(0, at - 3), at).some((word) => word.clause === clause && denial.has(word.raw));
    const pole = denied ? (kind === "good" ? "poor" : "good") : kind;
    words.forEach((word, n) => {
      if (word.tells && word.clause === clause && n !== at && Math.abs(n - at) <= REACH) poles[pole].add(word.stem);
    });
  });
  return poles;
}
