/** Links that work once: what each kind is for, and how long it lasts. */

export const linkKinds = ["setup", "invitation", "reset"] as const;
export type LinkKind = (typeof linkKinds)[number];

const HOUR = 3_600_000;

const facts = {
  /** Makes the first administrator. */
  setup: { lasts: 24 * HOUR, words: "24 hours" },
  invitation: { lasts: 7 * 24 * HOUR, words: "7 days" },
  reset: { lasts: HOUR, words: "1 hour" },
} as const satisfies Record<LinkKind, { lasts: number; words: string }>;

/** In milliseconds. */
export const lifetimeOf = (kind: LinkKind): number => facts[kind].lasts;

/** "7 days". */
export const lifetimeInWords = (kind: LinkKind): string => facts[kind].words;
