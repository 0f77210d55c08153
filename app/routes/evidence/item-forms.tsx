/** The forms on the page of one piece of evidence. */
import { Form, Link } from "@remix-run/react";

import {
  type EvidenceKind,
  evidenceKinds,
  evidenceKindTitle,
  type Voice,
  voiceTitle,
} from "#app/models/evidence/evidence.ts";
import { kinds } from "#app/models/evidence/kinds/kinds.ts";
import { paths } from "#app/paths.ts";
import { shortDate } from "#app/ui/dates.ts";
import { type Failed, Field } from "#app/ui/form.tsx";

import { KindField, MoreFields } from "./details-fields.tsx";
import { ownFactsOf } from "./item-facts.ts";
import { countCiting, type ItemView } from "./item-view.ts";
import { KindFields } from "./kind-fields.tsx";

type Props = { item: ItemView; failed: Failed };

const kindIn = (values: Record<string, string>): EvidenceKind =>
  evidenceKinds.find((one) => one === values.kind) ?? "document";

export function DetailsForm({ item, failed }: Props) {
  const values = failed?.typed ?? item.details;
  const errors = failed?.errors ?? {};
  const kind = kindIn(values);
  return (
    <section className="evidence-part" aria-labelledby="details-form">
      <h2 id="details-form" className="h2">
        Change the details
      </h2>
      <Form method="post" action={paths.evidenceItem(item.code, item.id)} className="form item-form" noValidate>
        <input type="hidden" name="version" value={failed?.stale?.version ?? failed?.typed.version ?? item.version} />
        {failed?.stale && <StandsNow current={failed.stale.current} />}
        <Field label="Title" id="title" error={errors.title}>
          {(tie) => <input {...tie} name="title" autoComplete="off" defaultValue={values.title} />}
        </Field>
        <div className="kind-change">
          <KindField errors={errors} values={values} />
          <button className="btn btn-quiet btn-small" type="submit" name="redraw" value="kind">
            Change kind
          </button>
          <p className="hint">
            To see what another kind asks. Nothing that you typed is lost, and nothing is saved yet.
          </p>
        </div>
        <KindFields kind={kind} errors={errors} values={values} />
        <MoreFields errors={errors} values={values} />
        {kinds[kind].review && (
          <p className="hint">This kind is usually looked at again after {kinds[kind].review} months.</p>
        )}
        <div className="actions">
          <button className="btn" type="submit">
            Save details
          </button>
          <Link to={paths.evidenceItem(item.code, item.id)}>Cancel</Link>
        </div>
      </Form>
    </section>
  );
}

/** What someone else saved meanwhile, beside what was typed. */
function StandsNow({ current }: { current: Record<string, string> }) {
  const kind = kindIn(current);
  const own = Object.fromEntries(Object.entries(current).map(([name, value]) => [name.replace(/^own-/, ""), value]));
  const told = ownFactsOf(kind, own).map((fact) => ({
    label: fact.label,
    value: fact.as === "rows" ? fact.rows.map((row) => row.join(": ")).join("; ") : fact.value,
  }));
  return (
    <div className="notice notice-warn">
      <p>
        <b>What stands now:</b> {current.title}. {evidenceKindTitle(kind)}. As at{" "}
        {current.asAt ? shortDate(current.asAt) : "not stated"}
        {current.until && ` until ${shortDate(current.until)}`}. Voice:{" "}
        {current.voice ? voiceTitle(current.voice as Voice).toLowerCase() : "not stated"}.
      </p>
      {[
        ...told,
        { label: "Owner", value: current.owner ?? "" },
        { label: "Department", value: current.department ?? "" },
        { label: "Look at it again by", value: current.reviewBy ? shortDate(current.reviewBy) : "" },
      ]
        .filter(({ value }) => value)
        .map(({ label, value }) => (
          <p key={label}>
            {label}: {value}
          </p>
        ))}
      <p>What you typed is below. Save it to replace what stands now.</p>
    </div>
  );
}

export function WithdrawalForm({ item, failed, open }: Props & { open: boolean }) {
  const { code, id, ref, title, version, inside } = item;
  const findings = countCiting(inside);
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
