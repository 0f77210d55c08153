import { type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { anyone, deskFor, sessionCookie } from "#app/desk.server.ts";
import { signIn } from "#app/models/accounts/sign-ins.server.ts";
import { paths } from "#app/paths.ts";
import { failed } from "#app/platform/answer.ts";
import { Invalid } from "#app/platform/failure.ts";
import { readForm } from "#app/platform/form.server.ts";
import { ErrorSummary, Field } from "#app/ui/form.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";
import styles from "#app/ui/styles/accounts.css?url";
import { titled } from "#app/ui/titled.ts";

import { arrivingOf, nextOf } from "./arriving.server.ts";
import { keptBy } from "./kept.server.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = titled("Sign in");
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { user } = await anyone({ request, context });
  if (user) throw redirect(nextOf(request));
  const changed = new URL(request.url).searchParams.get("done") === "password";
  const singleSignOn = keptBy(context.services).singleSignOn && paths.singleSignOn({ next: nextOf(request) });
  return { demo: context.services.demo, changed, singleSignOn };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { services, address } = context;
  let given = { email: "", password: "" };
  try {
    const form = await readForm(request, services.storage, 0);
    given = { email: form.value("email"), password: form.value("password") };
    demandBoth(given);
    const arriving = await arrivingOf(request, services);
    const token = await keptBy(services).tries.at(given.email, address, () =>
      signIn(deskFor(services, null), given, arriving),
    );
    return redirect(nextOf(request), { headers: { "Set-Cookie": sessionCookie(services, token) } });
  } catch (error) {
    return failed(error, { email: given.email });
  }
}

function demandBoth({ email, password }: { email: string; password: string }): void {
  const missing: Record<string, string> = {};
  if (!email.trim()) missing.email = "Enter your e-mail address";
  if (!password) missing.password = "Enter your password";
  if (Object.keys(missing).length) throw new Invalid(missing);
}

export default function SignIn() {
  const { demo, changed, singleSignOn } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failure} />
      <h1 className="h1">Sign in</h1>
      {changed && (
        <p className="notice" role="status">
          Your password is changed. Sign in with it.
        </p>
      )}
      {demo && <Demo />}
      <Form method="post" className="form" noValidate>
        <Field label="E-mail address" id="email" error={failure?.errors.email}>
          {(tie) => (
            <input {...tie} name="email" type="email" autoComplete="username" defaultValue={failure?.typed.email} />
          )}
        </Field>
        <PasswordField label="Password" error={failure?.errors.password} autoComplete="current-password" />
        <div className="actions">
          <button className="btn" type="submit">
            Sign in
          </button>
          {!demo && <Link to={paths.signInReset()}>Forgotten password</Link>}
        </div>
      </Form>
      {singleSignOn && (
        <a className="btn btn-quiet" href={singleSignOn}>
          Sign in with single sign-on
        </a>
      )}
    </main>
  );
}

const Demo = () => (
  <div className="notice">
    <p>
      This is the demonstration. Sign in as <b>lead@demo.test</b> with the password <b>throughline-demo</b>.
    </p>
    <p className="small">
      Other people to try: inspector@demo.test, reviewer@demo.test, officer@demo.test, manager@demo.test.
    </p>
  </div>
);
