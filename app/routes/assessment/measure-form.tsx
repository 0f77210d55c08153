/** The form of a measure: an outcome for people, what is counted, and the three figures. */
import { Form, Link } from "@remix-run/react";

import { outcomes, type TypedMeasure } from "#app/models/readiness/measure.ts";
import { type Failed, Field } from "#app/ui/form.tsx";

/** What the form sent, `value` giving each field. */
export const measureFrom = (value: (name: string) => string): TypedMeasure => ({
  outcome: value("outcome"),
  own: value("own"),
  name: value("name"),
  unit: value("unit"),
  baseline: value("baseline"),
  target: value("target"),
  actual: value("actual"),
  asAt: value("asAt"),
});

type Props = { typed: TypedMeasure; failed: Failed; version?: number | string; send: string; cancel: string };

const figures = [
  { name: "baseline", label: "Baseline", hint: "Where it began" },
  { name: "target", label: "Target", hint: "Higher or lower than the baseline" },
  { name: "actual", label: "Latest figure", hint: "Leave it empty until there is one" },
] as const;

export function MeasureForm({ typed, failed, version, send, cancel }: Props) {
  const { errors = {} } = failed ?? {};
  return (
    <Form method="post" className="form" noValidate>
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <Field label="Outcome for people" id="outcome" error={errors.outcome}>
        {(tie) => (
          <select {...tie} name="outcome" defaultValue={typed.outcome}>
            <option value="">Choose an outcome</option>
            {outcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {outcome}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Or an outcome in your own words" id="own" error={errors.own}>
        {(tie) => <input {...tie} name="own" autoComplete="off" defaultValue={typed.own} />}
      </Field>
      <Field
        label="What is counted"
        id="name"
        hint="For instance “Planned moves into a home of one’s own”"
        error={errors.name}
      >
        {(tie) => <input {...tie} name="name" autoComplete="off" defaultValue={typed.name} />}
      </Field>
      <Field label="Unit (optional)" id="unit" hint="%, weeks, people" error={errors.unit}>
        {(tie) => <input {...tie} name="unit" autoComplete="off" defaultValue={typed.unit} />}
      </Field>
      <div className="own-figures">
        {figures.map(({ name, label, hint }) => (
          <Field key={name} label={label} id={name} hint={hint} error={errors[name]}>
            {(tie) => <input {...tie} name={name} inputMode="decimal" autoComplete="off" defaultValue={typed[name]} />}
          </Field>
        ))}
      </div>
      <Field label="Day of the latest figure" id="asAt" error={errors.asAt}>
        {(tie) => <input {...tie} name="asAt" type="date" className="date" defaultValue={typed.asAt} />}
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
