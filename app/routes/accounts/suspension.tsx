/** Asks once more, then keeps a person out. */
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { disableAccount } from "#app/models/accounts/accounts.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import { titled } from "#app/ui/titled.ts";

import { Crumbs, peopleStep } from "./crumbs.tsx";
import { demandSure, loadPerson } from "./person.server.ts";

export const meta = titled("Disable an account", "Administration");

export const loader = reading(async (asked) => {
  const { id, name, email, state, whyNotDisable } = await loadPerson(asked, asked.params.id ?? "");
  return { id, name, email, disabled: state === "disabled", whyNotDisable };
});

export const action = changing(async (asked) => {
  const id = asked.params.id ?? "";
  demandSure(asked, paths.person(id));
  await disableAccount(asked.desk, id);
  return redirect(paths.person(id, { done: "disabled" }));
});

export default function Suspension() {
  const { id, name, email, disabled, whyNotDisable } = useLoaderData<typeof loader>();
  const why = disabled ? "This account is disabled already." : whyNotDisable;
  return (
    <main id="main" className="wide page">
      <Crumbs steps={[peopleStep, [paths.person(id), name]]} here="Disable the account" />
      <ErrorSummary failed={useActionData<typeof action>()} />
      <h1 className="h1">Disable the account of {name}?</h1>
      {why ? (
        <p className="notice notice-warn">{why}</p>
      ) : (
        <div className="prose">
          <p>{email} is signed out everywhere at once and can no longer sign in.</p>
          <p>What they wrote stays in the record. You can enable the account again.</p>
        </div>
      )}
      <Form method="post" className="actions">
        {!why && (
          <button className="btn btn-warn" type="submit">
            Disable the account
          </button>
        )}
        <Link to={paths.person(id)}>{why ? "Back to the account" : "Cancel"}</Link>
      </Form>
    </main>
  );
}
