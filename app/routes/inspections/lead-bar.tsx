/** Gives the lines that are ticked to one inspector. */
import { Form } from "@remix-run/react";

import type { FormState } from "#app/platform/answer.ts";
import { Field } from "#app/ui/form.tsx";

/** The form that the ticks of the table belong to. */
export const LEADS = "leads";

type Props = { action: string; leads: { id: string; name: string }[]; failed: FormState | undefined };

export function LeadBar({ action, leads, failed }: Props) {
  return (
    <Form id={LEADS} method="post" action={action} className="selection" aria-label="With the lines that are selected">
      <p className="selection-many" role="status" data-many>
        With the lines that you ticked:
      </p>
      <div className="selection-part">
        <Field label="Lead" id="lead" error={failed?.errors.lead}>
          {(tie) => (
            <select {...tie} name="lead" defaultValue={failed?.typed.lead ?? ""}>
              <option value="">Choose who leads them</option>
              {leads.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              <option value="nobody">Nobody</option>
            </select>
          )}
        </Field>
        <button className="btn btn-small" type="submit">
          Apply<span className="vh"> the lead to the selected lines</span>
        </button>
      </div>
    </Form>
  );
}
