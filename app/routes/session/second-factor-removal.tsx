import { redirect } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";

import { changing, demandConfirmed, reading } from "#app/desk.server.ts";
import { removeFactor } from "#app/models/accounts/second-factors.server.ts";
import { paths } from "#app/paths.ts";
import { NotFound } from "#app/platform/failure.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import { titled } from "#app/ui/titled.ts";

export const meta = titled("Turn off the second step");

export const loader = reading(async (asked) => {
  if (!asked.session.hasFactor) throw new NotFound();
  demandConfirmed(asked);
  return null;
});

export const action = changing(async (asked) => {
  demandConfirmed(asked);
  await removeFactor(asked.desk, asked.session);
  return redirect(paths.account({ done: "factor-off" }));
});

export default function Removal() {
  const failure = useActionData<typeof action>();
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failure} />
      <h1 className="h1">Turn off the second step</h1>
      <p>From then on your password alone signs you in. Your recovery codes stop working.</p>
      <Form method="post" className="actions">
        <button className="btn btn-warn" type="submit">
          Turn it off
        </button>
        <Link to={paths.account()}>Keep it on</Link>
      </Form>
    </main>
  );
}
