/** Adds someone who will meet the inspectors. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { addInterviewee, listOwnVisits } from "#app/models/readiness/interviewees.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/assessment.css?url";
import { titled } from "#app/ui/titled.ts";

import { intervieweeFrom, IntervieweeForm } from "./interviewee-form.tsx";
import { AssessmentTabs } from "./tabs.tsx";

export const meta = titled("Add an interviewee");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.write");
  return { code: inspection.code, visits: await listOwnVisits(desk, inspection) };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.write");
  const { value } = await form();
  await addInterviewee(desk, inspection, intervieweeFrom(value));
  return redirect(paths.interviewees(inspection.code));
});

export default function NewInterviewee() {
  const { code, visits } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <main id="main" className="wide page own">
      <AssessmentTabs code={code} />
      <ErrorSummary failed={failed} />
      <h1 className="h1">Add an interviewee</h1>
      <IntervieweeForm
        visits={visits}
        typed={intervieweeFrom((name) => failed?.typed[name] ?? "")}
        failed={failed}
        send="Add to the list"
        cancel={paths.interviewees(code)}
      />
    </main>
  );
}
