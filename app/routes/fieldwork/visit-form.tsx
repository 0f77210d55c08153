/** The form of a visit, to plan one and to change it. */
import { Form, Link } from "@remix-run/react";

import { type VisitKind, visitKinds, visitKindTitle } from "#app/models/fieldwork/visit.ts";
import type { TypedVisit } from "#app/models/fieldwork/visit-draft.ts";
import { type Failed, Field } from "#app/ui/form.tsx";

type Visitors = { id: string; name: string }[];

/** What a form of a visit sent, `value` giving each field. Each inspector is a field, so that none is lost on the way back. */
export const visitFrom = (value: (name: string) => string, visitors: Visitors): TypedVisit => ({
  kind: value("kind"),
  title: value("title"),
  whom: value("whom"),
  place: value("place"),
  day: value("day"),
  from: value("from"),
  to: value("to"),
  visitors: visitors.map(({ id }) => id).filter((id) => value(`visitor-${id}`) === "yes"),
  shared: value("shared") === "yes",
});

type Props = {
  visitors: Visitors;
  typed: TypedVisit;
  failed: Failed;
  version?: number;
  send: string;
  cancel: string;
};

export function VisitForm({ visitors, typed, failed, version, send, cancel }: Props) {
  const { errors = {} } = failed ?? {};
  return (
    <Form method="post" className="form" noValidate>
      {version !== undefined && <input type="hidden" name="version" value={failed?.stale?.version ?? version} />}
      <Field label="What it is" id="kind" error={errors.kind}>
        {(tie) => (
          <select {...tie} name="kind" defaultValue={typed.kind}>
            {visitKinds.map((kind: VisitKind) => (
              <option key={kind} value={kind}>
                {visitKindTitle(kind)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Whom you meet" id="whom" hint="By role, such as “Accountable officer”" error={errors.whom}>
        {(tie) => <input {...tie} name="whom" autoComplete="off" defaultValue={typed.whom} />}
      </Field>
      <Field label="Title (optional)" id="title" hint="For the team only" error={errors.title}>
        {(tie) => <input {...tie} name="title" autoComplete="off" defaultValue={typed.title} />}
      </Field>
      <Field label="Day" id="day" error={errors.day}>
        {(tie) => <input {...tie} name="day" type="date" className="date" defaultValue={typed.day} />}
      </Field>
      <div className="times">
        <Field label="Begins" id="from" error={errors.from}>
          {(tie) => <input {...tie} name="from" autoComplete="off" defaultValue={typed.from} />}
        </Field>
        <Field label="Ends" id="to" error={errors.to}>
          {(tie) => <input {...tie} name="to" autoComplete="off" defaultValue={typed.to} />}
        </Field>
      </div>
      <Field label="Place (optional)" id="place" error={errors.place}>
        {(tie) => <input {...tie} name="place" autoComplete="off" defaultValue={typed.place} />}
      </Field>
      <Who visitors={visitors} typed={typed} />
      <div className="actions">
        <button className="btn" type="submit">
          {send}
        </button>
        <Link to={cancel}>Cancel</Link>
      </div>
    </Form>
  );
}

/** Who goes, and whether the council sees it. */
function Who({ visitors, typed }: Pick<Props, "visitors" | "typed">) {
  return (
    <>
      <fieldset className="choices">
        <legend className="legend">Who goes</legend>
        {visitors.map(({ id, name }) => (
          <label key={id} className="choice">
            <input type="checkbox" name={`visitor-${id}`} value="yes" defaultChecked={typed.visitors.includes(id)} />{" "}
            {name}
          </label>
        ))}
      </fieldset>
      <fieldset className="choices" aria-describedby="shared-hint">
        <legend className="legend">The council’s timetable</legend>
        <p id="shared-hint" className="hint">
          The council sees what it is, whom you meet, when and where. It never sees the title, who goes or what is
          asked.
        </p>
        <label className="choice">
          <input type="checkbox" name="shared" value="yes" defaultChecked={typed.shared} /> Show it to the council
        </label>
      </fieldset>
    </>
  );
}
