/** How a piece of evidence stands: a sign and its word. */
import { type EvidenceState, evidenceStateWords } from "#app/models/evidence/state.ts";

import { Clock, Tick, Warning } from "./signs.tsx";

const hidden = { "aria-hidden": true, focusable: false } as const;

const Cross = () => (
  <svg className="sign" width="15" height="15" viewBox="0 0 14 14" {...hidden}>
    <path d="m2.5 2.5 9 9m0-9-9 9" fill="none" stroke="currentColor" strokeWidth="1.8" />
  </svg>
);

const Back = () => (
  <svg className="sign" width="15" height="15" viewBox="0 0 14 14" {...hidden}>
    <path
      d="M5.5 2 2 5.5 5.5 9M2.4 5.5H9a3.2 3.2 0 0 1 0 6.4H5.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
    />
  </svg>
);

const Gap = () => (
  <svg className="sign" width="15" height="15" viewBox="0 0 14 14" {...hidden}>
    <path d="M2.5 1h6l3 3v9h-9z" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2.4 1.8" />
  </svg>
);

const signs = {
  withdrawn: Cross,
  returned: Back,
  "needs-file": Gap,
  "needs-renewal": Warning,
  "renewal-soon": Clock,
  ready: Tick,
} as const satisfies Record<EvidenceState, unknown>;

/** The word with its sign; its colours are in `styles/evidence.css`. */
export function StateTag({ state }: { state: EvidenceState }) {
  const Sign = signs[state];
  return (
    <span className={`evidence-state evidence-state-${state}`}>
      <Sign />
      {evidenceStateWords(state).title}
    </span>
  );
}
