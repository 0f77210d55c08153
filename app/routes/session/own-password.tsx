import { type HeadersFunction, redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { changePassword } from "#app/models/accounts/sign-ins.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary, Field } from "#app/ui/form.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";
import styles from "#app/ui/styles/accounts.css?url";
import { titled } from "#app/ui/titled.ts";

import { keptBy } from "./kept.server.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = titled("Change your password");
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const loader = reading(async () => null);

export const action = changing(async ({ desk, session, services, context, form }) => {
  const sent = await form();
  const typed = { current: sent.value("current-password"), password: sent.value("password") };
  await keptBy(services).tries.at(desk.user.email, context.address, () => changePassword(desk, session, typed));
  return redirect(paths.account({ done: "password" }));
});

export default function OwnPassword() {
  const failure = useActionData<typeof action>();
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failure} />
      <h1 className="h1">Change your password</h1>
      <p>You are then signed out everywhere else.</p>
      <Form method="post" className="form" noValidate>
        <Field label="Password that you have now" id="current-password" error={failure?.errors["current-password"]}>
          {(tie) => <input {...tie} name="current-password" type="password" autoComplete="current-password" />}
        </Field>
        <PasswordField
          label="New password"
          hint="12 characters or more, of any kind. Three words that have nothing to do with each other make a good one."
          error={failure?.errors.password}
          autoComplete="new-password"
        />
        <button className="btn" type="submit">
          Change the password
        </button>
      </Form>
    </main>
  );
}
