/** The learning log of a meeting, also under the address of each entry. */
import { Form } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { ErrorSummary, type Failed, Field } from "#app/ui/form.tsx";

import type { LearningFailure, LearningPage } from "./learning.tsx";

type Entry = LearningPage["entries"][number];

const parts = [
  { name: "text", label: "What was asked" },
  { name: "said", label: "What we said (optional)" },
  { name: "followUp", label: "What follows (optional)" },
] as const;

export function LearningView({ data, failure }: { data: LearningPage; failure: LearningFailure }) {
  const { code, visit, when, entries, done } = data;
  const adding = failure.entry === null ? failure.state : undefined;
  const editing = failure.state ? failure.entry : null;
  return (
    <main id="main" className="wide page notes-page">
      <Crumbs steps={[[paths.fieldwork(code), "Timetable"]]} />
      <ErrorSummary failed={failure.state} ids={editing ? idsOf(editing) : {}} />
      <h1 className="h1">What we learned: {visit.title}</h1>
      <p className="lede">{when}. Only the council’s people see this page. Inspectors never do.</p>
      {done && (
        <p className="notice" role="status">
          It is saved.
        </p>
      )}
      {entries.length > 0 && (
        <ol className="learning">
          {entries.map((entry) => (
            <LogEntry
              key={entry.id}
              data={data}
              entry={entry}
              failed={failure.entry === entry.id ? failure.state : undefined}
            />
          ))}
        </ol>
      )}
      <h2 className="h2">Add to the log</h2>
      <Form method="post" action={paths.learning(code, visit.id)} className="form" noValidate>
        <Parts prefix="" failed={adding} entry={null} />
        <button className="btn" type="submit">
          Add to the log
        </button>
      </Form>
    </main>
  );
}

const idsOf = (entry: string): Record<string, string> =>
  Object.fromEntries(parts.map(({ name }) => [name, `${entry}-${name}`]));

type PartsProps = { prefix: string; failed: Failed; entry: Entry | null };

const Parts = ({ prefix, failed, entry }: PartsProps) =>
  parts.map(({ name, label }) => (
    <Field key={name} label={label} id={`${prefix}${name}`} error={failed?.errors[name]}>
      {(tie) => <textarea {...tie} name={name} rows={3} defaultValue={failed?.typed[name] ?? entry?.[name] ?? ""} />}
    </Field>
  ));

function LogEntry({ data: { code, visit }, entry, failed }: { data: LearningPage; entry: Entry; failed: Failed }) {
  const { id, text, said, followUp, by, when, version } = entry;
  const stale = failed?.stale;
  return (
    <li>
      <dl className="summary">
        <dt>Asked</dt>
        <dd className="note-text">{text}</dd>
        {said && (
          <>
            <dt>We said</dt>
            <dd className="note-text">{said}</dd>
          </>
        )}
        {followUp && (
          <>
            <dt>What follows</dt>
            <dd className="note-text">{followUp}</dd>
          </>
        )}
      </dl>
      <p className="muted small">
        {by}, {when}
      </p>
      <details open={failed !== undefined}>
        <summary>
          Change<span className="vh">: {text}</span>
        </summary>
        {stale && (
          <div className="notice notice-warn">
            <p>
              <b>A colleague changed it. It now says:</b>
            </p>
            {[stale.current.text, stale.current.said, stale.current.followUp].filter(Boolean).map((one) => (
              <p key={one}>{one}</p>
            ))}
            <p>Your text is below. Save it to replace theirs.</p>
          </div>
        )}
        <Form method="post" action={paths.learningEntry(code, visit.id, id)} className="form" noValidate>
          <input type="hidden" name="version" value={stale?.version ?? version} />
          <Parts prefix={`${id}-`} failed={failed} entry={entry} />
          <button className="btn btn-quiet" type="submit">
            Save the entry
          </button>
        </Form>
      </details>
    </li>
  );
}
