/** A draft with what to know before it is sent; also shown under the addresses of its forms. */
import { Form, Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { ErrorSummary, type Failed } from "#app/ui/form.tsx";

import { BurdenMeter } from "./burden-meter.tsx";
import { Crumbs } from "./crumbs.tsx";
import type { DraftData } from "./draft.tsx";
import { fieldsFrom, RequestFieldset } from "./request-form.tsx";
import { RequestTag } from "./tag.tsx";

export function DraftPage({ data, failed }: { data: DraftData; failed: Failed }) {
  const { code, saved, mayWrite } = data;
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} />
      <Crumbs code={code} here="Draft" />
      <h1 className="h1">Draft request</h1>
      {saved && !failed && (
        <p className="notice" role="status">
          The draft is saved. The council does not see it.
        </p>
      )}
      <div className="request-cols">
        <div className="request-main">
          <Origins data={data} />
          {mayWrite ? <Change data={data} failed={failed} /> : <p>{data.draft.text}</p>}
        </div>
        <aside className="request-side" aria-labelledby="before">
          <h2 className="h3" id="before">
            Before you send it
          </h2>
          <Held data={data} />
          <Before data={data} />
          <BurdenMeter burden={data.burden} />
        </aside>
      </div>
    </main>
  );
}

function Origins({ data: { code, origins } }: { data: DraftData }) {
  if (!origins.length) return null;
  return (
    <div className="request-origin">
      <p className="small muted">Raised from. The council does not see this.</p>
      <ul>
        {origins.map(({ id, ref, name, text }) => (
          <li key={id}>
            <Link to={paths.line(code, ref, {}, id)}>
              {ref}, {name}
            </Link>{" "}
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}

const words = new Intl.ListFormat("en-GB");

function Change({ data: { code, council, draft, people, judging }, failed }: { data: DraftData; failed: Failed }) {
  const kept = {
    ...draft,
    due: draft.due ?? "",
    person: draft.person?.id ?? "",
    team: draft.team ?? "",
    lines: draft.lines.map(({ ref }) => ref).join(", "),
  };
  const fields = failed && "title" in failed.typed ? fieldsFrom((name) => failed.typed[name] ?? "") : kept;
  return (
    <>
      <Form method="post" action={paths.requestDraft(code, draft.id)} className="form" noValidate>
        <input type="hidden" name="version" value={failed?.stale?.version ?? draft.version} />
        {failed?.stale && (
          <div className="notice notice-warn">
            <p>
              <b>What stands now:</b> {failed.stale.current.title}. {failed.stale.current.text}
            </p>
            <p>Your words are below. Save or send them to replace what stands now, or change them to keep both.</p>
          </div>
        )}
        <RequestFieldset fields={fields} people={people} failed={failed} />
        <p className="request-exactly">
          <b>{council} will read exactly this.</b>{" "}
          {judging.length > 0
            ? `Look again at ${words.format(judging.map((one) => `“${one}”`))}, which may say what you think.`
            : "Take out whatever says more than you mean to say."}
        </p>
        <div className="actions">
          <button className="btn" type="submit" formAction={paths.requestDispatch(code, draft.id)}>
            Send to the council
          </button>
          <button className="btn btn-quiet" type="submit">
            Save the draft and check again
          </button>
        </div>
      </Form>
      <Form method="post" action={paths.requestDraftRemoval(code, draft.id)}>
        <input type="hidden" name="version" value={draft.version} />
        <button className="btn-plain" type="submit">
          Give up this draft
        </button>
      </Form>
    </>
  );
}

function Held({ data: { code, held } }: { data: DraftData }) {
  return (
    <section aria-labelledby="held">
      <h3 className="request-side-title" id="held">
        Held already
      </h3>
      {held.length === 0 && <p className="small muted">No document that the council sent looks like this.</p>}
      {held.length > 0 && (
        <>
          <p className="small">The council sent these, which may hold it. Look before you ask.</p>
          <ul className="request-list">
            {held.map(({ id, ref, title, file, seq, label }) => (
              <li key={id}>
                <Link to={paths.evidenceText(code, id, { file, part: seq })}>
                  {ref} {title}
                </Link>
                <span className="small muted">{label}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Before({ data: { code, before } }: { data: DraftData }) {
  return (
    <section aria-labelledby="repeats">
      <h3 className="request-side-title" id="repeats">
        Asked before
      </h3>
      {before.length === 0 && <p className="small muted">No other request is like this one.</p>}
      <ul className="request-list">
        {before.map(({ id, number, title, tag }) => (
          <li key={id}>
            <Link to={number === null ? paths.requestDraft(code, id) : paths.request(code, number)}>
              {number === null ? "" : `R-${number} `}
              {title}
            </Link>
            <RequestTag tag={tag} />
          </li>
        ))}
      </ul>
    </section>
  );
}
