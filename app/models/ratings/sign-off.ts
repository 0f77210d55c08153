/** Signing a theme off: by someone who rated nothing in it, once everything in it is moderated. */

const list = new Intl.ListFormat("en-GB");

/** "1.3, 1.4 and 1.7". */
export const listed = (words: readonly string[]): string => list.format(words);

/** What stands before a sign-off. */
export type SigningOff = {
  theme: number;
  /** Who has signed it off already; null while it is open. */
  signedBy: string | null;
  /** Lines without a moderated rating. */
  unsettled: readonly string[];
  /** Whether the theme itself has a moderated rating. */
  themeSettled: boolean;
  /** Whether the person rated a line of the theme, or the theme, as an inspector. */
  ratedHere: boolean;
};

/** Why the person cannot sign the theme off, with what to do; null where they can. */
export function whyNotSignOff({ theme, signedBy, unsettled, themeSettled, ratedHere }: SigningOff): string | null {
  if (signedBy !== null) return `${signedBy} has signed theme ${theme} off already.`;
  if (ratedHere) {
    return `You rated in theme ${theme} as an inspector, so someone else signs it off.`;
  }
  if (unsettled.length) {
    const lines = unsettled.length === 1 ? `line ${unsettled[0]}` : `lines ${listed(unsettled)}`;
    return `Confirm or change the rating of ${lines} first.`;
  }
  return themeSettled ? null : `Confirm or change the rating of theme ${theme} first.`;
}
