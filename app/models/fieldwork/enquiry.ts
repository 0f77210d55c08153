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

export const methods = ["request", "interview", "focus-group", "visit", "reality-check", "case-sample"] as const;
export type Method = (typeof methods)[number];

export const enquiryStates = ["open", "planned", "answered", "closed"] as const;
export type EnquiryState = (typeof enquiryStates)[number];

export const enquiryOutcomes = ["strength", "weakness", "nothing", "not-pursued"] as const;
export type EnquiryOutcome = (typeof enquiryOutcomes)[number];

/** How someone's words may be used outside the team: with their role, without it, or not at all. */
export const attributions = ["role", "anonymous", "not-quoted"] as const;
export type Attribution = (typeof attributions)[number];
