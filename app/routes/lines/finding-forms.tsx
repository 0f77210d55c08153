/** The forms of one finding: to change it, and to withdraw it. */
import { Form } from "@remix-run/react";

import { kindFacts } from "#app/models/findings/finding.ts";
import { paths } from "#app/paths.ts";
import type { FormState } from "#app/platform/answer.ts";
import { Field } from "#app/ui/form.tsx";

import { FormEnd } from "./form-end.tsx";
import type { Workspace } from "./workspace.server.ts";

type Finding = Workspace["groups"][number]["findings"][number];
type FormProps = { data: Workspace; finding: Finding; failed: FormState | undefined };

export function EditForm({ data, finding, failed }: FormProps) {
  const { name, kind } = finding;
  const typed = failed?.typed ?? {};
  const stale = failed?.stale;
  return (
    <Form method="post" action={paths.finding(data.code, finding.id)} className="finding-form" preventScrollReset>
      <input type="hidden" name="version" value={stale?.version ?? finding.version} />
      {stale && (
        <div className="notice notice-warn">
          <p>
            <b>What stands now:</b> {stale.current.text}
          </p>
          <p>
            Your text is below. Save it to replace what stands now, change it to keep both, or cancel to keep theirs.
          </p>
        </div>
      )}
      <Field label={`${name}: text of the ${kindFacts(kind).one}`} id="text" error={failed?.errors.text}>
        {(tie) => <textarea {...tie} name="text" rows={3} defaultValue={typed.text ?? finding.text} autoFocus />}
      </Field>
      <Field label="Note for the team" id="note" hint="Shown in the speaker notes, never on a slide.">
        {(tie) => <textarea {...tie} name="note" rows={2} defaultValue={typed.note ?? finding.note ?? ""} />}
      </Field>
      {kind === "weakness" && <Recognised checked={failed ? typed.recognised === "1" : finding.recognised} />}
      <FormEnd data={data} finding={finding} send={`Save ${name}`} />
    </Form>
  );
}

const Recognised = ({ checked }: { checked: boolean }) => (
  <label className="choice">
    <input type="checkbox" name="recognised" value="1" defaultChecked={checked} />
    The council recognises this weakness itself
  </label>
);

export function WithdrawForm({ data, finding, failed }: FormProps) {
  return (
    <Form
      method="post"
      action={paths.findingWithdrawal(data.code, finding.id)}
      className="finding-form"
      preventScrollReset
    >
      <input type="hidden" name="version" value={failed?.stale?.version ?? finding.version} />
      {failed?.stale && (
        <p className="notice notice-warn">
          <b>What stands now:</b> {failed.stale.current.text}
        </p>
      )}
      <Field
        label={`Why is ${finding.name} withdrawn?`}
        id="reason"
        hint="It leaves the line and the deck, and stays in the record with this reason."
        error={failed?.errors.reason}
      >
        {(tie) => <input {...tie} name="reason" defaultValue={failed?.typed.reason} autoFocus />}
      </Field>
      <FormEnd data={data} finding={finding} send={`Withdraw ${finding.name}`} warn />
    </Form>
  );
}
