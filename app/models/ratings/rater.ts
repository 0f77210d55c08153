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
