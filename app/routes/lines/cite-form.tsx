/** Cites evidence for one finding: chosen from what is there, or uploaded now. */
import { Form, Link } from "@remix-run/react";

import { acceptedEndings } from "#app/models/evidence/file-kind.ts";
import { paths } from "#app/paths.ts";
import type { FormState } from "#app/platform/answer.ts";
import { Field } from "#app/ui/form.tsx";

import type { Workspace } from "./workspace.server.ts";

export function CiteForm({ data, failed }: { data: Workspace; failed: FormState | undefined }) {
  const { code, ref, view, groups, evidence } = data;
  const finding = groups.flatMap(({ findings }) => findings).find(({ id }) => id === view.cite);
  if (!finding) return null;
  const { errors = {}, typed = {} } = failed ?? {};
  return (
    <section className="box" id="cite" aria-labelledby="cite-title">
      <h2 id="cite-title" className="h3">
        Cite evidence for {finding.name}
      </h2>
      <p className="muted">{finding.text}</p>
      <Form
        method="post"
        action={paths.findingCitations(code, finding.id)}
        encType="multipart/form-data"
        className="form"
        preventScrollReset
      >
        <Field label="Evidence" id="evidence" error={errors.evidence}>
          {(tie) => (
            <select {...tie} name="evidence" defaultValue={typed.evidence ?? ""} autoFocus>
              <option value="">Choose from {evidence.length} items</option>
              {evidence.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Or upload a file" id="file" error={errors.file}>
          {(tie) => <input {...tie} type="file" name="file" accept={acceptedEndings} />}
        </Field>
        <Field label="Page, sheet or slide" id="locator" hint="For instance 4, or sheet Costs" error={errors.locator}>
          {(tie) => <input {...tie} name="locator" className="short" autoComplete="off" defaultValue={typed.locator} />}
        </Field>
        <Field label="Quotation" id="quote" hint="The words that bear the finding out" error={errors.quote}>
          {(tie) => <textarea {...tie} name="quote" rows={3} defaultValue={typed.quote} />}
        </Field>
        <div className="actions">
          <button className="btn" type="submit">
            Cite for {finding.name}
          </button>
          <Link to={paths.line(code, ref, {}, finding.id)} preventScrollReset>
            Cancel
          </Link>
        </div>
      </Form>
    </section>
  );
}
