/** Whose judgement a rating is. */
export const raters = ["inspector", "self", "previous", "peer", "moderated"] as const;
export type Rater = (typeof raters)[number];

const titles = {
  inspector: "Inspector",
  self: "The council’s own",
  previous: "Previous inspection",
  peer: "Peer review",
  moderated: "Moderated",
} as const satisfies Record<Rater, string>;

/** How a rater is called on a page. */
export const raterTitle = (rater: Rater): string => titles[rater];

/** Whose ratings are set beside the inspectors' own. */
export const compared = ["self", "previous", "peer"] as const satisfies readonly Rater[];
export type Compared = (typeof compared)[number];

export const comparedOf = (typed: string): Compared | null => compared.find((one) => one === typed) ?? null;
