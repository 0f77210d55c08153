/** The page of one line of the self-assessment. */
import { Form, Link } from "@remix-run/react";

import { questions } from "#app/models/readiness/assessment.ts";
import { gapStandingTitle } from "#app/models/readiness/gap.ts";
import { paths } from "#app/paths.ts";
import { shortDate, timeOf } from "#app/ui/dates.ts";
import { ErrorSummary, type Failed, Field } from "#app/ui/form.tsx";
import { LevelChoice } from "#app/ui/rating-form.tsx";

import type { LinePageData } from "./line.tsx";
import { AssessmentTabs } from "./tabs.tsx";
import { Theirs, versionOf } from "./theirs.tsx";

const titles = {
  ...Object.fromEntries(questions.map(({ name, title }) => [name, title])),
  rating: "Own rating",
  reason: "Why this rating",
};

type Props = { data: LinePageData; failed: Failed };

export function AssessmentPage({ data, failed }: Props) {
  const { code, line, theme, guidance, changed, mayWrite, saved } = data;
  return (
    <main id="main" className="wide page own">
      <AssessmentTabs code={code} />
      <ErrorSummary failed={failed} />
      <div>
        <p className="muted">
          <Link to={paths.selfAssessment(code, { theme: String(theme.number) })}>
            {theme.number} {theme.title}
          </Link>
        </p>
        <h1 className="h1">
          {line.ref} {line.title}
        </h1>
      </div>
      {saved && !failed && (
        <p className="notice" role="status">
          Your assessment of {line.ref} is saved.
        </p>
      )}
      <Theirs failed={failed} titles={titles} keep={paths.selfAssessmentLine(code, line.ref)} />
      {guidance.length > 0 && (
        <details className="own-guidance">
          <summary>What this line asks</summary>
          <div className="prose">
            {guidance.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </div>
        </details>
      )}
      <div className="own-two">
        <section aria-labelledby="say">
          <h2 className="h2" id="say">
            What you say
          </h2>
          {changed && (
            <p className="muted">
              Last changed {changed.by && `by ${changed.by} `}on {shortDate(changed.at)} at {timeOf(changed.at)}
            </p>
          )}
          {mayWrite ? <Own data={data} failed={failed} /> : <Said data={data} />}
        </section>
        <Beside data={data} />
      </div>
      <Near data={data} />
    </main>
  );
}

function Own({ data: { code, line, assessment, version, levels }, failed }: Props) {
  const { errors = {} } = failed ?? {};
  const value = (name: "know" | "how" | "next" | "reason") => failed?.typed[name] ?? assessment[name];
  const level = failed ? (failed.typed.level ?? "") : String(assessment.level ?? "");
  return (
    <Form method="post" action={paths.selfAssessmentLine(code, line.ref)} className="form own-form" noValidate>
      <input type="hidden" name="version" value={versionOf(failed, version)} />
      {questions.map(({ name, title, hint }) => (
        <Field key={name} label={title} id={name} hint={hint} error={errors[name]}>
          {(tie) => <textarea {...tie} name={name} rows={6} defaultValue={value(name)} />}
        </Field>
      ))}
      <LevelChoice
        levels={[...levels]}
        chosen={level}
        legend="Your own rating, on the inspectors’ scale"
        legendShown
        error={errors.level}
      />
      <label className="choice">
        <input type="radio" name="level" value="" defaultChecked={level === ""} /> Not rated yet
      </label>
      <Field label="Why this rating" id="reason" error={errors.reason}>
        {(tie) => <textarea {...tie} name="reason" rows={3} defaultValue={value("reason")} />}
      </Field>
      <div className="actions">
        <button className="btn" type="submit">
          {failed?.stale ? "Save mine instead" : "Save"}
          <span className="vh"> the assessment of {line.ref}</span>
        </button>
      </div>
    </Form>
  );
}

/** Once it is published, for those who read back. */
function Said({ data: { assessment, levels } }: { data: LinePageData }) {
  const rated = levels.find(({ value }) => value === assessment.level);
  const nothing = "Nothing was said.";
  return (
    <dl className="own-said">
      {questions.map(({ name, title }) => (
        <div key={name}>
          <dt>{title}</dt>
          <dd>{assessment[name] || nothing}</dd>
        </div>
      ))}
      <div>
        <dt>Own rating</dt>
        <dd>{rated ? `${rated.label}: ${assessment.reason}` : "Not rated"}</dd>
      </div>
    </dl>
  );
}

function Beside({ data: { code, line, evidence, gaps, mayWrite, maySend } }: { data: LinePageData }) {
  return (
    <div className="own-beside">
      <section aria-labelledby="own-evidence">
        <h2 className="h2" id="own-evidence">
          Your evidence on this line
        </h2>
        {evidence.length === 0 ? (
          <p>
            None is filed under {line.ref} yet. Open a piece of <Link to={paths.evidence(code)}>your evidence</Link> and
            put this line on it.
          </p>
        ) : (
          <ul className="own-list">
            {evidence.map(({ id, ref, title, asAt }) => (
              <li key={id}>
                <Link to={paths.evidenceItem(code, id)}>
                  {ref} {title}
                </Link>
                <span className="muted">{asAt ? `As at ${shortDate(asAt)}` : "No day is given"}</span>
              </li>
            ))}
          </ul>
        )}
        {maySend && (
          <p>
            <Link to={paths.evidenceUpload(code)}>Send more evidence</Link>
          </p>
        )}
      </section>
      <section aria-labelledby="own-gaps">
        <h2 className="h2" id="own-gaps">
          Gaps
        </h2>
        {gaps.length === 0 && <p>No gap is noted on this line.</p>}
        <ul className="own-list">
          {gaps.map(({ id, text, owner, due, standing }) => (
            <li key={id}>
              <Link to={paths.gap(code, id)}>{text}</Link>
              <span className="muted">
                {[gapStandingTitle(standing), owner?.name, due && shortDate(due)].filter(Boolean).join(" · ")}
              </span>
            </li>
          ))}
        </ul>
        {mayWrite && (
          <p>
            <Link to={paths.newGap(code, line.ref)}>Note a gap on {line.ref}</Link>
          </p>
        )}
      </section>
    </div>
  );
}

function Near({ data: { code, previous, next } }: { data: LinePageData }) {
  return (
    <nav aria-label="Other lines" className="own-near">
      {previous && (
        <Link to={paths.selfAssessmentLine(code, previous.ref)} rel="prev">
          Previous: {previous.ref} {previous.title}
        </Link>
      )}
      {next && (
        <Link to={paths.selfAssessmentLine(code, next.ref)} rel="next">
          Next: {next.ref} {next.title}
        </Link>
      )}
    </nav>
  );
}
