/** What became of each file of an upload that was not taken whole. */
import { Link } from "@remix-run/react";

import type { Outcome } from "#app/models/evidence/uploads.server.ts";
import { paths } from "#app/paths.ts";
import { Tick, Warning } from "#app/ui/signs.tsx";
import { sizeOf } from "#app/ui/size.ts";

/** A message for each file that was not added, under names that begin with "file". */
export function faultsIn(outcomes: Outcome[]): Record<string, string> {
  const faults = outcomes.flatMap((outcome, at) => {
    if (outcome.state === "added") return [];
    const why =
      outcome.state === "known"
        ? `“${outcome.name}” is already here as ${outcome.evidence.ref}. To have it twice, tick “Add it all the same” and choose it again.`
        : outcome.why;
    return [[`file-${at}`, why]];
  });
  return Object.fromEntries(faults) as Record<string, string>;
}

export function Outcomes({ code, outcomes }: { code: string; outcomes: Outcome[] }) {
  if (!outcomes.length) return null;
  const left = outcomes.filter(({ state }) => state !== "added").length;
  return (
    <section className="outcomes" aria-labelledby="outcomes">
      <h2 id="outcomes" className="h3">
        {outcomes.length === 1 ? "1 file" : `${outcomes.length} files`}
        <span className="outcomes-left">{left === 1 ? "1 needs your attention" : `${left} need your attention`}</span>
      </h2>
      <ul>
        {outcomes.map((outcome, at) => (
          <li key={at} className={`outcome outcome-${outcome.state}`}>
            <p>
              <b>{outcome.name}</b> {outcome.size !== null && <span className="muted">{sizeOf(outcome.size)}</span>}
            </p>
            <Words code={code} outcome={outcome} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Words({ code, outcome }: { code: string; outcome: Outcome }) {
  if (outcome.state === "refused") return <p className="error">{outcome.why}</p>;
  const { ref, title, id } = outcome.evidence;
  return (
    <p className="outcome-words">
      {outcome.state === "added" ? <Tick /> : <Warning />}
      <span>
        {outcome.state === "added" ? `Added as ${ref}` : `Already here as ${ref}`}{" "}
        <Link to={paths.evidenceItem(code, id)}>{title}</Link>
      </span>
    </p>
  );
}
