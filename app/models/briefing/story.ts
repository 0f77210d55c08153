/** How the story changed: each point of the opening deck as it stands now, with the evidence that moved it. */
import type { FindingKind } from "#app/models/findings/finding.ts";

export const marks = ["confirmed", "changed", "withdrawn", "new", "open"] as const;
export type Mark = (typeof marks)[number];

const facts = {
  confirmed: { title: "Confirmed", meaning: "The visit bore it out." },
  changed: { title: "Changed", meaning: "It says something else than at the start." },
  withdrawn: { title: "Withdrawn", meaning: "It stood at the start and stands no more." },
  new: { title: "New", meaning: "It was found since." },
  open: { title: "Not settled", meaning: "It stands as at the start, and nobody has confirmed it yet." },
} as const satisfies Record<Mark, object>;

export const markFacts = (mark: Mark) => facts[mark];

export type Source = { id: string; number: number; title: string };

export type Told = {
  id: string;
  ref: string;
  kind: FindingKind;
  /** As it stands, or last stood. */
  text: string;
  /** As it stood at the start; null for what was found since. */
  before: string | null;
  version: number;
  addedAt: string;
  withdrawnAt: string | null;
  reason: string | null;
  confirmed: boolean;
  /** Evidence that was linked to it since. */
  evidence: Source[];
};

/** The mark of a finding; null for what came and went since the start. A change outweighs its confirmation: both are told. */
export function markOf({
  before,
  text,
  withdrawnAt,
  confirmed,
}: Pick<Told, "before" | "text" | "withdrawnAt" | "confirmed">): Mark | null {
  if (before === null) return withdrawnAt === null ? "new" : null;
  if (withdrawnAt !== null) return "withdrawn";
  if (before !== text) return "changed";
  return confirmed ? "confirmed" : "open";
}
