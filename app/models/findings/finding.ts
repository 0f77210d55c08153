/** What an inspector records under a line of enquiry. */
export const findingKinds = ["strength", "weakness", "area"] as const;
export type FindingKind = (typeof findingKinds)[number];

/** How a quotation stands in the newest revision of what it cites: word for word, nearly so, or not at all. */
export const citationStates = ["found", "near", "lost"] as const;
export type CitationState = (typeof citationStates)[number];

const facts = {
  strength: { letter: "S", sign: "+", title: "Potential strengths", one: "strength", key: "strengths" },
  weakness: { letter: "W", sign: "−", title: "Potential weaknesses", one: "weakness", key: "weaknesses" },
  area: { letter: "A", sign: "?", title: "Areas to explore", one: "area to explore", key: "areas" },
} as const satisfies Record<FindingKind, object>;

/** The words and signs of a kind: the same on screen and on slides. */
export const kindFacts = (kind: FindingKind) => facts[kind];

/** The name of a finding on its line: the letter of its kind and its place from 1, for instance "S3". */
export const findingName = (kind: FindingKind, index: number): string => `${facts[kind].letter}${index + 1}`;

/** The longest text of a finding, in characters: more than the longest of the founding briefing (289) and still one slide. */
export const FINDING_LENGTH = 600;

/** "S3" for a finding on its line, or "a strength" for one that has no place there any more. */
export const findingCalled = (kind: FindingKind, place: number | null): string =>
  place === null ? `${kind === "area" ? "an" : "a"} ${facts[kind].one}` : findingName(kind, place);
