/** What to do next, and what has changed. */
import { Link } from "@remix-run/react";

import type { Change, Thing } from "#app/models/audit/activity.ts";
import { numberWord, type Task } from "#app/models/readiness/readiness.ts";
import { paths } from "#app/paths.ts";
import { shortDate, timeOf } from "#app/ui/dates.ts";
import { Bars, Warning } from "#app/ui/signs.tsx";
import { StateSign } from "#app/ui/state-sign.tsx";

const SHOWN = 5;

const plural = (count: number, one: string, many: string) => `${numberWord(count)} ${count === 1 ? one : many}`;

const name = ({ ref, label }: Task["line"]) => `${ref} ${label}`;

const facts = {
  cite: {
    title: ({ count, line }) => `Cite ${plural(count, "finding", "findings")} on ${name(line)}`,
    note: ({ line }) => `${line.cited} of ${line.citable} strengths and weaknesses are cited`,
    button: "Add citations",
    place: "strength",
  },
  start: {
    title: ({ line }) => `Start ${name(line)}`,
    note: () => "It has no findings",
    button: "Start line",
    place: "",
  },
  rate: {
    title: ({ line }) => `Rate ${name(line)}`,
    note: () => "Ready to brief, and not rated",
    button: "Rate line",
    place: "rating",
  },
} as const satisfies Record<
  Task["action"],
  Record<"title" | "note", (task: Task) => string> & { button: string; place: string }
>;

function TaskSign({ action }: Pick<Task, "action">) {
  if (action === "cite") return <Warning />;
  return action === "start" ? <StateSign state="not-started" /> : <Bars tone={1 / 3} />;
}

type TasksProps = { code: string; tasks: Task[]; mayWrite: boolean; more: string };

export function Tasks({ code, tasks, mayWrite, more }: TasksProps) {
  const rest = tasks.length - SHOWN;
  return (
    <section aria-labelledby="next">
      <h2 className="h2" id="next">
        Do next
      </h2>
      {tasks.length === 0 && <p className="muted">Nothing is left to do: every line is ready and rated.</p>}
      <ol className="tasks">
        {tasks.slice(0, SHOWN).map((task) => {
          const { title, note, button, place } = facts[task.action];
          const { ref } = task.line;
          return (
            <li key={ref}>
              <span className={`task-sign task-${task.action}`}>
                <TaskSign action={task.action} />
              </span>
              <div className="task-text">
                <p className="task-title">{title(task)}</p>
                <p className="muted">{note(task)}</p>
              </div>
              <Link className="btn btn-quiet btn-small" to={paths.line(code, ref, {}, place)}>
                {mayWrite ? button : "Open line"}
                <span className="vh">: {name(task.line)}</span>
              </Link>
            </li>
          );
        })}
      </ol>
      {rest > 0 && (
        <p className="tasks-more">
          <Link to={more}>See {rest === 1 ? "one more line" : `${numberWord(rest)} more lines`} to work on</Link>
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

export function Changes({ code, changes, now }: { code: string; changes: Change[]; now: string }) {
  if (!changes.length) return null;
  return (
    <section aria-labelledby="changes">
      <h2 className="h2" id="changes">
        Recent changes
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
