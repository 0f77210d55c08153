/** The reason that stands with a rating on which inspectors agree, unless its moderator types another. */
export const AGREED = "Both inspectors agree.";
