/** The headings under which decks list their findings, as different people name them. */
import type { FindingKind } from "#app/models/findings/finding.ts";

const before =
  "(?:(?:our|the|some|key|main|potential|possible|emerging|initial|early|apparent|identified|suggested|further|likely)\\s+)*";
const after =
  "\\s*(?:[:.\\u2013\\u2014-]|\\((?:continued|cont(?:['\\u2019]?d|\\.)?|ctd)?[^)]{0,20}\\)|\\b(?:continued|cont['\\u2019]?d|cont\\.?|ctd\\.?)|\\u2026|\\.\\.\\.)*\\s*";
const number = "(?:(?:\\d+|[a-c]|[ivx]+)[.)]\\s+)?";

const toExplore =
  "(?:to|for|we (?:will|want to|would like to|wish to))\\s+(?:be\\s+)?(?:explor(?:e|ed|ing|ation)|investigat(?:e|ed|ion)|follow(?:ed)?[ -]up|prob(?:e|ed|ing)|pursue|test|further (?:enquiry|inquiry|exploration|investigation)|enquiry|inquiry|look at|cover|examine)(?:\\s+(?:further|on[ -]site|during (?:the )?(?:fieldwork|visit)))?";

/** No other words than these can be meant. */
const sure: [FindingKind, string][] = [
  ["area", `(?:areas?|issues?|matters|points|topics|themes|things|questions|lines)\\s+${toExplore}`],
  [
    "area",
    "(?:lines of (?:enquiry|inquiry) to (?:follow|pursue)|to explore|questions for (?:the )?(?:fieldwork|visit|site visit))",
  ],
  ["strength", "(?:strengths?|strong points|areas of strength|strengths? and good practice)"],
  ["weakness", "(?:weakness(?:es)?|weak points|areas of weakness|weaknesses and gaps)"],
  ["strength", "what (?:is|\\u2019s|'s|appears to be|seems to be)? ?(?:going|working|works|goes) well"],
  [
    "weakness",
    "what (?:is|\\u2019s|'s)? ?(?:not (?:going|working) (?:so )?well|could be better|needs to improve|needs improving)",
  ],
  ["weakness", "(?:areas?|room|scope) (?:for|of|in need of) (?:improvement|development|concern)"],
];

/** Words that may as well be a finding, so that the place of the paragraph has to say that it heads others. */
const likely: [FindingKind, string][] = [
  ["strength", "(?:positives?|good practice|pros|what we liked|assets)"],
  ["weakness", "(?:negatives?|concerns?|challenges|cons|shortcomings|gaps|limitations|development areas)"],
  ["area", "(?:questions|exploration|unknowns|to follow up|lines of (?:enquiry|inquiry))"],
];

/** Words that head a column of findings only beside columns of strengths or weaknesses. */
const ofColumn: [FindingKind, string][] = [
  [
    "area",
    "(?:areas?|issues|explore|enquir(?:y|ies)|follow[ -]ups?|(?:more|further) (?:enquir(?:y|ies)|inquir(?:y|ies)|work|exploration))",
  ],
];

const whole = (pattern: string) => new RegExp(`^${number}${before}${pattern}${after}$`, "iu");
const patterns = {
  sure: sure.map(([kind, pattern]) => [kind, whole(pattern)] as const),
  likely: likely.map(([kind, pattern]) => [kind, whole(pattern)] as const),
  ofColumn: ofColumn.map(([kind, pattern]) => [kind, whole(pattern)] as const),
};

const longest = 80;

const find = (text: string, sort: keyof typeof patterns): FindingKind | null => {
  if (text.length > longest) return null;
  return patterns[sort].find(([, pattern]) => pattern.test(text))?.[0] ?? null;
};

/** The kind of findings that a line of text heads; null where it heads none. */
export const headingOf = (text: string): FindingKind | null => find(text.replace(/\s+/g, " ").trim(), "sure");

/** The same for words that head findings only where what follows stands below them. */
export const likelyHeadingOf = (text: string): FindingKind | null => find(text.replace(/\s+/g, " ").trim(), "likely");

/** The same for words that head a column beside others whose heading is sure. */
export const columnHeadingOf = (text: string): FindingKind | null => find(text.replace(/\s+/g, " ").trim(), "ofColumn");

export const isContinued = (text: string): boolean =>
  /\b(?:continued|cont['’]?d|cont\.|ctd)\b|\(\d+ of \d+\)/i.test(text);

const phrases =
  "(?:Potential |Possible |Emerging |Initial |Key )?(?:Strengths|Weaknesses)|(?:Further |Potential |Key )?Areas (?:to|for) (?:[Ee]xplore|[Ii]mprovement|[Ee]xploration)";
/** A line end that was lost: a heading right behind a small letter, a figure or a mark, with no space between. */
const glued = new RegExp(`^(?<item>.*[\\p{Ll}\\p{N}.,;:)?’'])(?<heading>${phrases})$`, "su");

/** An item with the heading that ran into it; null where none did. */
export function unglue(text: string): { item: string; heading: string } | null {
  const { item, heading } = glued.exec(text)?.groups ?? {};
  return item && heading ? { item: item.trim(), heading } : null;
}
