/** Gives a request to a colleague. */
import { Form } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { type Failed, Field } from "#app/ui/form.tsx";

import type { OfficersPage } from "./request-officer.server.ts";

export function Handover({ data: { code, request, people }, failed }: { data: OfficersPage; failed: Failed }) {
  return (
    <details open={failed !== undefined}>
      <summary>Give it to a colleague</summary>
      <Form method="post" action={paths.requestHandover(code, request.number)} className="form" noValidate>
        <input type="hidden" name="version" value={failed?.stale?.version ?? request.version} />
        <Field label="Colleague" id="person" error={failed?.errors.person}>
          {(tie) => (
            <select {...tie} name="person" defaultValue={failed?.typed.person ?? request.person?.id ?? ""}>
              <option value="">Choose a colleague</option>
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <button className="btn btn-quiet" type="submit">
          Give it to them
        </button>
      </Form>
    </details>
  );
}
