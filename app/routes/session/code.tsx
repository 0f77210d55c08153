/** The second step of signing in. */
import { type HeadersFunction, redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";

import { changing, reading, sessionCookie } from "#app/desk.server.ts";
import { factorSecrets, giveCode } from "#app/models/accounts/second-factors.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary, Field } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/accounts.css?url";
import { titled } from "#app/ui/titled.ts";

import { nextOf } from "./arriving.server.ts";
import { keptBy } from "./kept.server.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = titled("Enter a code");
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const loader = reading(
  async ({ session, request }) => {
    if (session.owes !== "code") throw redirect(nextOf(request));
    return null;
  },
  ["code"],
);

export const action = changing(
  async ({ desk, session, services, request, context, form }) => {
    if (session.owes !== "code") throw redirect(nextOf(request));
    const typed = (await form()).value("code");
    const secrets = factorSecrets(services.settings.APP_KEY);
    const token = await keptBy(services).tries.at(`code of ${session.person.id}`, context.address, () =>
      giveCode(desk, secrets, session, typed),
    );
    return redirect(nextOf(request), { headers: { "Set-Cookie": sessionCookie(services, token) } });
  },
  ["code"],
);

export default function Code() {
  const failure = useActionData<typeof action>();
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failure} />
      <h1 className="h1">Enter a code</h1>
      <p className="lede">Your account is protected by a second step. Open your authenticator app to see the code.</p>
      <Form method="post" className="form" noValidate>
        <Field
          label="Code"
          id="code"
          hint="Six digits that change every half minute. Without your app, enter one of your recovery codes."
          error={failure?.errors.code}
        >
          {(tie) => (
            <input
              {...tie}
              className="short"
              name="code"
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </Field>
        <button className="btn" type="submit">
          Continue
        </button>
      </Form>
      <p className="small">If you have neither, ask your administrator.</p>
      <Form method="post" action={paths.signOut()}>
        <button className="btn-plain" type="submit">
          Sign in as someone else
        </button>
      </Form>
    </main>
  );
}
