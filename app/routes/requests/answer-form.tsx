/** The answer in the making: files with their names, or another way to answer, and a message. */
import { Form } from "@remix-run/react";

import { acceptedEndings } from "#app/models/evidence/file-kind.ts";
import { MESSAGE_LENGTH } from "#app/models/requests/answer-draft.ts";
import { paths } from "#app/paths.ts";
import { Field } from "#app/ui/form.tsx";
import { sizeOf } from "#app/ui/size.ts";

import type { RequestFailure } from "./request.tsx";
import type { OfficersPage } from "./request-officer.server.ts";

type Props = { data: OfficersPage; failure: RequestFailure | undefined };

export function AnswerForm({ data, failure }: Props) {
  const { code, request, draft } = data;
  const failed = failure && failure.form !== "handover" ? failure.state : undefined;
  const { errors = {}, typed, stale } = failed ?? {};
  const said = (field: string, kept: string | null | undefined) => typed?.[field] ?? kept ?? "";
  return (
    <Form
      method="post"
      action={paths.requestAnswer(code, request.number)}
      encType="multipart/form-data"
      className="form answer-form"
      noValidate
    >
      <h2 className="h2">Your answer</h2>
      <input type="hidden" name="version" value={stale?.version ?? draft?.version ?? 0} />
      {stale && (
        <p className="notice notice-warn">
          A colleague saved this draft meanwhile. Their message: “{stale.current.message}”. Yours is below: save it to
          replace theirs.
        </p>
      )}
      <Ways data={data} chosen={said("kind", draft?.kind) || "files"} error={errors.kind} />
      <Files data={data} error={errors.file} />
      <Field label="Address, if it is public" id="link" error={errors.link}>
        {(tie) => <input {...tie} name="link" type="url" autoComplete="off" defaultValue={said("link", draft?.link)} />}
      </Field>
      <Field label="Document, if it is part of one that you have sent" id="document" error={errors.document}>
        {(tie) => (
          <select {...tie} name="document" defaultValue={said("document", draft?.document?.id)}>
            <option value="">None</option>
            {data.documents.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Where in it" id="place" hint="Such as page 12" error={errors.place}>
        {(tie) => <input {...tie} name="place" className="short" defaultValue={said("place", draft?.place)} />}
      </Field>
      <Field
        label="Message to the inspectors (optional)"
        id="message"
        hint={`Up to ${MESSAGE_LENGTH} characters. If you do not hold it, say why.`}
        error={errors.message}
      >
        {(tie) => <textarea {...tie} name="message" rows={3} defaultValue={said("message", draft?.message)} />}
      </Field>
      <div className="actions">
        <button className="btn" type="submit" formAction={paths.requestSending(code, request.number)}>
          Send to inspectors
        </button>
        <button className="btn btn-quiet" type="submit">
          Save and finish later
        </button>
      </div>
    </Form>
  );
}

function Ways({ data: { kinds }, chosen, error }: { data: OfficersPage; chosen: string; error: string | undefined }) {
  return (
    <fieldset className="choices" id="kind">
      <legend className="legend">How you answer</legend>
      {error && (
        <p className="error">
          <span className="vh">Error: </span>
          {error}
        </p>
      )}
      {kinds.map(({ kind, title }) => (
        <label key={kind} className="choice">
          <input type="radio" name="kind" value={kind} defaultChecked={kind === chosen} /> {title}
        </label>
      ))}
    </fieldset>
  );
}

function Files({ data: { draft }, error }: { data: OfficersPage; error: string | undefined }) {
  return (
    <>
      {draft && draft.files.length > 0 && (
        <ul className="answer-files">
          {draft.files.map(({ id, name, size, title, restricted }) => (
            <li key={id}>
              <p>
                <b>{name}</b> <span className="muted">{sizeOf(size)}. Uploaded</span>
              </p>
              <label htmlFor={`title-${id}`}>Name for the inspectors</label>
              <input id={`title-${id}`} name={`title-${id}`} defaultValue={title} />
              <label className="choice">
                <input type="checkbox" name={`restricted-${id}`} value="yes" defaultChecked={restricted} /> It names
                people who use services
              </label>
              <label className="choice">
                <input type="checkbox" name={`remove-${id}`} value="yes" /> Take {name} out
              </label>
            </li>
          ))}
        </ul>
      )}
      <Field label="Add files" id="file" hint="PDF, Word, Excel, PowerPoint, e-mail or image" error={error}>
        {(tie) => <input {...tie} type="file" name="file" multiple className="drop" accept={acceptedEndings} />}
      </Field>
      <fieldset className="choices" aria-describedby="restricted-hint">
        <legend className="legend">Do any of the files that you add now name people who use services?</legend>
        <p id="restricted-hint" className="hint">
          If they do, we limit who can open them.
        </p>
        <label className="choice">
          <input type="radio" name="restricted" value="yes" /> Yes
        </label>
        <label className="choice">
          <input type="radio" name="restricted" value="no" /> No
        </label>
      </fieldset>
    </>
  );
}
