/** A deck that is kept: for whom it is, what it chooses, and what its slides said when someone last looked at them. */
import type { Audience } from "./audience.ts";
import type { Choices } from "./choices.ts";
import type { Seen } from "./deck-changes.ts";

export type SavedDeck = {
  id: string;
  /** Its place in addresses: "opening". */
  slug: string;
  title: string;
  audience: Audience;
  /** It holds only what the council may read once the inspection is published. */
  forCouncil: boolean;
  template: string | null;
  choices: Choices;
  seen: Seen;
  changedAt: string;
  version: number;
};

/** Across each slide of a deck for the council that is not public yet. */
export const DRAFT = "Draft";
/** Across each slide of a mock inspection. */
export const REHEARSAL = "Rehearsal";

/** The address of a deck of this title: "Feedback to members" is "feedback-to-members". */
export function slugOf(title: string): string {
  const plain = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  return (
    plain
      .replace(/^-+|-+$/g, "")
      .slice(0, 40)
      .replace(/-+$/, "") || "deck"
  );
}

/** The slug, with a number where others have it already. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? slug : `${slug}-${n}`;
    if (!taken.has(tried)) return tried;
  }
}
