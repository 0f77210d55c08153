/** Takes someone off the list who does not meet the inspectors after all. */
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { findInterviewee, withdrawInterviewee } from "#app/models/readiness/interviewees.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import { titled } from "#app/ui/titled.ts";

import { versionOf } from "./theirs.tsx";

export const meta = titled("Take an interviewee off the list");

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.write");
  const { id, who, version } = await findInterviewee(desk, inspection, params.id ?? "");
  return { code: inspection.code, id, who, version };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.write");
  const { number } = await form();
  await withdrawInterviewee(desk, inspection, params.id ?? "", { version: number("version") ?? 0 });
  return redirect(paths.interviewees(inspection.code));
});

export default function IntervieweeWithdrawal() {
  const { code, id, who, version } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} />
      <h1 className="h1">Take {who} off the list</h1>
      <p>What was noted stays in the record of activity.</p>
      <Form method="post" className="actions">
        <input type="hidden" name="version" value={versionOf(failed, version)} />
        <button className="btn" type="submit">
          Take {who} off the list
        </button>
        <Link to={paths.interviewee(code, id)}>Cancel</Link>
      </Form>
    </main>
  );
}
