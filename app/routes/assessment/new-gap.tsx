/** Notes a gap. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { lineChoices } from "#app/models/frameworks/line-choice.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { addGap } from "#app/models/readiness/gaps.server.ts";
import { listOwners } from "#app/models/readiness/own-lines.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary, Field } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/assessment.css?url";
import { titled } from "#app/ui/titled.ts";

import { LineField, OwnerFields } from "./owner-fields.tsx";
import { AssessmentTabs } from "./tabs.tsx";

export const meta = titled("Note a gap");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.write");
  return {
    code: inspection.code,
    line: url.searchParams.get("line") ?? "",
    choices: lineChoices(inspection.framework),
    owners: await listOwners(desk, inspection),
  };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.write");
  const { value } = await form();
  const typed = { line: value("line"), text: value("text"), owner: value("owner"), due: value("due") };
  await addGap(desk, inspection, typed);
  return redirect(paths.selfAssessmentLine(inspection.code, typed.line));
});

export default function NewGap() {
  const { code, line, choices, owners } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { errors = {}, typed = {} } = failed ?? {};
  return (
    <main id="main" className="wide page own">
      <AssessmentTabs code={code} />
      <ErrorSummary failed={failed} />
      <h1 className="h1">Note a gap</h1>
      <Form method="post" className="form" noValidate>
        <LineField choices={choices} line={typed.line ?? line} error={errors.line} />
        <Field label="What is missing" id="text" error={errors.text}>
          {(tie) => <textarea {...tie} name="text" rows={3} defaultValue={typed.text} />}
        </Field>
        <OwnerFields owners={owners} owner={typed.owner ?? ""} due={typed.due ?? ""} errors={errors} />
        <div className="actions">
          <button className="btn" type="submit">
            Note the gap
          </button>
          <Link to={paths.gaps(code)}>Cancel</Link>
        </div>
      </Form>
    </main>
  );
}
