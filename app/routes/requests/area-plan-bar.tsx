/** Plans the areas that are ticked, all alike, in one go. */
import { Form } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { type Failed, Field } from "#app/ui/form.tsx";

import type { AreaList } from "./areas.server.ts";

/** The form that the ticks of the table belong to. */
export const AREA_PLAN = "area-plan";

export function AreaPlanBar({ data, failed }: { data: AreaList; failed: Failed }) {
  const { code, query, page, visits, choices } = data;
  const { errors = {}, typed = {} } = failed ?? {};
  const options = (of: { value: string; title: string }[]) =>
    of.map(({ value, title }) => (
      <option key={value} value={value}>
        {title}
      </option>
    ));
  return (
    <Form
      id={AREA_PLAN}
      method="post"
      action={paths.areas(code, { ...query, page: page > 1 ? page : undefined })}
      className="selection area-plan-bar"
      aria-label="Plan the areas that are ticked"
      noValidate
    >
      <p className="selection-many" role="status" data-many>
        Plan the areas that you ticked:
      </p>
      <div className="selection-part">
        <Field label="How" id="how" error={errors.how}>
          {(tie) => (
            <select {...tie} name="how" defaultValue={typed.how ?? ""}>
              <option value="">Choose how</option>
              {visits.length > 0 && <optgroup label="At a visit of the timetable">{options(visits)}</optgroup>}
              <optgroup label="Not in the timetable">{options(choices.method)}</optgroup>
            </select>
          )}
        </Field>
        <Field label="Who would know" id="whoWouldKnow" error={errors.whoWouldKnow}>
          {(tie) => (
            <input
              {...tie}
              name="whoWouldKnow"
              autoComplete="off"
              placeholder="As it is"
              defaultValue={typed.whoWouldKnow}
            />
          )}
        </Field>
        <Field label="Who sees to it" id="planner" error={errors.owner}>
          {(tie) => (
            <select {...tie} name="planner" defaultValue={typed.planner ?? ""}>
              <option value="">As it is</option>
              {options(choices.owner.filter(({ value }) => value !== "nobody"))}
            </select>
          )}
        </Field>
        <button className="btn btn-small" type="submit">
          Plan the ticked areas
        </button>
      </div>
    </Form>
  );
}
