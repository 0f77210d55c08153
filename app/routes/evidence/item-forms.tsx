/** The forms on the page of one piece of evidence. */
import { Form } from "@remix-run/react";

import { type EvidenceKind, evidenceKindTitle, type Voice, voiceTitle } from "#app/models/evidence/evidence.ts";
import { paths } from "#app/paths.ts";
import { shortDate } from "#app/ui/dates.ts";
import { type Failed, Field } from "#app/ui/form.tsx";

import { DetailsFields } from "./details-fields.tsx";
import { countCiting, type ItemView } from "./item-view.ts";

type Props = { item: ItemView; failed: Failed };

export function DetailsForm({ item, failed }: Props) {
  const values = failed?.typed ?? item.details;
  const errors = failed?.errors ?? {};
  return (
    <details className="evidence-form" open={failed !== undefined}>
      <summary className="h3">Change the details</summary>
      <Form method="post" action={paths.evidenceItem(item.code, item.id)} className="form" noValidate>
        <input type="hidden" name="version" value={failed?.stale?.version ?? item.version} />
        {failed?.stale && <StandsNow current={failed.stale.current} />}
        <Field label="Title" id="title" error={errors.title}>
          {(tie) => <input {...tie} name="title" autoComplete="off" defaultValue={values.title} />}
        </Field>
        <DetailsFields errors={errors} values={values} />
        <button className="btn" type="submit">
          Save details
        </button>
      </Form>
    </details>
  );
}

/** What someone else saved meanwhile, beside what was typed. */
function StandsNow({ current: { title, kind, voice, asAt } }: { current: Record<string, string> }) {
  return (
    <div className="notice notice-warn">
      <p>
        <b>What stands now:</b> {title}. {evidenceKindTitle(kind as EvidenceKind)}. As at{" "}
        {asAt ? shortDate(asAt) : "not stated"}. Voice:{" "}
        {voice ? voiceTitle(voice as Voice).toLowerCase() : "not stated"}.
      </p>
      <p>What you typed is below. Save it to replace what stands now.</p>
    </div>
  );
}

export function WithdrawalForm({ item, failed, open }: Props & { open: boolean }) {
  const { code, id, ref, title, version, citing } = item;
  const findings = countCiting(citing);
  return (
    <details className="evidence-form" open={open}>
      <summary className="h3">Withdraw {ref}</summary>
      <Form method="post" action={paths.evidenceWithdrawal(code, id)} className="form" noValidate>
        <input type="hidden" name="version" value={failed?.stale?.version ?? version} />
        <p>
          “{title}” goes out of use. The file stays on record
          {findings > 0 && `, and so ${findings === 1 ? "does 1 citing finding" : `do ${findings} citing findings`}`}.
        </p>
        {failed?.stale && (
          <p className="notice notice-warn">
            <b>What stands now:</b> {failed.stale.current.title}
          </p>
        )}
        <Field
          label="Why is it withdrawn?"
          id="reason"
          hint="Write what will make sense to someone in a year."
          error={failed?.errors.reason}
        >
          {(tie) => <textarea {...tie} name="reason" rows={3} defaultValue={failed?.typed.reason} />}
        </Field>
        <button className="btn btn-warn" type="submit">
          Withdraw {ref}
        </button>
      </Form>
    </details>
  );
}
