/** How far a figure has come, in words, with a bar that says the same. */
import type { Progress } from "#app/models/readiness/measure.ts";
import { Meter } from "#app/ui/meter.tsx";

export function ProgressWords({ of: { kind, share, words } }: { of: Progress }) {
  return (
    <span className={`own-progress own-progress-${kind}`}>
      {words}
      {share !== null && <Meter of={1} done={share} />}
    </span>
  );
}
