/** How far inspectors agree, in words and, where it says something, as a figure. */
import type { Agreement } from "#app/models/ratings/agreement.ts";

export function AgreementWords({ agreement: { kappa, reading, pairs, same } }: { agreement: Agreement }) {
  return (
    <>
      {reading}
      {pairs > 0 && (
        <span className="muted">
          {" "}
          ({same} of {pairs} the same{kappa !== null && <>, weighted kappa {kappa.toFixed(2)}</>})
        </span>
      )}
    </>
  );
}
