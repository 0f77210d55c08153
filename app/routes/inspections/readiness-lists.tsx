/** What to do next, and what has changed. */
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";

import type { Change, Thing } from "#app/models/audit/activity.ts";
import type { Task, TaskKind } from "#app/models/readiness/do-next.ts";
import { numberWord } from "#app/models/readiness/readiness.ts";
import { paths } from "#app/paths.ts";
import { shortDate, timeOf } from "#app/ui/dates.ts";
import { Link } from "#app/ui/link.tsx";
import { Bars, Clock, Differ, Warning } from "#app/ui/signs.tsx";
import { StateSign } from "#app/ui/state-sign.tsx";

import type { Home } from "./readiness-inspectors.server.ts";

const plural = (count: number, one: string, many: string) => `${numberWord(count)} ${count === 1 ? one : many}`;

const findings = (count: number) => plural(count, "finding", "findings");
const name = ({ line }: Task) => (line ? `${line.ref} ${line.label}` : "");
const ref = ({ line }: Task) => line?.ref ?? "";
const number = ({ request }: Task) => request?.number ?? 0;

/** How a kind of task is told: its title leads to what it counts, its one action to where it is done. */
type Fact = {
  title(task: Task): string;
  note(task: Task): string;
  /** The page that lists what is counted. */
  cause(code: string, task: Task): string;
  button: string;
  /** Where it is done; for a reader who may not, "Open" leads to the same place. */
  place(code: string, task: Task): string;
  sign: ReactNode;
};

const facts = {
  chase: {
    title: ({ request }) => `Chase R-${request?.number}: ${request?.title}`,
    note: ({ count, request }) =>
      [
        `${plural(count, "day", "days").replace(/^./, (letter) => letter.toUpperCase())} overdue`,
        request?.refs.length && `for ${request.refs.join(", ")}`,
        request?.whom && `with ${request.whom}`,
      ]
        .filter(Boolean)
        .join(", "),
    cause: (code, task) => paths.request(code, number(task)),
    button: "Send reminder",
    place: (code, task) => paths.requestReminder(code, number(task)),
    sign: <Clock />,
  },
  look: {
    title: ({ count }) => `Look at ${plural(count, "answer", "answers")} from the council`,
    note: () => "Take it, or send it back with what is missing",
    cause: (code) => paths.requests(code, { show: "answered" }),
    button: "Look at answers",
    place: (code) => paths.requests(code, { show: "answered" }),
    sign: <Clock />,
  },
  cite: {
    title: (task) => `Cite ${findings(task.count)} on ${name(task)}`,
    note: ({ line }) => `${line?.cited} of ${line?.citable} strengths and weaknesses are cited`,
    cause: (code, task) => paths.findings(code, { line: ref(task), kind: "claims", cited: "no" }),
    button: "Review passages",
    place: (code, task) => paths.line(code, ref(task), { panel: "suggested" }),
    sign: <Warning />,
  },
  start: {
    title: (task) => `Start ${name(task)}`,
    note: () => "It has no findings",
    cause: (code, task) => paths.line(code, ref(task)),
    button: "Start line",
    place: (code, task) => paths.line(code, ref(task), {}, "strength"),
    sign: <StateSign state="not-started" />,
  },
  settle: {
    title: ({ count }) => `Settle ${plural(count, "line", "lines")} on which raters differ`,
    note: () => "Two inspectors chose different levels",
    cause: (code) => paths.lines(code, { show: "differ" }),
    button: "Moderate",
    place: (code) => paths.moderation(code),
    sign: <Differ />,
  },
  rate: {
    title: (task) => `Rate ${name(task)}`,
    note: () => "Ready to brief, and not rated by you",
    cause: (code, task) => paths.line(code, ref(task)),
    button: "Rate line",
    place: (code, task) => paths.line(code, ref(task), {}, "rating"),
    sign: <Bars tone={1 / 3} />,
  },
  "sign-off": {
    title: ({ count }) => `Sign off ${plural(count, "theme", "themes")}`,
    note: () => "Someone who did not rate in a theme signs it off",
    cause: (code) => paths.moderation(code),
    button: "Sign off",
    place: (code) => paths.moderation(code),
    sign: <Bars tone={2 / 3} />,
  },
  comment: {
    title: ({ count }) => `Resolve ${plural(count, "comment", "comments")}`,
    note: () => "What the team asked each other about lines and themes",
    cause: (code) => paths.comments(code),
    button: "Open comments",
    place: (code) => paths.comments(code),
    sign: <Warning />,
  },
  plan: {
    title: ({ count }) => `Plan ${plural(count, "area", "areas")} to explore`,
    note: () => "Ask the council, put it to someone you meet, or say why not",
    cause: (code) => paths.areas(code, { state: "open" }),
    button: "Plan areas",
    place: (code) => paths.areas(code, { state: "open" }),
    sign: <StateSign state="not-started" />,
  },
  relocate: {
    title: (task) => `Check ${plural(task.count, "quotation", "quotations")} on ${name(task)}`,
    note: () => "The newest version of the source does not hold these words",
    cause: (code, task) => paths.findings(code, { line: ref(task), cited: "lost" }),
    button: "Check quotations",
    place: (code, task) => paths.line(code, ref(task), { panel: "linked" }),
    sign: <Warning />,
  },
} as const satisfies Record<TaskKind, Fact>;

