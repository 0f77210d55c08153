/** The form of an interviewee, to add one and to change what is noted. */
import { Form, Link } from "@remix-run/react";

import type { TypedInterviewee } from "#app/models/readiness/interviewee.ts";
import { longDate, timeOf } from "#app/ui/dates.ts";
import { type Failed, Field } from "#app/ui/form.tsx";

/** What the form sent, `value` giving each field. */
export const intervieweeFrom = (value: (name: string) => string): TypedInterviewee => ({
  who: value("who"),
  visit: value("visit"),
  briefedOn: value("briefedOn"),
  debriefedOn: value("debriefedOn"),
  note: value("note"),
});

type Props = {
  visits: { id: string; title: string; startsAt: string }[];
  typed: TypedInterviewee;
  failed: Failed;
  version?: number | string;
  send: string;
  cancel: string;
};

export function IntervieweeForm({ visits, typed, failed, version, send, cancel }: Props) {
  const { errors = {} } = failed ?? {};
  return (
    <Form method="post" className="form" noValidate>
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <Field label="Who" id="who" hint="By role, such as “Accountable officer”" error={errors.who}>
        {(tie) => <input {...tie} name="who" autoComplete="off" defaultValue={typed.who} />}
      </Field>
      <Field label="Meeting (optional)" id="visit" hint="Those that the inspectors share with you" error={errors.visit}>
        {(tie) => (
          <select {...tie} name="visit" defaultValue={typed.visit}>
            <option value="">None named yet</option>
            {visits.map(({ id, title, startsAt }) => (
              <option key={id} value={id}>
                {`${title}, ${longDate(startsAt)}, ${timeOf(startsAt)}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Briefed on (optional)" id="briefedOn" error={errors.briefedOn}>
        {(tie) => <input {...tie} name="briefedOn" type="date" className="date" defaultValue={typed.briefedOn} />}
      </Field>
      <Field label="Debriefed on (optional)" id="debriefedOn" error={errors.debriefedOn}>
        {(tie) => <input {...tie} name="debriefedOn" type="date" className="date" defaultValue={typed.debriefedOn} />}
      </Field>
      <Field label="Note (optional)" id="note" error={errors.note}>
        {(tie) => <textarea {...tie} name="note" rows={3} defaultValue={typed.note} />}
      </Field>
      <div className="actions">
        <button className="btn" type="submit">
          {send}
        </button>
        <Link to={cancel}>Cancel</Link>
      </div>
    </Form>
  );
}
