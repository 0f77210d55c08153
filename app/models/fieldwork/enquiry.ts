/** An area to explore as an enquiry: what kind of question it is, how it is answered, and what came of it. */

/** Source: the first words of the founding briefing's areas to explore. */
export const enquiryKinds = [
  "progress",
  "effectiveness",
  "use",
  "links",
  "outcomes",
  "evidence",
  "action",
  "impact",
  "robustness",
  "consistency",
  "satisfaction",
  "other",
] as const;
export type EnquiryKind = (typeof enquiryKinds)[number];

const kindTitles = {
  progress: "Progress",
  effectiveness: "Effectiveness",
  use: "Use",
  links: "Links",
  outcomes: "Outcomes",
  evidence: "Evidence",
  action: "Action",
  impact: "Impact",
  robustness: "Robustness",
  consistency: "Consistency",
  satisfaction: "Satisfaction",
  other: "Other",
} as const satisfies Record<EnquiryKind, string>;

/** How a kind of enquiry is called on a page. */
export const enquiryKindTitle = (kind: EnquiryKind): string => kindTitles[kind];

/** Words that tell the kind, the surest first. */
const tellers: [EnquiryKind, RegExp][] = [
  ["progress", /\bprogress/i],
  ["effectiveness", /\beffective/i],
  ["robustness", /\brobust/i],
  ["consistency", /\bconsisten/i],
  ["satisfaction", /\bsatisf/i],
  ["outcomes", /\boutcome|\bachieved\b/i],
  ["impact", /\bimpact|\bdifference\b/i],
  ["links", /\blink/i],
  ["evidence", /\bevidence|\bshows?\b/i],
  ["action", /\baction|\bdone about\b|\bplans? to\b/i],
  ["use", /\buses?\b|\bused\b/i],
];

/** What kind of enquiry an area is, by the first of its words that tells; "other" where none does. */
export function enquiryKindOf(text: string): EnquiryKind {
  const found = tellers
    .map(([kind, words]) => ({ kind, at: text.search(words) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return found[0]?.kind ?? "other";
}

/** People that areas name, as roles: who would know. */
const knowers: [string, RegExp][] = [
  ["Accountable officer", /accountable officer/i],
  ["Commissioning body", /commissioning body/i],
  ["Core strategy group", /strategy group/i],
  ["Supporting People team", /supporting people team|\bsp team\b/i],
  ["Probation", /probation/i],
  ["Health partners", /\bhealth\b|primary care/i],
  ["Providers", /provider/i],
  ["Voluntary and community sector", /voluntary|\bvcs\b/i],
  ["People who use services", /service users?|people who use|tenants?|residents?|carers?/i],
  ["Elected members", /\bmembers\b|councillor/i],
  ["Finance", /\bcost|\bbudget|value for money|\bcharging|\bfinanc/i],
];

/** Who would know about an area: the roles that its words name. A suggestion, to be changed by hand. */
export const whoWouldKnow = (text: string): string[] =>
  knowers.filter(([, words]) => words.test(text)).map(([role]) => role);

export const methods = ["request", "interview", "focus-group", "visit", "reality-check", "case-sample"] as const;
export type Method = (typeof methods)[number];

const methodTitles = {
  request: "Request to the council",
  interview: "Interview",
  "focus-group": "Focus group",
  visit: "Visit",
  "reality-check": "Reality check",
  "case-sample": "Case sample",
} as const satisfies Record<Method, string>;

/** How a method is called on a page. */
export const methodTitle = (method: Method): string => methodTitles[method];

export const enquiryStates = ["open", "planned", "answered", "closed"] as const;
export type EnquiryState = (typeof enquiryStates)[number];

const stateTitles = {
  open: "Open",
  planned: "Planned",
  answered: "Answered",
  closed: "Closed",
} as const satisfies Record<EnquiryState, string>;

/** How a state is called on a page. */
export const enquiryStateTitle = (state: EnquiryState): string => stateTitles[state];

export const enquiryOutcomes = ["strength", "weakness", "nothing", "not-pursued"] as const;
export type EnquiryOutcome = (typeof enquiryOutcomes)[number];

const outcomeTitles = {
  strength: "Became a strength",
  weakness: "Became a weakness",
  nothing: "Nothing was found",
  "not-pursued": "Not pursued",
} as const satisfies Record<EnquiryOutcome, string>;

/** How an outcome is called on a page. */
export const outcomeTitle = (outcome: EnquiryOutcome): string => outcomeTitles[outcome];

/** How someone's words may be used outside the team: with their role, without it, or not at all. */
export const attributions = ["role", "anonymous", "not-quoted"] as const;
export type Attribution = (typeof attributions)[number];

const attributionTitles = {
  role: "With their role",
  anonymous: "Without saying who",
  "not-quoted": "Not to be quoted",
} as const satisfies Record<Attribution, string>;

/** How a level of consent is called on a page. */
export const attributionTitle = (attribution: Attribution): string => attributionTitles[attribution];
