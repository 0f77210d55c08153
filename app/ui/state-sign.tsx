import type { State } from "#app/models/readiness/readiness.ts";

import { Clock, Tick, Warning } from "./signs.tsx";

/** The sign of a line's state; its title stands beside it. */
export function StateSign({ state }: { state: State }) {
  switch (state) {
    case "ready":
      return <Tick />;
    case "gap":
      return <Warning />;
    case "waiting":
      return <Clock />;
    case "not-started":
      return (
        <svg className="sign" width="15" height="15" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
          <circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.4 2" />
        </svg>
      );
  }
}
