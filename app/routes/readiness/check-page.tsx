/** One check: all that it found, each with its records, and what was explained. */
import { Form } from "@remix-run/react";

import type { CheckView, FlagView } from "#app/models/readiness/checks.server.ts";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { shortDate } from "#app/ui/dates.ts";
import { ErrorSummary, type Failed, Field } from "#app/ui/form.tsx";
import { ReadinessTabs } from "#app/ui/readiness-tabs.tsx";

import { SeverityWords } from "./checks.tsx";
import { placeName, PlaceLink } from "./place-link.tsx";

export type CheckData = {
  code: string;
  mayExplain: boolean;
  check: CheckView;
  rules: { title: string; about: string }[];
};
type FailedFlag = { subject: string; state: Failed } | undefined;

export function CheckPage({ data, failed }: { data: CheckData; failed?: FailedFlag }) {
  const { code, check, rules } = data;
  const [open, explained] = [check.flags.slice(0, check.open), check.flags.slice(check.open)];
  return (
    <main id="main" className="wide page checks">
      <ErrorSummary failed={failed?.state} ids={failed ? { reason: `reason-${failed.subject}` } : {}} />
      <ReadinessTabs code={code} />
      <Crumbs steps={[[paths.checks(code), "Checks"]]} />
      <SeverityWords severity={check.severity} />
      <h1 className="h1">{check.title}</h1>
      <div className="prose">
        <p>{check.why}</p>
        <p>
          <b>To mend it:</b> {check.mend}
        </p>
      </div>
      {rules.length > 0 && <Rules rules={rules} />}
      {open.length > 0 && (
        <ul className="flags">
          {open.map((flag) => (
            <Flag
              key={flag.subject}
              data={data}
              flag={flag}
              failed={failed?.subject === flag.subject ? failed.state : undefined}
            />
          ))}
        </ul>
      )}
      {explained.length > 0 && (
        <section aria-labelledby="explained">
          <h2 className="h2" id="explained">
            Explained, and left to stand
          </h2>
          <p className="small muted">A change to the words of what it is about brings each of these back.</p>
          <ul className="flags">
            {explained.map((flag) => (
              <Flag key={flag.subject} data={data} flag={flag} />
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

const Rules = ({ rules }: { rules: CheckData["rules"] }) => (
  <details>
    <summary>How these are found</summary>
    <div className="prose">
      <p>
        By rules about ordinary English, and by the words that few other findings of this inspection have. No rule knows
        what an inspection is about, so some pairs are false alarms: explain them, and they stay out of the way.
      </p>
      <dl className="summary">
        {rules.map(({ title, about }) => [<dt key={title}>{title}</dt>, <dd key={`${title}-about`}>{about}</dd>])}
      </dl>
    </div>
  </details>
);

function Flag({ data, flag, failed }: { data: CheckData; flag: FlagView; failed?: Failed }) {
  const { code, mayExplain, check } = data;
  const { subject, words, at, explained } = flag;
  return (
    <li className="flag" id={subject}>
      <p className="flag-words">{words}</p>
      <ul
        className={
          at.length > 1 && at.every(({ kind }) => kind === "finding") ? "flag-records flag-pair" : "flag-records"
        }
      >
        {at.map((place, n) => (
          <li key={n}>
            <PlaceLink code={code} place={place} />
          </li>
        ))}
      </ul>
      {explained ? (
        <>
          <p className="flag-why">
            {explained.reason}{" "}
            <span className="muted">
              {explained.by}, {shortDate(explained.at)}
            </span>
          </p>
          {mayExplain && (
            <Form method="post" action={paths.explanationLifting(code, check.name, explained.id)}>
              <button className="btn btn-quiet btn-small" type="submit">
                Lift the explanation<span className="vh"> of {at.map(placeName).join(" and ")}</span>
              </button>
            </Form>
          )}
        </>
      ) : (
        mayExplain && <Explain code={code} name={check.name} flag={flag} failed={failed} />
      )}
    </li>
  );
}

type ExplainProps = { code: string; name: string; flag: FlagView; failed: Failed };

function Explain({ code, name, flag: { subject, at }, failed }: ExplainProps) {
  const named = at.map(placeName).join(" and ");
  return (
    <details open={failed !== undefined}>
      <summary>
        Explain and let it stand<span className="vh">: {named}</span>
      </summary>
      <Form method="post" action={paths.checkExplanation(code, name)} className="form" noValidate>
        <input type="hidden" name="subject" value={subject} />
        <Field
          label={`Why ${named} can stand`}
          id={`reason-${subject}`}
          hint="The check leaves it out as long as its words stay as they are. The reason stays on record."
          error={failed?.errors.reason}
        >
          {(tie) => <textarea {...tie} name="reason" rows={2} defaultValue={failed?.typed.reason} />}
        </Field>
        <button className="btn btn-quiet btn-small" type="submit">
          Let it stand<span className="vh">: {named}</span>
        </button>
      </Form>
    </details>
  );
}
