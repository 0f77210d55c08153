/** A self-assessment as it was or will be submitted: the same for both sides. */
import { questions } from "#app/models/readiness/assessment.ts";
import { progressOf } from "#app/models/readiness/measure.ts";
import type { Submission, SubmittedLine } from "#app/models/readiness/submission.ts";
import { shortDate } from "#app/ui/dates.ts";

import { ProgressWords } from "./progress.tsx";

export function SubmissionBody({ submission: { lines, gaps, actions } }: { submission: Submission }) {
  return (
    <div className="own-submission">
      {lines.map((line) => (
        <Line key={line.ref} line={line} />
      ))}
      {gaps && (
        <section aria-labelledby="submitted-gaps">
          <h3 className="h3" id="submitted-gaps">
            Gaps
          </h3>
          {gaps.length === 0 && <p>No gap is open.</p>}
          <ul className="own-list">
            {gaps.map(({ line, text, due }) => (
              <li key={`${line} ${text}`}>
                {line}: {text}
                <span className="muted">{due ? `By ${shortDate(due)}` : "No day set"}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {actions && <Actions actions={actions} />}
    </div>
  );
}

function Line({ line: { ref, title, rating, evidence, ...said } }: { line: SubmittedLine }) {
  return (
    <section aria-labelledby={`line-${ref}`}>
      <h3 className="h3" id={`line-${ref}`}>
        {ref} {title}
      </h3>
      <dl className="own-said">
        {questions.map(({ name, title: question }) => (
          <div key={name}>
            <dt>{question}</dt>
            <dd>{said[name] || "Nothing was said."}</dd>
          </div>
        ))}
        <div>
          <dt>Own rating</dt>
          <dd>{rating ? `${rating.label}: ${rating.reason}` : "Not rated"}</dd>
        </div>
        <div>
          <dt>Evidence</dt>
          <dd>{evidence.length ? evidence.join(", ") : "None is filed under this line."}</dd>
        </div>
      </dl>
    </section>
  );
}

function Actions({ actions }: { actions: NonNullable<Submission["actions"]> }) {
  return (
    <section aria-labelledby="submitted-actions">
      <h3 className="h3" id="submitted-actions">
        Improvement plan
      </h3>
      {actions.length === 0 && <p>There is no action.</p>}
      <ul className="own-list">
        {actions.map(({ title, line, state, due, measures }) => (
          <li key={title}>
            <b>{title}</b>
            <span className="muted">{[line, state, due && `by ${shortDate(due)}`].filter(Boolean).join(" · ")}</span>
            {measures.map((one) => (
              <span key={one.name}>
                {one.name}: <ProgressWords of={progressOf(one)} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
