/** The home of an inspection: how far it is ready for its briefing, line by line, and what to do next. */
import type { LinksFunction } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { listPublications } from "#app/models/briefing/publications.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { readSort, sortLines } from "#app/models/readiness/order.ts";
import { findOverview } from "#app/models/readiness/overview.server.ts";
import {
  daysUntil,
  type State,
  stateTitle,
  states,
  type Summary,
  summarySentence,
} from "#app/models/readiness/readiness.ts";
import { paths } from "#app/paths.ts";
import { longDate } from "#app/ui/dates.ts";
import { LineTable } from "#app/ui/line-table.tsx";
import styles from "#app/ui/styles/readiness.css?url";
import { titled } from "#app/ui/titled.ts";

import { Changes, Tasks } from "./readiness-lists.tsx";
import { type By, Heatmap, readBy, views } from "./readiness-map.tsx";
import { Welcome } from "./welcome.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(...(args.data?.overview ? ["Readiness"] : []), args.data?.title ?? "Inspection")(args as never);

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "");
  const { code, title, kind, council, date } = inspection;
  const head = { code, title, kind, council, date: longDate(date), days: daysUntil(date, desk.now()) };
  const maySend = allowed(inspection, "evidence.add");
  // The council sees nothing here that the inspectors' work made.
  if (!allowed(inspection, "line.see")) {
    const [latest] = await listPublications(desk, inspection);
    return { ...head, maySend, published: latest?.number ?? null, overview: null };
  }
  const { judgements, ...overview } = await findOverview(desk, inspection);
  const sort = readSort(url.searchParams.get("sort"));
  const lines = judgements.flatMap(({ themes }) => themes.flatMap((theme) => theme.lines));
  const table = url.searchParams.get("as") === "table" ? { sort, lines: sortLines(lines, sort) } : null;
  const mayWrite = allowed(inspection, "finding.write");
  const by = readBy(url.searchParams.get("by"));
  const now = desk.now().toISOString();
  return { ...head, maySend, overview: { ...overview, by, now, mayWrite, table, judgements: table ? [] : judgements } };
});

type Data = Awaited<ReturnType<typeof loader>>;
type Ready = Data & { overview: NonNullable<Data["overview"]> };

export default function Readiness() {
  const data = useLoaderData<typeof loader>() as Data;
  return data.overview ? <Page data={data as Ready} /> : <Welcome data={data} />;
}

function Page({ data }: { data: Ready }) {
  const { code, overview } = data;
  const { summary, tasks, changes } = overview;
  const more = table(code, "-uncited");
  return (
    <main id="main" className="wide page readiness">
      <Head data={data} />
      <Progress summary={summary} />
      <section aria-labelledby="lines-title">
        <Controls code={code} by={overview.by} as={overview.table ? "table" : "map"} />
        {overview.table?.sort.key === "uncited" && (
          <p className="found">
            Lines with the {overview.table.sort.descending ? "most" : "fewest"} uncited findings first.
          </p>
        )}
        {overview.table ? (
          <LineTable
            code={code}
            caption="Lines of enquiry, with their findings, citations, rating and readiness"
            groups={[{ number: 0, title: "", lines: overview.table.lines }]}
            sorting={{ now: overview.table.sort, to: (sort) => table(code, sort) }}
          />
        ) : (
          <Heatmap code={code} by={overview.by} overview={overview} />
        )}
      </section>
      {(tasks || changes.length > 0) && (
        <div className="two">
          {tasks && <Tasks code={code} tasks={tasks} mayWrite={overview.mayWrite} more={more} />}
          <Changes code={code} changes={changes} now={overview.now} />
        </div>
      )}
    </main>
  );
}

const table = (code: string, sort: string) => {
  const view = { as: "table", sort };
  return paths.readiness(code, view);
};

function Head({ data: { code, title, kind, council, date, days, overview } }: { data: Ready }) {
  const { summary, tasks } = overview;
  return (
    <div className="head">
      <nav aria-label="Breadcrumb">
        <ol className="crumbs">
          <li>
            <Link to={paths.inspections()}>Inspections</Link>
          </li>
          <li>{council}</li>
        </ol>
      </nav>
      <h1 className="h1">{title}</h1>
      <div className="top">
        <p className="lede">
          {summarySentence(summary)} {tasks && tasks.length > 0 && <a href="#next">See what to do next</a>}
        </p>
        <div className="when">
          {days > 0 && (
            <p className="when-days">
              <b>{days.toLocaleString("en-GB")}</b> {days === 1 ? "day" : "days"}
            </p>
          )}
          <p className="when-text">
            {days > 0 ? `to the ${kind.toLowerCase()}` : kind}
            <br />
            <b>{days === 0 ? `Today, ${date}` : date}</b>
          </p>
          <Link className="btn" to={paths.briefing(code)}>
            Open the briefing
          </Link>
        </div>
      </div>
    </div>
  );
}

const plural = (state: State, count: number) => (state === "gap" && count !== 1 ? "Evidence gaps" : stateTitle(state));

function Progress({ summary: { lines, counts, cited, citable } }: { summary: Summary }) {
  const share = (count: number) => (lines ? (count / lines) * 100 : 0);
  const shown = states.filter((state) => state === "ready" || counts[state] > 0);
  const before = (state: State) => shown.slice(0, shown.indexOf(state)).reduce((sum, one) => sum + counts[one], 0);
  return (
    <section aria-labelledby="progress">
      <h2 className="vh" id="progress">
        Progress
      </h2>
      <svg className="stack" width="100%" height="14" aria-hidden="true" focusable="false">
        {shown.map((state) => (
          <rect
            key={state}
            className={`fill-${state}`}
            x={`${share(before(state))}%`}
            width={`${share(counts[state])}%`}
            height="14"
          />
        ))}
      </svg>
      <ul className="key">
        {shown.map((state) => (
          <li key={state}>
            <svg className="swatch" width="12" height="12" aria-hidden="true" focusable="false">
              <rect className={`fill-${state}`} width="12" height="12" rx="3" />
            </svg>
            <b>{counts[state]}</b> {plural(state, counts[state])}
          </li>
        ))}
        <li className="key-end">
          <b>{cited}</b> of {citable} strengths and weaknesses cited
        </li>
      </ul>
    </section>
  );
}

function Controls({ code, by, as }: { code: string; by: By; as: "map" | "table" }) {
  return (
    <div className="bar">
      <h2 className="h2" id="lines-title">
        Readiness by line of enquiry
      </h2>
      <div className="bar-end">
        {as === "map" && (
          <div className="segments" role="group" aria-label="Colour the lines by">
            {views.map(({ key, title }) => (
              <Link key={key} to={paths.readiness(code, { by: key })} aria-current={key === by ? "true" : undefined}>
                {title}
              </Link>
            ))}
          </div>
        )}
        <Link className="btn btn-quiet btn-small" to={paths.readiness(code, as === "map" ? { as: "table" } : {})}>
          {as === "map" ? "View as table" : "View as tiles"}
        </Link>
      </div>
    </div>
  );
}
