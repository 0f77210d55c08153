/** The workspace of a line: findings in the middle, rating and evidence beside them. The same page under each form's address. */
import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import type { FormState } from "#app/platform/answer.ts";
import { Clock, Warning } from "#app/ui/signs.tsx";
import { ErrorSummary } from "#app/ui/form.tsx";
import { later } from "#app/ui/later.tsx";
import { StandingDot } from "#app/ui/chip.tsx";
import { ratingIds } from "#app/ui/rating-ids.ts";
import ratingStyles from "#app/ui/styles/rating-form.css?url";
import readerStyles from "#app/ui/styles/reader.css?url";
import searchStyles from "#app/ui/styles/search.css?url";
import styles from "#app/ui/styles/workspace.css?url";

import { EvidencePanel } from "./evidence-panel.tsx";
import { FindingGroup } from "./finding-group.tsx";
import { LineHead } from "./line-head.tsx";
import type { Workspace } from "./workspace.server.ts";
import { RatingPanel } from "#app/ui/rating-panel.tsx";
import { PrivateNote } from "./private-note.tsx";

const CiteForm = later("CiteForm", () => import("./cite-form.tsx").then((it) => it.CiteForm));

export const workspaceLinks: LinksFunction = () =>
  [styles, ratingStyles, readerStyles, searchStyles].map((href) => ({ rel: "stylesheet", href }));

export const workspaceMeta: MetaFunction = ({ data }) => {
  const line = data as Workspace | undefined;
  return [{ title: line ? `${line.ref} ${line.title} – ${line.inspection} – Throughline` : "Throughline" }];
};

/** Which form of the page came back, and with what. */
export type Failure = {
  form: "add" | "edit" | "cite" | "withdraw" | "area" | "rating" | "note";
  state: FormState | undefined;
};

export function WorkspacePage({ data, failed }: { data: Workspace; failed?: Failure }) {
  const state = (form: Failure["form"]) => (failed?.form === form ? failed.state : undefined);
  const ids: Record<string, string> =
    failed?.form === "add"
      ? { text: `add-${failed.state?.typed.kind ?? "strength"}` }
      : failed?.form === "rating"
        ? ratingIds
        : {};
  return (
    <main id="main">
      <LineHead data={data} />
      <SetAside on={data.withdrawn} />
      <ul className="wide hop">
        <li>
          <a href="#strength">Findings</a>
        </li>
        <li>
          <a href={data.view.cite ? "#cite" : "#evidence"}>Evidence</a>
        </li>
        <li>
          <a href="#rating">Rating</a>
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
              area={state("area")}
            />
          ))}
        </div>
        <div className="right">
          {data.view.cite ? <CiteForm data={data} failed={state("cite")} /> : <EvidencePanel data={data} />}
          <RatingPanel
            code={data.code}
            box={data.rating}
            failed={state("rating")}
            action={paths.lineRating(data.code, data.ref)}
            legend={`Rating of ${data.ref}`}
          />
          <PrivateNote data={data} failed={state("note")} />
        </div>
      </div>
    </main>
  );
}

function SetAside({ on }: { on: string | null }) {
  if (on === null) return null;
  return (
    <div className="wide summary-box">
      <p className="notice notice-warn">
        This line is not in the edition of the framework that the inspection follows now. It was set aside on {on} with
        all that it holds, counts nowhere, and comes back if the move is undone.
      </p>
    </div>
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
              <StandingDot of={line.standing} />
              <span className="side-text">
                <span className="muted">{line.ref}</span> {line.label}
              </span>
              {line.state === "gap" && (
                <span className="side-gap">
                  <Warning />
                  <span className="vh">, evidence gap</span>
                </span>
              )}
              {line.state === "waiting" && (
                <span className="side-gap">
                  <Clock />
                  <span className="vh">, waiting on the council</span>
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
