/** Everything that would stop or weaken the briefing, check by check. */
import type { LinksFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { type CheckView, listChecks } from "#app/models/readiness/checks.server.ts";
import { severities, type Severity, severityTitle } from "#app/models/readiness/checks/check.ts";
import { paths } from "#app/paths.ts";
import { ReadinessTabs } from "#app/ui/readiness-tabs.tsx";
import { Tick, Warning } from "#app/ui/signs.tsx";
import styles from "#app/ui/styles/checks.css?url";
import readinessStyles from "#app/ui/styles/readiness.css?url";
import { titled } from "#app/ui/titled.ts";

import { placeName, placeText } from "./place-link.tsx";

export const links: LinksFunction = () => [readinessStyles, styles].map((href) => ({ rel: "stylesheet", href }));

export const meta = titled("Checks");

const FIRST = 3;

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "check.see");
  const all = await listChecks(desk, inspection);
  const only = severities.find((one) => one === url.searchParams.get("severity")) ?? null;
  const open = Object.fromEntries(
    severities.map((severity) => [
      severity,
      all.filter((one) => one.severity === severity).reduce((sum, one) => sum + one.open, 0),
    ]),
  ) as Record<Severity, number>;
  const shown = all.map(({ flags, ...check }) => ({
    ...check,
    explained: flags.length - check.open,
    first: flags.slice(0, Math.min(FIRST, check.open)),
  }));
  return { code: inspection.code, only, open, checks: shown.filter(({ severity }) => !only || severity === only) };
});

type Data = Awaited<ReturnType<typeof loader>>;
type Card = Data["checks"][number];

export default function Checks() {
  const { code, only, open, checks } = useLoaderData<typeof loader>() as Data;
  const clear = checks.filter((one) => one.open === 0);
  return (
    <main id="main" className="wide page checks">
      <ReadinessTabs code={code} />
      <h1 className="h1">Checks</h1>
      <p className="lede">{sentence(open)}</p>
      <div className="checks-bar">
        <nav className="segments" aria-label="Which checks">
          <Link to={paths.checks(code)} aria-current={only ? undefined : "page"}>
            All
          </Link>
          {severities.map((severity) => (
            <Link
              key={severity}
              to={paths.checks(code, { severity })}
              aria-current={only === severity ? "page" : undefined}
            >
              {severityTitle(severity)} ({open[severity]})
            </Link>
          ))}
        </nav>
        <p className="actions">
          <Link to={paths.stage(code)}>What keeps the inspection from its next stage</Link>
          <a href={paths.checksFile(code)}>Download as CSV</a>
        </p>
      </div>
      {severities.map((severity) => (
        <Group
          key={severity}
          code={code}
          severity={severity}
          checks={checks.filter((one) => one.severity === severity && one.open > 0)}
        />
      ))}
      {clear.length > 0 && <Clear code={code} checks={clear} />}
    </main>
  );
}

function sentence(open: Record<Severity, number>): string {
  if (!severities.some((severity) => open[severity])) return "Nothing stops or weakens the briefing.";
  const { stops, weakens, look } = open;
  const first = stops
    ? `${stops} ${stops === 1 ? "thing stops" : "things stop"} the briefing`
    : "Nothing stops the briefing";
  return `${first}, ${weakens} ${weakens === 1 ? "weakens" : "weaken"} it, ${look} ${look === 1 ? "is" : "are"} worth a look.`;
}

function Group({ code, severity, checks }: { code: string; severity: Severity; checks: Card[] }) {
  if (!checks.length) return null;
  return (
    <section className="checks-group" aria-labelledby={`severity-${severity}`}>
      <h2 className="h2" id={`severity-${severity}`}>
        {severityTitle(severity)}
      </h2>
      <ul className="checks-list">
        {checks.map((check) => (
          <li key={check.name} className={`check-card check-${severity}`}>
            <SeverityWords severity={severity} />
            <h3 className="h3">
              <Link to={paths.check(code, check.name)}>{check.title}</Link>
            </h3>
            <p className="small">{check.why}</p>
            <ul className="check-first">
              {check.first.map(({ subject, at, words }) => (
                <li key={subject}>
                  <b>{at.map(placeName).join(" and ")}</b> {(at.length === 1 && placeText(at[0]!)) || words}
                </li>
              ))}
            </ul>
            <p className="small muted">
              {check.open > check.first.length && `and ${check.open - check.first.length} more`}
              {check.explained > 0 && ` (${check.explained} explained)`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export const SeverityWords = ({ severity }: { severity: Severity }) => (
  <span className={`severity severity-${severity}`}>
    {severity !== "look" && <Warning />}
    {severityTitle(severity)}
  </span>
);

function Clear({ code, checks }: { code: string; checks: Pick<CheckView, "name" | "title">[] }) {
  return (
    <section className="checks-group" aria-labelledby="clear">
      <h2 className="h2" id="clear">
        Nothing found
      </h2>
      <ul className="check-clear">
        {checks.map(({ name, title }) => (
          <li key={name}>
            <Tick />
            <Link to={paths.check(code, name)}>{title}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
