/** The inspectors' home: the answer, the lines as tiles or as a table, what to do next and what has changed. */
import { Form } from "@remix-run/react";
import { createElement } from "react";

import { numberWord } from "#app/models/readiness/readiness.ts";
import { type HomeView, paths } from "#app/paths.ts";
import type { FormState } from "#app/platform/answer.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import { LineTable } from "#app/ui/line-table.tsx";
import { Link } from "#app/ui/link.tsx";
import { useNonce } from "#app/ui/nonce.ts";
import { ReadinessTabs } from "#app/ui/readiness-tabs.tsx";

import { LEADS, LeadBar } from "./lead-bar.tsx";
import { Head, Progress } from "./readiness-head.tsx";
import type { Home } from "./readiness-inspectors.server.ts";
import { Changes, Tasks } from "./readiness-lists.tsx";
import { Heatmap, views } from "./readiness-map.tsx";

type Props = { home: Home; failed?: FormState | undefined };

export function HomePage({ home, failed }: Props) {
  const { code, tasks, changes, table } = home;
  return (
    <main id="main" className="wide page readiness">
      <ErrorSummary failed={failed} ids={{ ref: `pick-${table?.lines[0]?.ref ?? ""}`, lead: "lead" }} />
      {home.inside && <ReadinessTabs code={code} />}
      <Assigned home={home} />
      <Head home={home} />
      <Progress home={home} />
      <section aria-labelledby="lines-title">
        <Controls home={home} />
        {home.mine && <Mine home={home} />}
        {table ? <Table home={home} failed={failed} /> : <Heatmap code={code} by={home.by} overview={home} />}
      </section>
      {(tasks || changes.length > 0) && (
        <div className="two">
          {tasks && <Tasks home={home} tasks={tasks} />}
          <Changes code={code} changes={changes} now={home.now} />
        </div>
      )}
    </main>
  );
}

/** What the address keeps from one view to another. */
const kept = ({ by, mine, table }: Home): HomeView => ({
  ...(by !== "rating" && { by }),
  ...(mine && { mine: "1" }),
  ...(table && { as: "table" }),
});

const sortName = ({ key, descending }: NonNullable<Home["table"]>["sort"]) => `${descending ? "-" : ""}${key}`;

function Mine({ home }: { home: Home }) {
  const many = (home.table?.lines ?? home.judgements.flatMap(({ themes }) => themes.flatMap(({ lines }) => lines)))
    .length;
  return (
    <p className="found">
      {many === 0
        ? "You lead no line of this inspection."
        : `Only the ${numberWord(many)} ${many === 1 ? "line" : "lines"} that you lead.`}
    </p>
  );
}

function Assigned({ home: { code, assigned, ...home } }: { home: Home }) {
  if (!assigned) return null;
  return (
    <div className="notice" role="status">
      <p>{assigned.words}.</p>
      {assigned.undoable && (
        <Form method="post" action={paths.lineAssignmentUndo(code, assigned.id, kept({ code, assigned, ...home }))}>
          <button className="btn btn-quiet btn-small" type="submit">
            Undo<span className="vh">: who leads these lines</span>
          </button>
        </Form>
      )}
    </div>
  );
}

function Table({ home, failed }: Props) {
  const { code, table, leads, inside } = home;
  const nonce = useNonce();
  if (!table) return null;
  const { sort, lines } = table;
  const view = { ...kept(home), sort: sortName(sort) };
  const ticked = failed?.typed.ref?.split(" ") ?? [];
  const drawn = (
    <LineTable
      code={code}
      caption="Lines of enquiry, with their findings, citations, rating and readiness"
      groups={[{ number: 0, title: "", lines }]}
      inside={inside}
      picking={leads ? { form: LEADS, ticked } : undefined}
      sorting={{ now: sort, to: (to) => paths.readiness(code, { ...kept(home), sort: to }) }}
    />
  );
  return (
    <>
      {sort.key === "uncited" && (
        <p className="found">Lines with the {sort.descending ? "most" : "fewest"} uncited findings first.</p>
      )}
      {leads
        ? createElement(
            "pick-rows",
            null,
            <>
              {drawn}
              <LeadBar action={paths.lineAssignment(code, view)} leads={leads} failed={failed} />
            </>,
          )
        : drawn}
      <p className="lines-file">
        <a href={paths.linesFile(code, { sort: sortName(sort), ...(home.mine && { lead: home.me }) })} download>
          Download this table as CSV
        </a>
      </p>
      <script type="module" src="/pick-rows.js" nonce={nonce} suppressHydrationWarning />
    </>
  );
}

function Controls({ home }: { home: Home }) {
  const { code, by, mine, table, inside } = home;
  const here = kept(home);
  return (
    <div className="bar">
      <h2 className="h2" id="lines-title">
        Readiness by line of enquiry
      </h2>
      <div className="bar-end">
        {!table && (
          <div className="segments" role="group" aria-label="Colour the lines by">
            {views.map(({ key, title }) => (
              <Link
                key={key}
                to={paths.readiness(code, { ...here, by: key })}
                aria-current={key === by ? "true" : undefined}
              >
                {title}
              </Link>
            ))}
          </div>
        )}
        {inside && (
          <Link
            className="btn btn-quiet btn-small"
            to={paths.readiness(code, { ...here, mine: mine ? undefined : "1" })}
          >
            {mine ? "All lines" : "Only mine"}
          </Link>
        )}
        <Link
          className="btn btn-quiet btn-small"
          to={paths.readiness(code, { ...here, as: table ? undefined : "table" })}
        >
          {table ? "View as tiles" : "View as table"}
        </Link>
      </div>
    </div>
  );
}
