/** The two steps of adding evidence without a file. */
import { Form, Link } from "@remix-run/react";

import { type EvidenceKind, evidenceKindTitle } from "#app/models/evidence/evidence.ts";
import { kindGroups, kinds } from "#app/models/evidence/kinds/kinds.ts";
import { paths } from "#app/paths.ts";
import { type Failed, Field } from "#app/ui/form.tsx";

import { MoreFields } from "./details-fields.tsx";
import { KindFields } from "./kind-fields.tsx";

/** Kinds that need no file first, since that is what one comes here for. */
const offered = [...kindGroups].reverse();

export function KindChoice({ code, kind }: { code: string; kind: EvidenceKind | null }) {
  return (
    <Form method="get" action={paths.evidenceNew(code)} className="kind-choice">
      <Field label="What is it?" id="kind">
        {(tie) => (
          <select {...tie} name="kind" defaultValue={kind ?? "interview"} key={kind}>
            {offered.map((group) => (
              <optgroup key={group.title} label={group.title}>
                {group.kinds.map((one) => (
                  <option key={one} value={one}>
                    {evidenceKindTitle(one)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <button className={kind ? "btn btn-quiet" : "btn"} type="submit">
        {kind ? "Change" : "Continue"}
      </button>
    </Form>
  );
}

type Props = { code: string; kind: EvidenceKind; usual: Record<string, string>; failed: Failed };

export function NewForm({ code, kind, usual, failed }: Props) {
  const values = failed?.typed ?? usual;
  const errors = failed?.errors ?? {};
  const { file } = kinds[kind];
  return (
    <Form method="post" action={paths.evidenceNew(code, kind)} className="form wide-form" noValidate>
      <input type="hidden" name="kind" value={kind} />
      {file === "needed" && (
        <p className="notice">
          This kind needs a file. Added here it stands in the list as “Needs file”, so that everybody knows it is to
          come.
        </p>
      )}
      <Field label="Title" id="title" error={errors.title}>
        {(tie) => <input {...tie} name="title" autoComplete="off" defaultValue={values.title} />}
      </Field>
      <KindFields kind={kind} errors={errors} values={values} />
      {file === "typed" && <Words errors={errors} values={values} kind={kind} />}
      <MoreFields errors={errors} values={values} />
      <div className="actions">
        <button className="btn" type="submit">
          Add {evidenceKindTitle(kind).toLowerCase()}
        </button>
        <Link to={paths.evidence(code)}>Cancel</Link>
      </div>
    </Form>
  );
}

type WordsProps = { kind: EvidenceKind; errors: Record<string, string>; values: Record<string, string> };

function Words({ kind, errors, values }: WordsProps) {
  return (
    <>
      <Field
        label={kind === "quotation" ? "The words, as they were said" : "What was said or seen"}
        id="text"
        hint="It can be searched and quoted like any file. A finding quotes it word for word."
        error={errors.text}
      >
        {(tie) => <textarea {...tie} name="text" rows={kind === "quotation" ? 4 : 12} defaultValue={values.text} />}
      </Field>
      <label className="choice">
        <input type="checkbox" name="awaited" value="1" defaultChecked={values.awaited === "1"} />
        It is still to come: add only its name for now
      </label>
    </>
  );
}
