/** Takes a template away, once the person has seen which decks it changes. */
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findTemplate, withdrawTemplate } from "#app/models/briefing/templates.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { ErrorSummary } from "#app/ui/form.tsx";
import { titled } from "#app/ui/titled.ts";

export const meta = titled("Withdraw a template", "Briefing");

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "deck.write");
  const { name, decks } = await findTemplate(desk, inspection, params.id ?? "");
  return { code: inspection.code, name, decks };
});

export const action = changing(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "deck.write");
  await withdrawTemplate(desk, inspection, params.id ?? "");
  return redirect(paths.briefingTemplates(inspection.code));
});

export default function TemplateWithdrawal() {
  const { code, name, decks } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wide page">
      <Crumbs
        steps={[
          [paths.briefing(code), "Briefing decks"],
          [paths.briefingTemplates(code), "Templates"],
        ]}
      />
      <ErrorSummary failed={useActionData<typeof action>()} />
      <h1 className="h1">Withdraw “{name}”</h1>
      <p className="lede">
        {decks.length === 0
          ? "No deck uses it. Files that were exported with it stay as they are."
          : `${decks.map((deck) => `“${deck}”`).join(", ")} will have Throughline’s own look again. Files that were exported with it stay as they are.`}
      </p>
      <Form method="post" className="actions">
        <button className="btn btn-warn" type="submit">
          Withdraw the template
        </button>
        <Link to={paths.briefingTemplates(code)}>Cancel</Link>
      </Form>
    </main>
  );
}
