/** A request for information, and how it is answered. */
export const requestStates = ["draft", "sent", "answered", "returned", "accepted", "withdrawn"] as const;
export type RequestState = (typeof requestStates)[number];

export const answerKinds = ["files", "not-held", "public", "part-of"] as const;
export type AnswerKind = (typeof answerKinds)[number];

const answers = {
  files: "Files",
  "not-held": "We do not hold this",
  public: "It is already public",
  "part-of": "It is part of another document",
} as const satisfies Record<AnswerKind, string>;

/** How a way of answering is called on a page. */
export const answerKindTitle = (kind: AnswerKind): string => answers[kind];

export const answerStates = ["draft", "sent"] as const;

export const digests = ["daily", "never"] as const;

/** What a letter about a request tells. */
export const letterKinds = ["sent", "given", "returned", "accepted", "reminded", "due-soon", "due-today"] as const;
export type LetterKind = (typeof letterKinds)[number];

/** "R-24". */
export const requestRef = (number: number): string => `R-${number}`;

/** Whether the council may still answer: until it is accepted or withdrawn. */
export const isOpen = (state: RequestState): boolean => state === "sent" || state === "returned";

/** Why nothing more can be sent to a request, and what to do; null where it can. */
export function whyNotAnswer(state: RequestState, number: number): string | null {
  if (isOpen(state)) return null;
  const ref = requestRef(number);
  if (state === "answered")
    return `${ref} has been answered, and the inspectors are looking at it. Ask them to send it back if something is missing.`;
  if (state === "accepted")
    return `${ref} is closed: the inspectors took the answer. Ask them to ask again if there is more to send.`;
  return `${ref} was taken back by the inspectors: nothing needs to be sent.`;
}

/** Days from `today` to the due day, both YYYY-MM-DD: negative where it is past. */
export const daysLeft = (due: string, today: string): number =>
  Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000);

/** Where a request stands for the reader, by its state and due day. */
export type Standing = "draft" | "overdue" | "due-soon" | "due" | "answered" | "returned" | "accepted" | "withdrawn";

/** Within a week is soon. */
export function standingOf({ state, due }: { state: RequestState; due: string | null }, today: string): Standing {
  if (state !== "sent") return state;
  if (due === null) return "due";
  const left = daysLeft(due, today);
  return left < 0 ? "overdue" : left <= 7 ? "due-soon" : "due";
}
