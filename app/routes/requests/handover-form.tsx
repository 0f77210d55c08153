/** Gives a request to a colleague. */
import { Form, Link } from "@remix-run/react";

import { requestRef } from "#app/models/requests/request.ts";
import { paths } from "#app/paths.ts";
import { type Failed, Field } from "#app/ui/form.tsx";

import type { AnsweringPage } from "./request-officer.server.ts";

export function Handover({ data: { code, request, answer }, failed }: { data: AnsweringPage; failed: Failed }) {
  const others = answer.people.filter(({ id }) => id !== request.person?.id);
  return (
    <Form
      method="post"
      action={paths.requestHandover(code, request.number)}
      className="form answer-form"
      noValidate
      reloadDocument
    >
      <h2 className="h2">Give {requestRef(request.number)} to a colleague</h2>
      <input type="hidden" name="version" value={request.version} />
      <Field
        label="Colleague"
        id="person"
        hint="They are told by mail. What you have saved of the answer stays with it."
        error={failed?.errors.person}
      >
        {(tie) => (
          <select {...tie} name="person" defaultValue={failed?.typed.person ?? ""}>
            <option value="">Choose a colleague</option>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="actions">
        <button className="btn" type="submit">
          Give it to them
        </button>
        <Link to={paths.request(code, request.number)} reloadDocument>
          Cancel
        </Link>
      </div>
    </Form>
  );
}
