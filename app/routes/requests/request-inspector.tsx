/** A request as inspectors see it. */
import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";

import { requestRef } from "#app/models/requests/request.ts";
import { paths } from "#app/paths.ts";
import { longDate, shortDate } from "#app/ui/dates.ts";
import { ErrorSummary, type Failed, Field } from "#app/ui/form.tsx";

import { Crumbs } from "./crumbs.tsx";
import type { RequestFailure } from "./request.tsx";
import { Answers } from "./request-answers.tsx";
import type { loadInspectorsRequest } from "./request-inspector.server.ts";
import { RequestTag } from "./tag.tsx";

type Data = Awaited<ReturnType<typeof loadInspectorsRequest>>;
type Props = { data: Data; failure: RequestFailure | undefined };

const said: Record<string, string> = {
  sent: "It is with the council now, under this number.",
  accepted: "The answer is accepted, and the request is closed.",
  returned: "The answer is sent back. The council reads your reason.",
  withdrawn: "The request is taken back. The council reads your reason.",
  reminded: "The reminder is sent.",
};

export function InspectorsRequest({ data, failure }: Props) {
  const { code, request, tag, done, origins } = data;
  const ref = requestRef(request.number);
  const told = done && Object.hasOwn(said, done) ? said[done] : null;
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failure?.state} />
      <Crumbs code={code} here={ref} />
      {told && !failure && (
        <p className="notice" role="status">
          {told}
        </p>
      )}
      <div className="request-head">
        <p>
          <span className="request-ref">{ref}</span> <RequestTag tag={tag} />
        </p>
        <h1 className="h1">{request.title}</h1>
      </div>
      <div className="request-cols">
        <div className="request-main">
          <Asked data={data} />
          <Answers data={data} />
          <Review data={data} failure={failure} />
          <Chase data={data} failure={failure} />
        </div>
        <aside className="request-side" aria-label="About this request">
          <Facts data={data} />
          {origins.length > 0 && <Origins data={data} />}
          <p>
            <Link to={paths.activity(code, { record: `request:${request.id}` })}>History of {ref}</Link>
          </p>
        </aside>
      </div>
    </main>
  );
}

function Asked({ data: { request } }: { data: Data }) {
  const { askedBy, sentAt, text, lines } = request;
  return (
    <section className="request-letter" aria-label="What was asked">
      <p>
        <b>{askedBy ?? "The inspection team"}</b>
        {sentAt && `, asked on ${shortDate(sentAt)}`}
      </p>
      <p className="request-text">{text}</p>
      {lines.length > 0 && (
        <p>
          It helps with <b>{lines.map(({ ref, title }) => `${ref} ${title}`).join(", ")}</b>.
        </p>
      )}
    </section>
  );
}

function Facts({ data: { code, council, request } }: { data: Data }) {
  const { due, person, team, lines } = request;
  return (
    <dl className="request-facts">
      <Fact name="Due">{due ? longDate(due) : "No day set"}</Fact>
      <Fact name="Who answers">{person?.name ?? team ?? `Whoever can at ${council}`}</Fact>
      {lines.length > 0 && (
        <Fact name={lines.length === 1 ? "Line" : "Lines"}>
          {lines.map(({ ref, title }) => (
            <Link key={ref} to={paths.line(code, ref)}>
              {ref} {title}
            </Link>
          ))}
        </Fact>
      )}
    </dl>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

const states = {
  open: "Open",
  planned: "Planned",
  answered: "Answered: say what came of it",
  closed: "Closed",
} as const;

function Origins({ data: { code, origins } }: { data: Data }) {
  return (
    <section aria-labelledby="origins">
      <h2 className="request-side-title" id="origins">
        Raised from
      </h2>
      <p className="small muted">The council does not see this.</p>
      <ul className="request-origins">
        {origins.map(({ id, ref, name, text, state }) => (
          <li key={id}>
            <Link to={paths.line(code, ref, {}, id)}>
              {ref}, {name}
            </Link>
            <p className="small">{text}</p>
            <p className="small muted">{states[state]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The reason of a form, open where it came back. */
function Reasoned({
  id,
  label,
  hint,
  failed,
}: {
  id: string;
  label: string;
  hint: string;
  failed: Failed | undefined;
}) {
  return (
    <Field label={label} id={id} hint={hint} error={failed?.errors.reason}>
      {(tie) => <textarea {...tie} name="reason" rows={3} defaultValue={failed?.typed.reason} />}
    </Field>
  );
}

const stateOf = (failure: RequestFailure | undefined, form: string) =>
  failure?.form === form ? failure.state : undefined;

const READS = "The council reads this, word for word. Say nothing of what you find.";

function Review({ data: { code, request, mayReview, origins }, failure }: Props) {
  if (!mayReview) return null;
  const { number, version } = request;
  const ref = requestRef(number);
  const failed = stateOf(failure, "return");
  return (
    <section aria-labelledby="review" className="request-forms">
      <h2 className="h2" id="review">
        Does it answer what you asked?
      </h2>
      <Form method="post" action={paths.requestAcceptance(code, number)}>
        <input type="hidden" name="version" value={version} />
        <button className="btn" type="submit">
          Accept the answer to {ref}
        </button>
      </Form>
      {origins.length > 0 && (
        <p className="small muted">
          Accepting marks {origins.length === 1 ? "the area" : `the ${origins.length} areas`} it was raised from as
          answered.
        </p>
      )}
      <details open={failed !== undefined}>
        <summary>Send it back</summary>
        <Form method="post" action={paths.requestReturn(code, number)} className="form" noValidate>
          <input type="hidden" name="version" value={failed?.stale?.version ?? version} />
          <Reasoned id="reason" label="What is missing?" hint={READS} failed={failed} />
          <button className="btn btn-quiet" type="submit">
            Send {ref} back
          </button>
        </Form>
      </details>
    </section>
  );
}

function Chase({ data: { code, request, mayChase }, failure }: Props) {
  if (!mayChase) return null;
  const { number, version } = request;
  const ref = requestRef(number);
  const failed = stateOf(failure, "withdrawal");
  return (
    <section aria-label="Chase or take back" className="request-forms">
      <Form method="post" action={paths.requestReminder(code, number)}>
        <button className="btn btn-quiet" type="submit">
          Send a reminder of {ref}
        </button>
      </Form>
      <details open={failed !== undefined}>
        <summary>Take the request back</summary>
        <Form method="post" action={paths.requestWithdrawal(code, number)} className="form" noValidate>
          <input type="hidden" name="version" value={failed?.stale?.version ?? version} />
          <Reasoned id="reason" label="Why is it not needed any more?" hint={READS} failed={failed} />
          <button className="btn btn-warn" type="submit">
            Take {ref} back
          </button>
        </Form>
      </details>
    </section>
  );
}
