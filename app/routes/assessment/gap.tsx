/** One gap: changed here, and closed from here. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { gapStandingTitle } from "#app/models/readiness/gap.ts";
import { editGap, findGap } from "#app/models/readiness/gaps.server.ts";
import { listOwners } from "#app/models/readiness/own-lines.server.ts";
import { paths } from "#app/paths.ts";
import { shortDate } from "#app/ui/dates.ts";
import { ErrorSummary, type Failed, Field } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/assessment.css?url";
import { titled } from "#app/ui/titled.ts";

import { OwnerFields } from "./owner-fields.tsx";
import { AssessmentTabs } from "./tabs.tsx";
import { Theirs, versionOf } from "./theirs.tsx";

export const meta = titled("Gap");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.see");
  return {
    code: inspection.code,
    gap: await findGap(desk, inspection, params.id ?? ""),
    owners: await listOwners(desk, inspection),
    mayWrite: allowed(inspection, "assessment.write"),
  };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.write");
  const { value, number } = await form();
  const typed = { text: value("text"), owner: value("owner"), due: value("due"), version: number("version") ?? 0 };
  await editGap(desk, inspection, params.id ?? "", typed);
  return redirect(paths.gap(inspection.code, params.id ?? ""));
});

type Page = Awaited<ReturnType<typeof loader>>;

export default function Gap() {
  const data = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { code, gap, mayWrite } = data;
  return (
    <main id="main" className="wide page own">
      <AssessmentTabs code={code} />
      <ErrorSummary failed={failed} />
      <h1 className="h1">{gap.text}</h1>
      <dl className="summary">
        <dt>Line</dt>
        <dd>
          <Link to={paths.selfAssessmentLine(code, gap.line.ref)}>
            {gap.line.ref} {gap.line.title}
          </Link>
        </dd>
        <dt>Standing</dt>
        <dd>
          <span className={`tag own-${gap.standing}`}>{gapStandingTitle(gap.standing)}</span>
        </dd>
        <dt>Who sees to it</dt>
        <dd>{gap.owner?.name ?? "Nobody yet"}</dd>
        <dt>By when</dt>
        <dd>{gap.due ? shortDate(gap.due) : "No day set"}</dd>
        {gap.closed && (
          <>
            <dt>Closed</dt>
            <dd>
              {shortDate(gap.closed.at)}: {gap.closed.reason}
            </dd>
          </>
        )}
      </dl>
      {mayWrite && gap.closed && <Link to={paths.gapReopening(code, gap.id)}>Open this gap again</Link>}
      {mayWrite && !gap.closed && (
        <>
          <Link className="btn" to={paths.gapClosure(code, gap.id)}>
            Close this gap
          </Link>
          <Change data={data} failed={failed} />
        </>
      )}
    </main>
  );
}

function Change({ data: { code, gap, owners }, failed }: { data: Page; failed: Failed }) {
  const { errors = {}, typed } = failed ?? {};
  return (
    <details open={failed !== undefined}>
      <summary>Change this gap</summary>
      <Theirs failed={failed} titles={{ text: "What is missing", due: "By when" }} keep={paths.gap(code, gap.id)} />
      <Form method="post" className="form" noValidate>
        <input type="hidden" name="version" value={versionOf(failed, gap.version)} />
        <Field label="What is missing" id="text" error={errors.text}>
          {(tie) => <textarea {...tie} name="text" rows={3} defaultValue={typed?.text ?? gap.text} />}
        </Field>
        <OwnerFields
          owners={owners}
          owner={typed?.owner ?? gap.owner?.id ?? ""}
          due={typed?.due ?? gap.due ?? ""}
          errors={errors}
        />
        <button className="btn" type="submit">
          Save the gap
        </button>
      </Form>
    </details>
  );
}
