/** Sends evidence back to the council, with a reason for the council to read. */
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findEvidence } from "#app/models/evidence/library.server.ts";
import { mayReturn, returnEvidence } from "#app/models/evidence/returns.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { NotFound } from "#app/platform/failure.ts";
import { EvidenceCrumbs } from "#app/ui/evidence-crumbs.tsx";
import { ErrorSummary, Field } from "#app/ui/form.tsx";

import { itemLinks } from "./item-page.tsx";

export const links = itemLinks;
export const meta = () => [{ title: "Send evidence back – Throughline" }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.appraise");
  const found = await findEvidence(desk, inspection, params.id ?? "");
  if (!mayReturn(inspection, found)) throw new NotFound();
  const { id, ref, title } = found;
  return { code: inspection.code, council: inspection.council, item: { id, ref, title } };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.appraise");
  const { value } = await form();
  const id = params.id ?? "";
  await returnEvidence(desk, inspection, id, value("reason"));
  return redirect(paths.evidenceItem(inspection.code, id, { done: "returned" }));
});

export default function Return() {
  const { code, council, item } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} />
      <EvidenceCrumbs code={code} item={item} here="Send it back" />
      <h1 className="h1">Send {item.ref} back</h1>
      <p className="lede">
        “{item.title}” stays in the evidence as returned until {council} sends a new version. Findings keep their
        citations.
      </p>
      <Form method="post" className="form" noValidate>
        <Field
          label="What should the council do?"
          id="reason"
          hint={`${council} reads this, word for word. Say nothing of what you find.`}
          error={failed?.errors.reason}
        >
          {(tie) => <textarea {...tie} name="reason" rows={4} defaultValue={failed?.typed.reason} />}
        </Field>
        <div className="actions">
          <button className="btn" type="submit">
            Send {item.ref} back
          </button>
          <Link to={paths.evidenceItem(code, item.id)}>Cancel</Link>
        </div>
      </Form>
    </main>
  );
}
