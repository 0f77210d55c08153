/** The workspace of a line: findings in the middle, rating and evidence beside them. The same page under each form's address. */
import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import type { FormState } from "#app/platform/answer.ts";
import { Bars, Paper, Warning } from "#app/ui/signs.tsx";
import { ErrorSummary } from "#app/ui/form.tsx";
import { ratingIds, RatingForm } from "#app/ui/rating-form.tsx";
import ratingStyles from "#app/ui/styles/rating-form.css?url";
import styles from "#app/ui/styles/workspace.css?url";

import { CiteForm } from "./cite-form.tsx";
import { PrivateNote } from "./private-note.tsx";
import { FindingGroup } from "./finding-group.tsx";
import { LineHead } from "./line-head.tsx";
import type { Workspace } from "./workspace.server.ts";

export const workspaceLinks: LinksFunction = () => [styles, ratingStyles].map((href) => ({ rel: "stylesheet", href }));

export const workspaceMeta: MetaFunction = ({ data }) => {
  const line = data as Workspace | undefined;
  return [{ title: line ? `${line.ref} ${line.title} – ${line.inspection} – Throughline` : "Throughline" }];
};

/** Which form of the page came back, and with what. */
export type Failure = { form: "add" | "edit" | "cite" | "withdraw" | "rating" | "note"; state: FormState | undefined };

export function WorkspacePage({ data, failed }: { data: Workspace; failed?: Failure }) {
  const state = (form: Failure["form"]) => (failed?.form === form ? failed.state : undefined);
  const ids: Record<string, string> =
    failed?.form === "add" ? { text: `add-${failed.state?.typed.kind ?? "strength"}` } : ratingIds;
  return (
    <main id="main">
      <LineHead data={data} />
      <ul className="wide hop">
        <li>
          <a href="#strength">Findings</a>
        </li>
        <li>
          <a href="#rating">Rating</a>
        </li>
        <li>
          <a href="#evidence">Evidence</a>
        </li>
      </ul>
      {failed?.state && (
        <div className="wide summary-box">
          <ErrorSummary failed={failed.state} ids={ids} />
        </div>
      )}
      <div className="wide workspace">
        <Siblings data={data} />
        <div className="mid">
          <Guide data={data} />
          {data.groups.map(({ kind }) => (
            <FindingGroup
              key={kind}
              kind={kind}
              data={data}
              add={state("add")}
              edit={state("edit")}
              withdraw={state("withdraw")}
            />
          ))}
        </div>
        <div className="right">
          <section className="box" id="rating" aria-labelledby="rating-title">
            <div className="box-head">
              <h2 id="rating-title" className="h3">
                Rating
              </h2>
              <Link to={paths.activity(data.code, { record: `line:${data.ref}` })}>History</Link>
            </div>
            <LineRating data={data} failed={state("rating")} />
          </section>
          <PrivateNote data={data} failed={state("note")} />
          {data.view.cite ? <CiteForm data={data} failed={state("cite")} /> : <Linked data={data} />}
        </div>
      </div>
    </main>
  );
}

function Siblings({ data: { code, ref, theme, siblings } }: { data: Workspace }) {
  return (
    <nav className="side" aria-label="Lines in this theme">
      <p className="side-title">{theme.title}</p>
      <ul>
        {siblings.map((line) => (
          <li key={line.ref}>
            <Link to={paths.line(code, line.ref)} aria-current={line.ref === ref ? "page" : undefined}>
              <span className={`dot tone-${line.level ? Math.round(line.level.tone * 3) : "none"}`}>
                {line.level && <Bars tone={line.level.tone} />}
                <span className="vh">{line.level?.label ?? "Not rated"}, </span>
              </span>
              <span className="side-text">
                <span className="muted">{line.ref}</span> {line.label}
              </span>
              {line.gap && (
                <span className="side-gap">
                  <Warning />
                  <span className="vh">, evidence gap</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      <p className="side-all">
        <Link to={paths.lines(code)}>All lines of enquiry</Link>
      </p>
    </nav>
  );
}

function Guide({ data: { guide } }: { data: Workspace }) {
  return (
    <details className="guide">
      <summary>What to look for on this line</summary>
      <div className="prose guide-in">
        {guide.guidance.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {guide.lists.map(({ title, items }) => (
          <section key={title}>
            <h2 className="h3">{title}</h2>
            <ul>
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </details>
  );
}

function LineRating({ data, failed }: { data: Workspace; failed: FormState | undefined }) {
  const { code, ref, rating, scale, mayRate } = data;
  return (
    <RatingForm
      action={paths.lineRating(code, ref)}
      scale={scale}
      current={rating}
      failed={failed}
      mayRate={mayRate}
      legend={`Rating of ${ref}`}
    />
  );
}

function Linked({ data: { code, linked } }: { data: Workspace }) {
  return (
    <section className="box" id="evidence" aria-labelledby="evidence-title">
      <div className="box-head">
        <h2 id="evidence-title" className="h3">
          Evidence linked here
        </h2>
        <Link to={paths.evidence(code)}>All evidence</Link>
      </div>
      {linked.length === 0 && <p className="muted">Nothing on this line cites evidence yet.</p>}
      <ul className="linked">
        {linked.map(({ id, number, title, withdrawn, by }) => (
          <li key={id}>
            <Paper />
            <span>
              <Link to={paths.evidenceItem(code, id)}>{title}</Link>
              <span className="linked-by">
                E{number}, cited by {by.join(", ")}
                {withdrawn && ". Withdrawn"}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
