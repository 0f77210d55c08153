/** What the council does next, and what its own side did last. */
import { Link } from "@remix-run/react";

import type { CouncilTask } from "#app/models/readiness/council-overview.ts";
import { numberWord } from "#app/models/readiness/readiness.ts";
import { paths } from "#app/paths.ts";
import { shortDate, timeOf } from "#app/ui/dates.ts";
import { Clock, Paper, Warning } from "#app/ui/signs.tsx";

import type { CouncilHome } from "./council-home.server.ts";

type Way = { button: string; to(code: string, id: string): string };

const ways: Record<CouncilTask["kind"], Way> = {
  returned: { button: "Answer again", to: (code, id) => paths.request(code, Number(id)) },
  answer: { button: "Answer", to: (code, id) => paths.request(code, Number(id)) },
  brief: { button: "Note the briefing", to: paths.interviewee },
  debrief: { button: "Note the debriefing", to: paths.interviewee },
  gap: { button: "Open the gap", to: paths.gap },
  action: { button: "Open the action", to: paths.improvement },
  renew: { button: "Send a new version", to: paths.evidenceRevision },
  evidence: { button: "Open the line", to: paths.selfAssessmentLine },
  assess: { button: "Assess the line", to: paths.selfAssessmentLine },
};

/** For those who may not do it themselves: where to look at it. */
const look: Partial<Record<CouncilTask["kind"], Way>> = {
  returned: { button: "Open the request", to: ways.returned.to },
  answer: { button: "Open the request", to: ways.answer.to },
  renew: { button: "Open the evidence", to: paths.evidenceItem },
};

const pressing: readonly CouncilTask["kind"][] = ["returned", "answer", "gap", "action"];

function Sign({ kind }: Pick<CouncilTask, "kind">) {
  if (pressing.includes(kind)) return <Warning />;
  return kind === "brief" || kind === "debrief" ? <Clock /> : <Paper />;
}

export function CouncilTasks({ home: { code, tasks, more, mayAnswer, mayWrite } }: { home: CouncilHome }) {
  return (
    <section aria-labelledby="next">
      <h2 className="h2" id="next">
        Do next
      </h2>
      {tasks.length === 0 && <p className="muted">Nothing is left to do.</p>}
      <ol className="tasks">
        {tasks.map(({ kind, id, title, note }) => {
          const { button, to } = (!mayAnswer && look[kind]) || ways[kind];
          return (
            <li key={`${kind} ${id}`}>
              <span className={`task-sign ${pressing.includes(kind) ? "task-cite" : "task-start"}`}>
                <Sign kind={kind} />
              </span>
              <div className="task-text">
                <p className="task-title">{title}</p>
                <p className="muted">{note}</p>
              </div>
              <Link className="btn btn-quiet btn-small" to={to(code, id)}>
                {mayWrite ? button : "Open"}
                <span className="vh">: {title}</span>
              </Link>
            </li>
          );
        })}
      </ol>
      {more > 0 && (
        <p className="tasks-more">
          {more === 1 ? "One more thing is" : `${numberWord(more)} more things are`} to do:{" "}
          <Link to={paths.selfAssessment(code, { state: "not-begun" })}>start with the lines not assessed</Link>.
        </p>
      )}
    </section>
  );
}

/** Evidence can be opened; anything else is told. */
export function CouncilChanges({ home: { code, changes } }: { home: CouncilHome }) {
  if (!changes.length) return null;
  return (
    <section aria-labelledby="changes">
      <h2 className="h2" id="changes">
        Recent changes
      </h2>
      <ol className="feed">
        {changes.map(({ at, who, before, thing, after }, place) => (
          <li key={place}>
            <time dateTime={at}>
              {shortDate(at)}, {timeOf(at)}
            </time>
            <p>
              <b>{who}</b> {before}
              {thing?.kind === "evidence" ? (
                <Link to={paths.evidenceItem(code, thing.id)}>{thing.title}</Link>
              ) : (
                thing?.title
              )}
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