const about = (task: Task) => (task.request ? `R-${task.request.number}` : name(task));

/** One button that does it where that takes no more than a click, else a link to where it is done. */
function Action({ home: { code, mayWrite, mayAsk }, task }: { home: Home; task: Task }) {
  const { button, place, cause } = facts[task.kind];
  const unseen = about(task) && <span className="vh">: {about(task)}</span>;
  if (task.kind === "chase" && mayAsk) {
    return (
      <Form method="post" action={place(code, task)}>
        <button className="btn btn-quiet btn-small" type="submit">
          {button}
          {unseen}
        </button>
      </Form>
    );
  }
  const may = mayWrite || ["settle", "sign-off", "comment"].includes(task.kind);
  return (
    <Link className="btn btn-quiet btn-small" to={may && task.kind !== "chase" ? place(code, task) : cause(code, task)}>
      {may && task.kind !== "chase" ? button : "Open"}
      {unseen}
    </Link>
  );
}

export function Tasks({ home, tasks }: { home: Home; tasks: NonNullable<Home["tasks"]> }) {
  const { code, stage } = home;
  const { shown, more, stopping } = tasks;
  return (
    <section aria-labelledby="next">
      <h2 className="h2" id="next">
        Do next
      </h2>
      {shown.length === 0 && <p className="muted">Nothing is left to do: every line is ready and rated.</p>}
      {shown.length > 0 && (
        <p className="tasks-rank">
          {stage.next && stopping > 0 ? `What stops ${stage.next.toLowerCase()} comes first. ` : ""}
          <Link to={paths.figures(code, "do-next")}>How this list is made</Link>
        </p>
      )}
      <ol className="tasks">
        {shown.map((task) => {
          const { title, note, cause, sign } = facts[task.kind];
          return (
            <li key={`${task.kind} ${about(task)}`}>
              <span className={`task-sign task-${task.kind}`}>{sign}</span>
              <div className="task-text">
                <p className="task-title">
                  <Link to={cause(code, task)}>{title(task)}</Link>
                </p>
                <p className="muted">{note(task)}</p>
              </div>
              <Action home={home} task={task} />
            </li>
          );
        })}
      </ol>
      {more > 0 && (
        <p className="tasks-more">
          <Link to={paths.readiness(code, { next: "all" }, "next")}>
            See {plural(more, "more thing", "more things")} to do
          </Link>
        </p>
      )}
    </section>
  );
}

const DAY = 86_400_000;
const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "Europe/London" });

/** "11:42am" for today, "Wed 4:50pm" within a week, else the date. */
function stamp(at: string, now: string): string {
  if (shortDate(at) === shortDate(now)) return timeOf(at);
  return Date.parse(now) - Date.parse(at) < 6 * DAY ? `${weekday.format(new Date(at))} ${timeOf(at)}` : shortDate(at);
}

const thingPath = (code: string, { kind, id }: Thing) => {
  if (kind === "line") return paths.line(code, id);
  return kind === "theme" ? paths.theme(code, Number(id)) : paths.evidenceItem(code, id);
};

const sinceYesterday = (at: string, now: string) =>
  shortDate(at) === shortDate(now) || shortDate(at) === shortDate(new Date(Date.parse(now) - DAY).toISOString());

export function Changes({ code, changes: all, now }: { code: string; changes: Change[]; now: string }) {
  if (!all.length) return null;
  const fresh = all.filter(({ at }) => sinceYesterday(at, now));
  const changes = fresh.length ? fresh : all;
  return (
    <section aria-labelledby="changes">
      <h2 className="h2" id="changes">
        {fresh.length ? "Since yesterday" : "Latest changes"}
      </h2>
      <ol className="feed">
        {changes.map(({ at, who, before, thing, after }) => (
          <li key={`${at} ${before} ${thing?.id}`}>
            <time dateTime={at}>{stamp(at, now)}</time>
            <p>
              <b>{who}</b> {before}
              {thing && <Link to={thingPath(code, thing)}>{thing.title}</Link>}
              {after}
            </p>
          </li>
        ))}
      </ol>
      <p className="feed-more">
        <Link to={paths.activity(code)}>See all activity</Link>
      </p>
    </section>
  );
}
