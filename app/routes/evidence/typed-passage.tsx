/** Cites without marking anything: by page, first words and last words. The server finds the passage. */
import { Form } from "@remix-run/react";

import { findingKinds, kindFacts } from "#app/models/findings/finding.ts";
import { paths } from "#app/paths.ts";
import type { FormState } from "#app/platform/answer.ts";
import { Field } from "#app/ui/form.tsx";

import type { ReaderView } from "./reader.server.ts";

type Props = { data: ReaderView; failed: FormState | undefined };

export function TypedPassage({ data, failed }: Props) {
  const { linking } = data;
  if (!linking) return null;
  return (
    <section className="reader-box" aria-labelledby="typed">
      <h2 id="typed" className="h3">
        Link a passage
      </h2>
      <p className="muted small">Mark words in the text, or type where the passage is.</p>
      <LineForm data={data} />
      {linking.line && <LinkForm data={data} failed={failed} />}
    </section>
  );
}

function LineForm({ data: { code, id, file, sheet, linking } }: { data: ReaderView }) {
  return (
    <Form method="get" action={paths.evidenceText(code, id)} className="reader-row">
      <input type="hidden" name="file" value={file.id} />
      {sheet.sheets[0] && <input type="hidden" name="part" value={sheet.sheets[0].part} />}
      <Field label="For line" id="for-line">
        {(tie) => (
          <select {...tie} name="line" defaultValue={linking?.line?.ref ?? ""} key={linking?.line?.ref}>
            <option value="">Choose a line</option>
            {linking?.lines.map(({ ref, label }) => (
              <option key={ref} value={ref}>
                {ref} {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button className="btn btn-quiet btn-small" type="submit">
        Show<span className="vh"> the findings of this line</span>
      </button>
    </Form>
  );
}

function LinkForm({ data, failed }: Props) {
  const { code, id, file, line, sheet, linking } = data;
  const { typed = {}, errors = {} } = failed ?? {};
  const [first] = sheet.sheets;
  const at = { file: file.id, part: first?.part, line };
  return (
    <Form method="post" action={paths.evidenceCitations(code, id, at)} className="reader-form" noValidate>
      <input type="hidden" name="line" value={line} />
      <Field label="Page or part" id="locator" error={errors.locator}>
        {(tie) => (
          <input
            {...tie}
            name="locator"
            autoComplete="off"
            defaultValue={typed.locator ?? first?.label}
            key={first?.label}
          />
        )}
      </Field>
      <Field label="First words" id="first" error={errors.quote} hint="The first few words, or the whole quotation">
        {(tie) => <input {...tie} name="quote" autoComplete="off" defaultValue={typed.quote} />}
      </Field>
      <Field label="Last words" id="last" error={errors.last}>
        {(tie) => <input {...tie} name="last" autoComplete="off" defaultValue={typed.last} />}
      </Field>
      <Field label="Belongs to" id="target" error={errors.target}>
        {(tie) => (
          <select {...tie} name="target" defaultValue={typed.target ?? ""}>
            <option value="">Choose a finding</option>
            {linking?.findings.map(({ id: finding, name, text }) => (
              <option key={finding} value={finding}>
                {name} {text.length > 70 ? `${text.slice(0, 69)}…` : text}
              </option>
            ))}
            {findingKinds.map((kind) => (
              <option key={kind} value={`new:${kind}`}>
                New {kindFacts(kind).one}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label="Words of a new finding"
        id="new-text"
        error={errors.text}
        hint="Left empty, it takes those of the passage"
      >
        {(tie) => <textarea {...tie} name="text" rows={2} defaultValue={typed.text} />}
      </Field>
      <button className="btn" type="submit">
        Link passage
      </button>
    </Form>
  );
}
