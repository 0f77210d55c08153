/** How a piece of evidence stands, in one plain word: worked out when it is asked, never kept. */

/** In the order in which one wins over the next. */
export const evidenceStates = [
  "withdrawn",
  "returned",
  "needs-file",
  "needs-renewal",
  "renewal-soon",
  "ready",
] as const;
export type EvidenceState = (typeof evidenceStates)[number];

const words = {
  withdrawn: { title: "Withdrawn", means: "It is out of use. It stays on record." },
  returned: { title: "Returned", means: "Inspectors sent it back and wait for a new version." },
  "needs-file": { title: "Needs file", means: "It is awaited: nothing has come yet but its name." },
  "needs-renewal": { title: "Needs renewal", means: "The day by which it should be looked at again has passed." },
  "renewal-soon": { title: "Upcoming renewal", means: "It should be looked at again within two months." },
  ready: { title: "Ready", means: "It is here and in date." },
} as const satisfies Record<EvidenceState, { title: string; means: string }>;

/** How a state is called, and what it means as a sentence. */
export const evidenceStateWords = (state: EvidenceState): { title: string; means: string } => words[state];

const day = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The day of a moment where inspections are made, as YYYY-MM-DD. */
export const dayOf = (moment: Date): string => day.format(moment);

/** `months` after a day, both as YYYY-MM-DD; the last day of the month where there is no such day. */
export function monthsAfter(from: string, months: number): string {
  const [year = 0, month = 1, date = 1] = from.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Months before its review day in which evidence counts as soon to be renewed. Source: practice of evidence libraries. */
export const SOON = 2;

export type Standing = {
  withdrawn: boolean;
  /** Sent back by inspectors, and nothing new has come since. */
  returned: boolean;
  /** Has a file that is in use, or is of a kind that is whole without one. */
  whole: boolean;
  /** YYYY-MM-DD, or null. */
  reviewBy: string | null;
};

/** How evidence stands on the day `today` (YYYY-MM-DD). On its review day itself it is still in date. */
export function evidenceState({ withdrawn, returned, whole, reviewBy }: Standing, today: string): EvidenceState {
  if (withdrawn) return "withdrawn";
  if (returned) return "returned";
  if (!whole) return "needs-file";
  if (reviewBy === null) return "ready";
  if (reviewBy < today) return "needs-renewal";
  return reviewBy <= monthsAfter(today, SOON) ? "renewal-soon" : "ready";
}
