/** Opens a correction of what is published: another version, with a reason that everyone will read. */
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { changing, demandConfirmed, reading } from "#app/desk.server.ts";
import { listPublications, openCorrection } from "#app/models/briefing/publications.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { ErrorSummary, Field } from "#app/ui/form.tsx";
import { titled } from "#app/ui/titled.ts";

export const meta = titled("Open a correction");

export const loader = reading(async ({ desk, session, request, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "publication.correct");
  demandConfirmed({ desk, session, request });
  const [latest] = await listPublications(desk, inspection);
  return { code: inspection.code, number: latest?.number ?? 0 };
});

export const action = changing(async ({ desk, session, request, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "publication.correct");
  demandConfirmed({ desk, session, request }, paths.publicationCorrection(inspection.code));
  await openCorrection(desk, inspection, { reason: (await form()).value("reason") });
  return redirect(paths.publication(inspection.code));
});

export default function PublicationCorrection() {
  const { code, number } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <main id="main" className="wide page">
      <Crumbs steps={[[paths.publication(code), "Publication"]]} />
      <ErrorSummary failed={failed} />
      <h1 className="h1">Open a correction</h1>
      <p className="lede">
        Version {number} stays readable as it is. The inspection goes back to the factual accuracy check, so that it can
        be changed and published as version {number + 1}.
      </p>
      <Form method="post" className="form" noValidate>
        <Field
          label="What is corrected and why"
          id="reason"
          hint={`It is published with version ${number + 1}, so that everyone can read it.`}
          error={failed?.errors.reason}
        >
          {(tie) => <textarea {...tie} name="reason" rows={4} defaultValue={failed?.typed.reason} />}
        </Field>
        <button className="btn" type="submit">
          Open the correction
        </button>
      </Form>
    </main>
  );
}
