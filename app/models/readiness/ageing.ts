/** How evidence ages: by the day that was set for looking at it again, else by the age that its kind allows. */
import type { EvidenceKind } from "#app/models/evidence/evidence.ts";
import { kinds } from "#app/models/evidence/kinds/kinds.ts";
import { monthsAfter } from "#app/models/evidence/state.ts";

/** What the forecast needs of a piece of evidence. Days are YYYY-MM-DD. */
export type Ageing = { kind: EvidenceKind; reviewBy: string | null; asAt: string | null; until: string | null };

export type Turn = {
  /** The last day on which it counts as in date. */
  day: string;
  /** "review": someone set the day. "age": its kind allows so many months from the day that it speaks of. */
  by: "review" | "age";
};

/**
 * The last day on which evidence counts as in date; null where nothing says so: what was said or seen stays what it was,
 * and what bears no date cannot age. The months of each kind are the `review` of the registry of kinds. They are
 * Throughline's own choice, for no inspectorate publishes limits: a year for papers that councils renew yearly, four
 * months for quarterly returns, two years for consultations, six months for web pages.
 */
export function turnOf({ kind, reviewBy, asAt, until }: Ageing): Turn | null {
  if (reviewBy) return { day: reviewBy, by: "review" };
  const [from, months] = [until ?? asAt, kinds[kind].review];
  return from && months !== null ? { day: monthsAfter(from, months), by: "age" } : null;
}

export type Forecast<E extends Ageing> = { evidence: E; turn: Turn | null; stale: boolean };

/** How each piece will stand on `day`: the first to turn comes first, what never does last. Pure, for either side. */
export function forecast<E extends Ageing>(evidence: readonly E[], day: string): Forecast<E>[] {
  return evidence
    .map((one) => {
      const turn = turnOf(one);
      return { evidence: one, turn, stale: turn !== null && turn.day < day };
    })
    .sort((a, b) => (a.turn?.day ?? "9999").localeCompare(b.turn?.day ?? "9999"));
}
