/** The manager looks at what goes to the inspectors, and sends it. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { countSubmissions, prepareSubmission, submit } from "#app/models/readiness/submissions.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary, Field } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/assessment.css?url";
import { titled } from "#app/ui/titled.ts";

import { SubmissionBody } from "./submission-body.tsx";
import { AssessmentTabs } from "./tabs.tsx";

export const meta = titled("Submit the self-assessment");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.submit");
  const extras = { gaps: url.searchParams.get("gaps") === "yes", actions: url.searchParams.get("actions") === "yes" };
  const { submission, digest } = await prepareSubmission(desk, inspection, extras);
  const lines = inspection.framework.judgements.flatMap(({ themes }) => themes.flatMap((theme) => theme.lines));
  return {
    code: inspection.code,
    extras,
    submission,
    digest,
    left: lines.length - submission.lines.length,
    before: await countSubmissions(desk, inspection),
  };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.submit");
  const { value } = await form();
  const typed = { gaps: value("gaps") === "yes", actions: value("actions") === "yes" };
  const number = await submit(desk, inspection, { ...typed, note: value("note"), digest: value("digest") });
  return redirect(paths.submitted(inspection.code, number));
});

type Page = Awaited<ReturnType<typeof loader>>;

export default function Submit() {
  const data = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { code, extras, submission, digest, left, before } = data;
  return (
    <main id="main" className="wide page own">
      <AssessmentTabs code={code} />
      <ErrorSummary failed={failed} />
      <h1 className="h1">Submit the self-assessment</h1>
      <p className="lede">
        The inspectors will see what is below as version {before + 1}, and your own ratings beside theirs. It cannot be
        changed or taken back; you can submit another version. What you write later they do not see.
      </p>
      {left > 0 && (
        <p>
          <Link to={paths.selfAssessment(code, { state: "not-begun" })}>
            {left === 1 ? "One line has nothing yet and is" : `${left} lines have nothing yet and are`} left out
          </Link>
        </p>
      )}
      <Extras code={code} extras={extras} />
      <Form method="post" className="form own-send" noValidate>
        <input type="hidden" name="digest" value={digest} />
        <input type="hidden" name="gaps" value={extras.gaps ? "yes" : ""} />
        <input type="hidden" name="actions" value={extras.actions ? "yes" : ""} />
        <Field label="Note to the inspectors (optional)" id="note" error={failed?.errors.note}>
          {(tie) => <textarea {...tie} name="note" rows={3} defaultValue={failed?.typed.note} />}
        </Field>
        <div className="actions">
          <button className="btn" type="submit" disabled={submission.lines.length === 0}>
            Submit {submission.lines.length} {submission.lines.length === 1 ? "line" : "lines"} to the inspectors
          </button>
          <Link to={paths.selfAssessment(code)}>Cancel</Link>
        </div>
      </Form>
      <h2 className="h2">What goes to the inspectors</h2>
      <SubmissionBody submission={submission} />
    </main>
  );
}

/** Chosen before the form, so that what is shown is what goes. */
function Extras({ code, extras }: Pick<Page, "code" | "extras">) {
  return (
    <form method="get" action={paths.submission(code)} className="own-find" key={JSON.stringify(extras)}>
      <label className="choice">
        <input type="checkbox" name="gaps" value="yes" defaultChecked={extras.gaps} /> With the open gaps
      </label>
      <label className="choice">
        <input type="checkbox" name="actions" value="yes" defaultChecked={extras.actions} /> With the improvement plan
      </label>
      <button className="btn btn-quiet" type="submit">
        Show what goes
      </button>
    </form>
  );
}
