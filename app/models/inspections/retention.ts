/** How long the content of an inspection is kept: counted from the day on which its last version was published. */

const DAY = 86_400_000;

export type Kept = {
  code: string;
  title: string;
  /** When the last version was published: UTC, ISO 8601; null where none was. */
  publishedAt: string | null;
  /** Whether a correction of what was published is under way. */
  correcting: boolean;
  heldAt: string | null;
  heldReason: string | null;
  disposedAt: string | null;
};

export type Verdict = { due: true; since: string } | { due: false; why: string };

const dayOf = (iso: string) => iso.slice(0, 10);

/** Whether the content of an inspection is due to go, and why or why not; `days` is null where no period is set. */
export function retentionOf(of: Kept, days: number | null, now: Date): Verdict {
  if (of.disposedAt) return { due: false, why: `Disposed of on ${dayOf(of.disposedAt)}.` };
  if (of.heldAt) return { due: false, why: `Held since ${dayOf(of.heldAt)}: ${of.heldReason ?? "no reason given"}` };
  if (!of.publishedAt) return { due: false, why: "It was never published, so no period runs." };
  if (of.correcting) return { due: false, why: "A correction is open, so no period runs." };
  if (days === null) return { due: false, why: "No period is set (RETENTION_DAYS)." };
  const ends = new Date(Date.parse(of.publishedAt) + days * DAY).toISOString();
  if (now.toISOString() < ends) return { due: false, why: `Kept until ${dayOf(ends)}.` };
  return { due: true, since: dayOf(ends) };
}
