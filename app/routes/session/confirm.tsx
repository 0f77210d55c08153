/** Asks for the password again before something sensitive, and leads on to it. */
import { type HeadersFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { isConfirmed } from "#app/models/accounts/session.ts";
import { confirmPassword } from "#app/models/accounts/sign-ins.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";
import styles from "#app/ui/styles/accounts.css?url";
import { titled } from "#app/ui/titled.ts";

import { nextOf } from "./arriving.server.ts";
import { keptBy } from "./kept.server.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = titled("Confirm that it is you");
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const loader = reading(async ({ desk, session, request }) => {
  if (isConfirmed(session.confirmedAt, desk.now())) throw redirect(nextOf(request, paths.account()));
  return { email: desk.user.email };
});

export const action = changing(async ({ desk, session, services, request, context, form }) => {
  const password = (await form()).value("password");
  await keptBy(services).tries.at(desk.user.email, context.address, () => confirmPassword(desk, session, password));
  return redirect(nextOf(request, paths.account()));
});

export default function Confirm() {
  const { email } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failure} />
      <h1 className="h1">Confirm that it is you</h1>
      <p className="lede">The next step is sensitive, so enter your password again. It counts for ten minutes.</p>
      <Form method="post" className="form" noValidate>
        {/* For the browser, which keeps passwords by account. */}
        <span className="vh" aria-hidden="true">
          <input autoComplete="username" value={email} readOnly tabIndex={-1} />
        </span>
        <PasswordField label="Password" error={failure?.errors.password} autoComplete="current-password" />
        <button className="btn" type="submit">
          Continue
        </button>
      </Form>
    </main>
  );
}
