import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { anyone } from "#app/desk.server.ts";
import { findLink, spendLink } from "#app/models/accounts/links.server.ts";
import { paths } from "#app/paths.ts";
import { failed, type FormState } from "#app/platform/answer.ts";
import { NotFound } from "#app/platform/failure.ts";
import { readForm } from "#app/platform/form.server.ts";
import { ErrorSummary, Field } from "#app/ui/form.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";
import styles from "#app/ui/styles/accounts.css?url";

import { SpentLink } from "./spent-link.tsx";

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;
export const links = () => [{ rel: "stylesheet", href: styles }];

const titles = {
  setup: "Set up this server",
  invitation: "Welcome",
  reset: "Choose a new password",
} as const;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.link ? titles[data.link.kind] : "This link does not work"} – Throughline` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const link = await findLink(await anyone({ request, context }), params.token ?? "");
  if (!link) return data({ link: null }, { status: 404 });
  const { kind, person } = link;
  return data({ link: { kind, name: person?.name ?? "", email: person?.email ?? null } });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { services } = context;
  const desk = await anyone({ request, context });
  let typed = { name: "", email: "", password: "" };
  try {
    const { value } = await readForm(request, services.storage, 0);
    typed = { name: value("name"), email: value("email"), password: value("password") };
    await spendLink(desk, params.token ?? "", typed);
    return redirect(paths.signIn(undefined, "password"));
  } catch (error) {
    if (error instanceof NotFound) return data<FormState>({ errors: {}, typed: {}, stale: null }, { status: 404 });
    return failed(error, typed);
  }
}

export default function Welcome() {
  const { link } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  if (!link) return <SpentLink />;
  const { kind, name, email } = link;
  const { errors = {}, typed = {} } = failure ?? {};
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failure} />
      <h1 className="h1">{titles[kind]}</h1>
      <p className="lede">
        {kind === "setup"
          ? "Make the first account: an administrator, who adds everybody else."
          : `This is the account of ${email}.`}
      </p>
      <Form method="post" className="form" noValidate>
        {kind !== "reset" && (
          <Field label="Full name" id="name" error={errors.name}>
            {(tie) => <input {...tie} name="name" autoComplete="name" defaultValue={typed.name ?? name} />}
          </Field>
        )}
        {kind === "setup" && (
          <Field label="E-mail address" id="email" hint="You sign in with it." error={errors.email}>
            {(tie) => <input {...tie} name="email" type="email" autoComplete="username" defaultValue={typed.email} />}
          </Field>
        )}
        {email !== null && (
          // For the browser, which keeps passwords by account.
          <span className="vh" aria-hidden="true">
            <input autoComplete="username" value={email} readOnly tabIndex={-1} />
          </span>
        )}
        <PasswordField
          label={kind === "reset" ? "New password" : "Password"}
          hint="12 characters or more, of any kind. Three words that have nothing to do with each other make a good one."
          error={errors.password}
          autoComplete="new-password"
        />
        <button className="btn" type="submit">
          {kind === "reset" ? "Change the password" : "Make the account"}
        </button>
      </Form>
    </main>
  );
}
