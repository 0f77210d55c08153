/** A photograph from the phone's camera, straight into the evidence. */
import { Form } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { type Failed, Field } from "#app/ui/form.tsx";

export function PhotographForm({ code, visit, failed }: { code: string; visit: string; failed: Failed }) {
  const { errors = {}, typed = {} } = failed ?? {};
  return (
    <details className="notes-photograph" open={failed !== undefined}>
      <summary>Add a photograph</summary>
      <Form
        method="post"
        action={paths.visitPhotograph(code, visit)}
        encType="multipart/form-data"
        className="form"
        noValidate
      >
        <Field label="Photograph" id="file" error={errors.file}>
          {(tie) => <input {...tie} name="file" type="file" accept="image/*" capture="environment" />}
        </Field>
        <Field
          label="What it shows"
          id="shows"
          hint="What matters in it, in a sentence or two, for people who cannot see it"
          error={errors.shows ?? errors["own-shows"]}
        >
          {(tie) => <textarea {...tie} name="shows" rows={2} defaultValue={typed.shows} />}
        </Field>
        <label className="choice">
          <input type="checkbox" name="restricted" value="yes" defaultChecked={typed.restricted === "yes"} />
          People who use services could be recognised
        </label>
        <button className="btn" type="submit">
          Add the photograph
        </button>
      </Form>
    </details>
  );
}
