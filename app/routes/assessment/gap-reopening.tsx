/** Opens a closed gap again. */
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { findGap, reopenGap } from "#app/models/readiness/gaps.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import { titled } from "#app/ui/titled.ts";

import { versionOf } from "./theirs.tsx";

export const meta = titled("Open a gap again");

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.write");
  const { id, text, closed, version } = await findGap(desk, inspection, params.id ?? "");
  return { code: inspection.code, id, text, reason: closed?.reason ?? null, version };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.write");
  const { number } = await form();
  await reopenGap(desk, inspection, params.id ?? "", { version: number("version") ?? 0 });
  return redirect(paths.gap(inspection.code, params.id ?? ""));
});

export default function GapReopening() {
  const { code, id, text, reason, version } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} />
      <h1 className="h1">Open this gap again</h1>
      <p className="lede">{text}</p>
      {reason && <p>It was closed with: {reason}</p>}
      <Form method="post" className="actions">
        <input type="hidden" name="version" value={versionOf(failed, version)} />
        <button className="btn" type="submit">
          Open the gap again
        </button>
        <Link to={paths.gap(code, id)}>Cancel</Link>
      </Form>
    </main>
  );
}
