import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { anyone, sessionCookie } from "#app/desk.server.ts";
import { signIn } from "#app/models/accounts/users.server.ts";
import { Busy } from "#app/models/accounts/passwords.server.ts";
import { paths } from "#app/paths.ts";
import { failed } from "#app/platform/answer.ts";
import { Invalid } from "#app/platform/failure.ts";
import { readForm } from "#app/platform/form.server.ts";
import { ErrorSummary, Field } from "#app/ui/form.tsx";
import { titled } from "#app/ui/titled.ts";

export const meta = titled("Sign in");

/** Where to go after signing in: a path of our own, or the list of inspections. */
function nextPath(request: Request): string {
  const next = new URL(request.url).searchParams.get("next") ?? "";
  return /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : paths.inspections();
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { user } = await anyone(request, context.services);
  if (user) throw redirect(nextPath(request));
  return { demo: context.services.demo };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const desk = await anyone(request, context.services);
  const form = await readForm(request, desk.storage, 0);
  const email = form.value("email");
  try {
    const missing: Record<string, string> = {};
    if (!email.trim()) missing.email = "Enter your e-mail address";
    if (!form.value("password")) missing.password = "Enter your password";
    if (Object.keys(missing).length) throw new Invalid(missing);
    const token = await signIn(desk, email, form.value("password"));
    return redirect(nextPath(request), { headers: { "Set-Cookie": sessionCookie(context.services, token) } });
  } catch (error) {
    if (error instanceof Busy) throw new Response(error.message, { status: 503, headers: { "Retry-After": "60" } });
    return failed(error, { email });
  }
}

export default function SignIn() {
  const { demo } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failure} />
      <h1 className="h1">Sign in</h1>
      {demo && (
        <div className="notice">
          <p>
            This is the demonstration. Sign in as <b>lead@demo.test</b> with the password <b>throughline-demo</b>.
          </p>
          <p className="small">
            Other people to try: inspector@demo.test, reviewer@demo.test, officer@demo.test, manager@demo.test.
          </p>
        </div>
      )}
      <Form method="post" className="form" noValidate>
        <Field label="E-mail address" id="email" error={failure?.errors.email}>
          {(tie) => (
            <input {...tie} name="email" type="email" autoComplete="username" defaultValue={failure?.typed.email} />
          )}
        </Field>
        <Field label="Password" id="password" error={failure?.errors.password}>
          {(tie) => <input {...tie} name="password" type="password" autoComplete="current-password" />}
        </Field>
        <button className="btn" type="submit">
          Sign in
        </button>
      </Form>
    </main>
  );
}
