/** A request for information, and how it is answered. */
export const requestStates = ["draft", "sent", "answered", "returned", "accepted", "withdrawn"] as const;
export type RequestState = (typeof requestStates)[number];

export const answerKinds = ["files", "not-held", "public", "part-of"] as const;
export type AnswerKind = (typeof answerKinds)[number];

export const answerStates = ["draft", "sent"] as const;
export type AnswerState = (typeof answerStates)[number];

export const digests = ["daily", "never"] as const;
export type Digest = (typeof digests)[number];
