/** The form of an action of the improvement plan, to add one and to change it. */
import { Form, Link } from "@remix-run/react";

import { improvementStates, improvementStateTitle, type TypedImprovement } from "#app/models/readiness/improvement.ts";
import { type Failed, Field } from "#app/ui/form.tsx";

import { LineField, OwnerFields } from "./owner-fields.tsx";

/** What the form sent, `value` giving each field. */
export const improvementFrom = (value: (name: string) => string): TypedImprovement => ({
  title: value("title"),
  line: value("line"),
  owner: value("owner"),
  due: value("due"),
  state: value("state"),
  note: value("note"),
});

type Props = {
  owners: { id: string; name: string }[];
  choices: { theme: string; lines: { ref: string; title: string }[] }[];
  typed: TypedImprovement;
  failed: Failed;
  version?: number | string;
  send: string;
  cancel: string;
};

export function ImprovementForm({ owners, choices, typed, failed, version, send, cancel }: Props) {
  const { errors = {} } = failed ?? {};
  return (
    <Form method="post" className="form" noValidate>
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <Field label="What will be done" id="title" error={errors.title}>
        {(tie) => <input {...tie} name="title" autoComplete="off" defaultValue={typed.title} />}
      </Field>
      <LineField choices={choices} line={typed.line} error={errors.line} none="No line in particular" />
      <OwnerFields owners={owners} owner={typed.owner} due={typed.due} errors={errors} />
      <Field label="How far it is" id="state" error={errors.state}>
        {(tie) => (
          <select {...tie} name="state" defaultValue={typed.state}>
            {improvementStates.map((state) => (
              <option key={state} value={state}>
                {improvementStateTitle(state)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Note (optional)" id="note" error={errors.note}>
        {(tie) => <textarea {...tie} name="note" rows={4} defaultValue={typed.note} />}
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
