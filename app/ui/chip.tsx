/** A rating: a word, bars and a colour that say the same. */
import type { StandingView } from "#app/models/readiness/readiness.ts";

import { Bars, Differ } from "./signs.tsx";

/** The class that colours a level. `tone` runs from 0 (lowest) to 1 (highest). */
export const toneClass = (of: { tone: number } | null): string => `tone-${of ? Math.round(of.tone * 3) : "none"}`;

export function Chip({ of, none = "Not rated" }: { of: { label: string; tone: number } | null; none?: string }) {
  return (
    <span className={`chip ${toneClass(of)}`}>
      {of && <Bars tone={of.tone} />}
      {of?.label ?? none}
    </span>
  );
}

/** What a rating's look says beside its level: that raters differ, or that one of two is in. */
export const standingClass = ({ kind, rated }: StandingView): string =>
  [kind === "differs" ? "differs" : toneClass(rated), kind === "single" && "provisional"].filter(Boolean).join(" ");

/** The sign and the words of a standing. */
export function StandingWords({ of, none }: { of: StandingView; none?: string | undefined }) {
  const { kind, rated, words } = of;
  return (
    <>
      {rated && <Bars tone={rated.tone} />}
      {kind === "differs" && <Differ />}
      {kind === "none" ? (none ?? words) : words}
      {kind === "single" && <span className="vh">, one of two ratings</span>}
    </>
  );
}

/** Where a rating stands, as a chip. */
export function StandingChip({ of, none }: { of: StandingView; none?: string }) {
  return (
    <span className={`chip ${standingClass(of)}`}>
      <StandingWords of={of} none={none} />
    </span>
  );
}

/** Where a rating stands, as a dot with its words unseen. */
export function StandingDot({ of }: { of: StandingView }) {
  const { kind, rated, words } = of;
  return (
    <span className={`dot ${standingClass(of)}`}>
      {rated && <Bars tone={rated.tone} />}
      {kind === "differs" && <Differ />}
      <span className="vh">{words}, </span>
    </span>
  );
}
