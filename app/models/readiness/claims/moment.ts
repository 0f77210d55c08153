/** When a sentence says that something was so: "March 2006", "2006/07", "in the past 12 months". */

const months = "January|February|March|April|May|June|July|August|September|October|November|December";
const moments = new RegExp(
  [
    `(?:\\d{1,2} )?(?:${months}) (?:19|20)\\d\\d`,
    "(?:19|20)\\d\\d[/–-](?:(?:19|20)\\d\\d|\\d\\d)",
    "(?:over |in |for )?the (?:past|last) (?:\\d+|two|three|four|five|six|twelve) (?:months|years|weeks)",
    "(?<![£\\d,.])(?:19|20)\\d\\d(?![,\\d%])",
  ].join("|"),
  "gi",
);

/** The moment that stands nearest to `at`, in the sentence's own words, what follows before what went; null without one. */
export function momentNear(text: string, at: number): string | null {
  const found = [...text.matchAll(moments)].map(({ 0: words, index }) => ({
    words,
    away: index >= at ? index - at : (at - index) * 1.5,
  }));
  found.sort((a, b) => a.away - b.away);
  return found[0]?.words ?? null;
}
