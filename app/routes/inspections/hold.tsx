/** The legal hold of an inspection: while it stands, nothing is disposed of. */
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { changeHold, findHold } from "#app/models/inspections/holds.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { shortDate } from "#app/ui/dates.ts";
import { ErrorSummary, Field } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/stage.css?url";
import { titled } from "#app/ui/titled.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = titled("Legal hold");

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "retention.hold");
  return { code: inspection.code, hold: await findHold(desk, inspection) };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "retention.hold");
  const { value } = await form();
  await changeHold(desk, inspection, { hold: value("hold") === "yes", reason: value("reason") });
  return redirect(paths.hold(inspection.code));
});

export default function LegalHold() {
  const { code, hold } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const held = hold.heldAt !== null;
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} />
      <h1 className="h1">Legal hold</h1>
      {failed?.stale && (
        <p className="notice notice-warn">
          {held ? "Someone else put it on hold" : "Someone else ended the hold"} while you were here. See below how it
          stands now.
        </p>
      )}
      {hold.disposedAt ? (
        <p className="notice">The content was disposed of on {shortDate(hold.disposedAt)}.</p>
      ) : (
        <>
          <p className="lede">
            {held
              ? `On hold since ${shortDate(hold.heldAt ?? "")}: ${hold.heldReason}`
              : "Nothing holds this inspection. When its period is over, its content may be disposed of."}
          </p>
          <Form method="post" className="form" noValidate>
            <input type="hidden" name="hold" value={held ? "no" : "yes"} />
            <Field
              label={held ? "Why the hold ends" : "Why it is held"}
              id="reason"
              hint="For example a court case or a complaint. It stays on record."
              error={failed?.errors.reason}
            >
              {(tie) => <textarea {...tie} name="reason" rows={3} defaultValue={failed?.typed.reason} />}
            </Field>
            <button className="btn" type="submit">
              {held ? "End the hold" : "Put on hold"}
            </button>
          </Form>
        </>
      )}
      <p>
        <Link to={paths.helpPage("retention")}>How long things are kept</Link>.{" "}
        <Link to={paths.stage(code)}>Stage</Link>
      </p>
    </main>
  );
}
