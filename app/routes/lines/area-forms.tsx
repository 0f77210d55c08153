/** The forms of an area to explore: how it is answered, what the answer is, what came of it, and opening it again. */
import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";

import { paths } from "#app/paths.ts";
import type { FormState } from "#app/platform/answer.ts";
import { Field } from "#app/ui/form.tsx";

import { ClosingForm } from "./area-closing-form.tsx";
import type { AreaShown } from "./areas.server.ts";
import { FormEnd } from "./form-end.tsx";
import type { Workspace } from "./workspace.server.ts";

type Finding = Workspace["groups"][number]["findings"][number];
export type AreaFormProps = { data: Workspace; finding: Finding; area: AreaShown; failed: FormState | undefined };

/** The form that the address opens for this area, if any. */
export function AreaForm(props: AreaFormProps) {
  const { view } = props.data;
  const { id } = props.finding;
  if (view.plan === id) return <PlanForm {...props} />;
  if (view.answer === id) return <AnswerForm {...props} />;
  if (view.close === id) return <ClosingForm {...props} />;
  return view.reopen === id ? <ReopenForm {...props} /> : null;
}

type ShellProps = AreaFormProps & { action: string; send: string; children: ReactNode };

/** What the forms share: the version, what stands now, and the way back. */
export function AreaFormShell({ data, finding, area, failed, action, send, children }: ShellProps) {
  return (
    <Form method="post" action={action} className="finding-form" preventScrollReset noValidate>
      <input type="hidden" name="version" value={failed?.stale?.version ?? area.version} />
      {failed?.stale && (
        <p className="notice notice-warn">
          Someone changed this area meanwhile. It stands at <b>{failed.stale.current.state?.toLowerCase()}</b> now. Look
          at it above, and send this again to replace what they said.
        </p>
      )}
      {children}
      <FormEnd data={data} finding={finding} send={send} />
    </Form>
  );
}

function PlanForm(props: AreaFormProps) {
  const { data, finding, failed } = props;
  const plan = data.areas?.plan;
  if (!plan) return null;
  const { errors = {}, typed = {} } = failed ?? {};
  const options = (of: { value: string; title: string }[]) =>
    of.map(({ value, title }) => (
      <option key={value} value={value}>
        {title}
      </option>
    ));
  return (
    <AreaFormShell {...props} action={paths.areaPlan(data.code, finding.id)} send={`Save the plan for ${finding.name}`}>
      <Field
        label={`How will you find out about ${finding.name}?`}
        id="how"
        hint="Asked at a visit, it becomes a question of the visit’s guide."
        error={errors.how}
      >
        {(tie) => (
          <select {...tie} name="how" defaultValue={typed.how ?? plan.how} autoFocus>
            <option value="">Choose how</option>
            {plan.visits.length > 0 && <optgroup label="At a visit of the timetable">{options(plan.visits)}</optgroup>}
            <optgroup label="Not in the timetable">{options(plan.methods)}</optgroup>
          </select>
        )}
      </Field>
      <p>
        <Link to={paths.newVisit(data.code, { area: finding.id })}>
          Plan a new visit for it<span className="vh">: {finding.name}</span>
        </Link>
      </p>
      <Field
        label="Who would know"
        id="whoWouldKnow"
        hint="Roles, with commas between them"
        error={errors.whoWouldKnow}
      >
        {(tie) => (
          <input {...tie} name="whoWouldKnow" autoComplete="off" defaultValue={typed.whoWouldKnow ?? plan.who} />
        )}
      </Field>
      <Field label="Who sees to it" id="owner" error={errors.owner}>
        {(tie) => (
          <select {...tie} name="owner" defaultValue={typed.owner ?? plan.owner}>
            <option value="">Nobody yet</option>
            {options(plan.owners.map(({ id, name }) => ({ value: id, title: name })))}
          </select>
        )}
      </Field>
    </AreaFormShell>
  );
}

function AnswerForm(props: AreaFormProps) {
  const { data, finding, area, failed } = props;
  return (
    <AreaFormShell
      {...props}
      action={paths.areaAnswer(data.code, finding.id)}
      send={`Save the answer to ${finding.name}`}
    >
      <Field
        label={`What did you find out about ${finding.name}?`}
        id="answer"
        hint="In a sentence. Only inspectors see it."
        error={failed?.errors.answer}
      >
        {(tie) => (
          <textarea
            {...tie}
            name="answer"
            rows={3}
            defaultValue={failed?.typed.answer ?? (area.state === "answered" ? (area.answer ?? "") : "")}
            autoFocus
          />
        )}
      </Field>
    </AreaFormShell>
  );
}

function ReopenForm(props: AreaFormProps) {
  const { data, finding, area, failed } = props;
  return (
    <AreaFormShell {...props} action={paths.areaReopening(data.code, finding.id)} send={`Open ${finding.name} again`}>
      <Field
        label={`Why is ${finding.name} opened again?`}
        id="reason"
        hint={
          area.became ? `What it became, ${area.became.name}, stays on the line.` : "The reason stays in the record."
        }
        error={failed?.errors.reason}
      >
        {(tie) => <input {...tie} name="reason" autoComplete="off" defaultValue={failed?.typed.reason} autoFocus />}
      </Field>
    </AreaFormShell>
  );
}
