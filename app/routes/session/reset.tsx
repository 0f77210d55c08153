import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { deskFor } from "#app/desk.server.ts";
import { askReset } from "#app/models/accounts/deliveries.server.ts";
import { tidyEmail, whyNotEmail } from "#app/models/accounts/person.ts";
import { paths } from "#app/paths.ts";
import { failed } from "#app/platform/answer.ts";
import { Invalid } from "#app/platform/failure.ts";
import { readForm } from "#app/platform/form.server.ts";
import { ErrorSummary, Field } from "#app/ui/form.tsx";
import { titled } from "#app/ui/titled.ts";

import { postOf } from "../accounts/post.server.ts";

export const meta = titled("Forgotten password");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  return { mails: context.services.mail !== null, sent: searchParams.get("done") === "sent" };
}

export async function action({ request, context: { services } }: ActionFunctionArgs) {
  const { mail, ...post } = postOf(services, new URL(request.url));
  if (!mail) throw new Response("Not found", { status: 404 });
  let email = "";
  try {
    email = (await readForm(request, services.storage, 0)).value("email");
    const why = whyNotEmail(tidyEmail(email));
    if (why) throw new Invalid({ email: why });
    askReset(deskFor(services, null), { ...post, mail }, email);
    return redirect(paths.signInReset("sent"));
  } catch (error) {
    return failed(error, { email });
  }
}

export default function Reset() {
  const { mails, sent } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failure} />
      <h1 className="h1">{sent ? "Check your e-mail" : "Forgotten password"}</h1>
      {sent ? <Sent /> : mails ? <Ask failure={failure} /> : <NoMail />}
      <p>
        <Link to={paths.signIn()}>Back to sign in</Link>
      </p>
    </main>
  );
}

function Ask({ failure }: { failure: ReturnType<typeof useActionData<typeof action>> }) {
  return (
    <>
      <p className="lede">We send you a link to choose a new password. It works once, for 1 hour.</p>
      <Form method="post" className="form" noValidate>
        <Field label="E-mail address" id="email" error={failure?.errors.email}>
          {(tie) => (
            <input {...tie} name="email" type="email" autoComplete="username" defaultValue={failure?.typed.email} />
          )}
        </Field>
        <button className="btn" type="submit">
          Send the link
        </button>
      </Form>
    </>
  );
}

function Sent() {
  return (
    <div className="prose">
      <p>If there is an account for that address, a link is on its way to it. It works once, for 1 hour.</p>
      <p>
        If nothing comes within a few minutes, look among unwanted mail, <Link to={paths.signInReset()}>try again</Link>{" "}
        or ask your administrator for a link.
      </p>
    </div>
  );
}

function NoMail() {
  return (
    <div className="prose">
      <p>This server does not send e-mail. Ask your administrator for a link to choose a new password.</p>
    </div>
  );
}
