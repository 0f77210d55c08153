/** The timetable: whom the inspectors meet, day by day. The council sees what is shared with it. */
import type { LinksFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { findClashes } from "#app/models/fieldwork/clashes.ts";
import { londonClock } from "#app/models/fieldwork/london-time.ts";
import { visitKindTitle } from "#app/models/fieldwork/visit.ts";
import { listVisits, type VisitView } from "#app/models/fieldwork/visits.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { longDate, timeOf } from "#app/ui/dates.ts";
import { Warning } from "#app/ui/signs.tsx";
import styles from "#app/ui/styles/fieldwork.css?url";
import { titled } from "#app/ui/titled.ts";

export const meta = titled("Timetable");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.see");
  const visits = await listVisits(desk, inspection);
  const clashes = findClashes(visits.filter(({ state }) => state !== "cancelled"));
  const today = londonClock(desk.now()).day;
  return {
    code: inspection.code,
    inside: allowed(inspection, "visit.see-inside"),
    mayWrite: allowed(inspection, "visit.write"),
    days: byDay(visits).map(({ day, visits: those }) => ({
      day,
      when: day === today ? "today" : day < today ? "past" : "coming",
      visits: those.map((one) => ({
        ...shown(one),
        clashes: clashes.filter(({ visit }) => visit === one.id).map(({ who, title }) => `${who}: also at “${title}”`),
      })),
    })),
  };
});

function byDay(visits: VisitView[]): { day: string; visits: VisitView[] }[] {
  const days = new Map<string, VisitView[]>();
  for (const visit of visits) {
    const { day } = londonClock(visit.startsAt);
    days.set(day, [...(days.get(day) ?? []), visit]);
  }
  return [...days].map(([day, those]) => ({ day, visits: those }));
}

const shown = ({ id, kind, title, whom, place, startsAt, endsAt, state, shared, visitors }: VisitView) => ({
  id,
  title,
  // What the title says already is not said again.
  about: [
    ...(title.endsWith(whom) ? [] : [visitKindTitle(kind), whom]),
    place,
    visitors.map(({ name }) => name).join(", "),
  ]
    .filter(Boolean)
    .join(" · "),
  time: `${timeOf(startsAt)} to ${timeOf(endsAt)}`,
  state,
  shared,
});

type Page = Awaited<ReturnType<typeof loader>>;

export default function Timetable() {
  const { code, inside, mayWrite, days } = useLoaderData<typeof loader>();
  const [past, rest] = [days.filter(({ when }) => when === "past"), days.filter(({ when }) => when !== "past")];
  return (
    <main id="main" className="wide page">
      <div className="title-row">
        <h1 className="h1">Timetable</h1>
        <div className="actions">
          {mayWrite && (
            <Link to={paths.newVisit(code)} className="btn">
              Plan a visit
            </Link>
          )}
          <Link to={paths.calendar(code)}>Put it in your calendar</Link>
        </div>
      </div>
      {days.length === 0 && (
        <p className="lede">
          {inside
            ? "Nothing is planned yet. Plan whom to meet, then make each meeting’s questions from the areas to explore."
            : "The inspectors have shared no visits yet. Those that they share will be listed here by day."}
        </p>
      )}
      {rest.map((day) => (
        <Day key={day.day} code={code} inside={inside} day={day} />
      ))}
      {past.length > 0 && (
        <details className="past">
          <summary>Past days ({past.length})</summary>
          {past.map((day) => (
            <Day key={day.day} code={code} inside={inside} day={day} />
          ))}
        </details>
      )}
    </main>
  );
}

function Day({
  code,
  inside,
  day: { day, when, visits },
}: {
  code: string;
  inside: boolean;
  day: Page["days"][number];
}) {
  return (
    <section className="day" aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`} className="h2">
        {longDate(day)} {when === "today" && <span className="tag">Today</span>}
      </h2>
      <ol>
        {visits.map((visit) => (
          <li key={visit.id} className={`visit visit-${visit.state}`}>
            <p className="visit-time">{visit.time}</p>
            <div className="visit-what">
              <p className="visit-title">
                {inside ? <Link to={paths.visit(code, visit.id)}>{visit.title}</Link> : visit.title}
                {visit.state === "cancelled" && <span className="tag">Called off</span>}
                {visit.state === "done" && <span className="tag">Done</span>}
                {inside && visit.shared && <span className="tag">The council sees it</span>}
              </p>
              <p className="muted">{visit.about}</p>
              {!inside && (
                <p>
                  <Link to={paths.learning(code, visit.id)}>
                    What we learned<span className="vh"> from {visit.title}</span>
                  </Link>
                </p>
              )}
              {visit.clashes.map((clash) => (
                <p key={clash} className="clash">
                  <Warning /> {clash}
                </p>
              ))}
            </div>
            <a className="visit-file" href={paths.visitCalendar(code, visit.id)} download>
              Add to calendar<span className="vh">: {visit.title}</span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
