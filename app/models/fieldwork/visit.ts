/** What the fieldwork consists of: whom inspectors meet, when and where. */
export const visitKinds = ["interview", "focus-group", "visit", "reality-check", "case-sample"] as const;
export type VisitKind = (typeof visitKinds)[number];

const titles = {
  interview: "Interview",
  "focus-group": "Focus group",
  visit: "Visit",
  "reality-check": "Reality check",
  "case-sample": "Case sample",
} as const satisfies Record<VisitKind, string>;

/** How a kind of visit is called on a page. */
export const visitKindTitle = (kind: VisitKind): string => titles[kind];

export const visitStates = ["planned", "done", "cancelled"] as const;
export type VisitState = (typeof visitStates)[number];

/** The longest title, place or list of people of a visit, in characters. */
export const VISIT_TEXT_LENGTH = 200;

/** How long a visit lasts, in whole minutes. Both are moments in ISO 8601. */
export const minutesOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): number =>
  Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
