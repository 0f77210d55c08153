/** A rating: a word, bars and a colour that say the same. */
import { Bars } from "./signs.tsx";

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
