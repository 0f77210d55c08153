/** Marks a finding as borne out by the visit, or takes that back. */
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { confirmFinding, isBorneOut } from "#app/models/findings/confirmations.server.ts";
import { findFinding } from "#app/models/findings/findings.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import { titled } from "#app/ui/titled.ts";

export const meta = titled("Confirm a finding");

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "finding.write");
  const row = await findFinding(desk, inspection, params.id ?? "");
  const { id, ref, text, version } = row;
  return { code: inspection.code, id, ref, text, version, confirmed: isBorneOut(row) };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "finding.write");
  const { id, ref } = await findFinding(desk, inspection, params.id ?? "");
  const fields = await form();
  const confirmed = fields.value("confirmed") !== "0";
  await confirmFinding(desk, inspection, id, { version: fields.number("version") ?? 0, confirmed });
  const story = paths.story(inspection.code);
  const back = fields.value("back");
  const known = back === story || back.startsWith(`${story}?`);
  return redirect(known ? back : paths.line(inspection.code, ref, {}, id));
});

export default function Confirmation() {
  const { code, id, ref, text, version, confirmed } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="page">
      <ErrorSummary failed={useActionData<typeof action>()} />
      <h1 className="h1">{confirmed ? "Take the confirmation back" : "Confirm this finding"}</h1>
      <p className="lede">{text}</p>
      <Form method="post" className="actions">
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="confirmed" value={confirmed ? "0" : "1"} />
        <button className="btn" type="submit">
          {confirmed ? "Take the confirmation back" : "Confirm the finding"}
        </button>
        <Link to={paths.line(code, ref, {}, id)}>Cancel</Link>
      </Form>
    </main>
  );
}
