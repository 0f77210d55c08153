/** Puts a deck aside, once the person confirms it. */
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { dropDeck, findReview } from "#app/models/briefing/deck-imports.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import { titled } from "#app/ui/titled.ts";

export const meta = titled("Put a deck aside", "Briefing");

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "briefing.import");
  const { id, name } = await findReview(desk, inspection, params.id ?? "");
  return { code: inspection.code, id, name };
});

export const action = changing(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "briefing.import");
  await dropDeck(desk, inspection, params.id ?? "");
  return redirect(paths.briefingImport(inspection.code));
});

export default function BroughtRemoval() {
  const { code, id, name } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="page">
      <ErrorSummary failed={useActionData<typeof action>()} />
      <h1 className="h1">Put “{name}” aside</h1>
      <p className="lede">None of its points are taken. The file stays on record, and you can bring it in again.</p>
      <Form method="post" className="actions">
        <button className="btn" type="submit">
          Put the deck aside
        </button>
        <Link to={paths.brought(code, id)}>Cancel</Link>
      </Form>
    </main>
  );
}
