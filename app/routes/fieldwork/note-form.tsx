/** One note that is being written. */
import { Form, Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";

type Note = { id: string; text: string; version: number; time: string; typed?: string; error?: string | undefined };

type Props = {
  data: { code: string; visit: { id: string }; mayFind: boolean };
  /** The id of the question, or "". */
  question: string;
  label: string;
  note: Note;
};

export function NoteForm({ data: { code, visit, mayFind }, question, label, note }: Props) {
  const { id, text, version, time, typed, error } = note;
  const field = `note-${version ? id : question || "else"}`;
  return (
    <Form method="post" action={paths.notes(code, visit.id)} className="note-form" data-note="">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="question" value={question} />
      <input type="hidden" name="version" value={version} />
      <label htmlFor={field} className="vh">
        Notes: {label}
      </label>
      {error && (
        <p className="error" id={`${field}-error`}>
          <span className="vh">Error: </span>
          {error}
        </p>
      )}
      <textarea
        id={field}
        name="text"
        rows={4}
        defaultValue={typed ?? text}
        {...(error && { "aria-invalid": true, "aria-describedby": `${field}-error` })}
      />
      <div className="note-foot">
        <button className="btn btn-quiet" type="submit">
          Save<span className="vh">: {label}</span>
        </button>
        <span className="note-state muted">{version > 0 && `Saved ${time}`}</span>
        {mayFind && version > 0 && (
          <Link to={paths.noteFinding(code, visit.id, id)}>
            Make a finding<span className="vh"> of the note on: {label}</span>
          </Link>
        )}
      </div>
    </Form>
  );
}
