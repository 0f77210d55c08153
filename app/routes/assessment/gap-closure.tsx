/** Closes a gap with what closed it. */
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { closeGap, findGap } from "#app/models/readiness/gaps.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary, Field } from "#app/ui/form.tsx";
import { titled } from "#app/ui/titled.ts";

import { Theirs, versionOf } from "./theirs.tsx";

export const meta = titled("Close a gap");

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.write");
  const { id, text, version } = await findGap(desk, inspection, params.id ?? "");
  return { code: inspection.code, id, text, version };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.write");
  const { value, number } = await form();
  const typed = { reason: value("reason"), version: number("version") ?? 0 };
  await closeGap(desk, inspection, params.id ?? "", typed);
  return redirect(paths.gap(inspection.code, params.id ?? ""));
});

export default function GapClosure() {
  const { code, id, text, version } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} />
      <h1 className="h1">Close this gap</h1>
      <p className="lede">{text}</p>
      <Theirs failed={failed} titles={{ text: "What is missing", due: "By when" }} keep={paths.gap(code, id)} />
      <Form method="post" className="form" noValidate>
        <input type="hidden" name="version" value={versionOf(failed, version)} />
        <Field
          label="What closed it"
          id="reason"
          hint="For instance the evidence that there is now, or why it is none after all"
          error={failed?.errors.reason}
        >
          {(tie) => <textarea {...tie} name="reason" rows={3} defaultValue={failed?.typed.reason} />}
        </Field>
        <div className="actions">
          <button className="btn" type="submit">
            Close the gap
          </button>
          <Link to={paths.gap(code, id)}>Cancel</Link>
        </div>
      </Form>
    </main>
  );
}
