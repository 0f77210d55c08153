/** What the fieldwork consists of. */
export const visitKinds = ["interview", "focus-group", "visit", "reality-check", "case-sample"] as const;
export type VisitKind = (typeof visitKinds)[number];

export const visitStates = ["planned", "done", "cancelled"] as const;
export type VisitState = (typeof visitStates)[number];
