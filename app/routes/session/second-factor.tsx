/** Sets up the second step of signing in, or moves it to another device. */
import { type HeadersFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, demandConfirmed, reading, sessionCookie } from "#app/desk.server.ts";
import { grouped } from "#app/models/accounts/recovery-code.ts";
import { factorSecrets, offerFactor, setUpFactor } from "#app/models/accounts/second-factors.server.ts";
import { needsFactor } from "#app/models/accounts/session.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary, Field } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/accounts.css?url";
import { titled } from "#app/ui/titled.ts";

import { nextOf } from "./arriving.server.ts";
import { keptBy } from "./kept.server.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = titled("Second step");
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const loader = reading(
  async (asked) => {
    const { session, services, url } = asked;
    const { APP_KEY } = services.settings;
    const needed = needsFactor(session.person.role);
    if (services.demo || !APP_KEY) return { state: services.demo ? "demo" : "no-key", needed } as const;
    if (session.hasFactor && !url.searchParams.has("move")) return { state: "on", needed } as const;
    // Who has just signed in and can do nothing else is not asked for the password twice.
    if (session.owes === null) demandConfirmed(asked);
    return { state: "offer", needed, ...offerFactor(factorSecrets(APP_KEY), session) } as const;
  },
  ["set-up"],
);

export const action = changing(
  async (asked) => {
    const { desk, session, services, request, context, form } = asked;
    if (session.owes === null) demandConfirmed(asked, paths.secondFactor({ move: "1" }));
    const typed = (await form()).value("code");
    const secrets = factorSecrets(services.demo ? undefined : services.settings.APP_KEY);
    const set = () => setUpFactor(desk, secrets, session, typed);
    const token = await keptBy(services).tries.at(`code of ${desk.user.id}`, context.address, set);
    return redirect(paths.recoveryCodes(nextOf(request, paths.account({ done: "factor" }))), {
      headers: { "Set-Cookie": sessionCookie(services, token) },
    });
  },
  ["set-up"],
);

export default function SecondFactor() {
  const data = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failure} />
      <h1 className="h1">{data.state === "offer" ? "Set up a second step" : "Second step"}</h1>
      {data.state === "demo" && <p>The demonstration asks for a password alone.</p>}
      {data.state === "no-key" && (
        <p>This server cannot keep second steps yet: whoever runs it must set APP_KEY first.</p>
      )}
      {data.state === "on" && <On needed={data.needed} />}
      {data.state === "offer" && <Offer {...data} error={failure?.errors.code} />}
    </main>
  );
}

function On({ needed }: { needed: boolean }) {
  return (
    <>
      <p className="lede">Your second step is on: signing in takes your password and a code from your app.</p>
      <div className="prose">
        <ul>
          <li>
            <Link to={paths.secondFactor({ move: "1" })}>Move it to another device</Link>
          </li>
          <li>
            <Link to={paths.recoveryCodes()}>Make new recovery codes</Link>
          </li>
          {!needed && (
            <li>
              <Link to={paths.secondFactorRemoval()}>Turn it off</Link>
            </li>
          )}
        </ul>
      </div>
    </>
  );
}

type Offered = { needed: boolean; secret: string; link: string; error: string | undefined };

function Offer({ needed, secret, link, error }: Offered) {
  return (
    <>
      <p className="lede">
        {needed ? "Your role needs a second step" : "A second step protects your account"}: a code from an app on your
        phone or computer, besides your password.
      </p>
      <div className="prose">
        <ol>
          <li>Open an authenticator app. If you have none, ask your organisation which one to use.</li>
          <li>
            Add an account with this key, or <a href={link}>open it in the app on this device</a>.
            <br />
            <span className="vh">Key: </span>
            <code className="key">{grouped(secret)}</code>
          </li>
          <li>Enter the code that the app shows.</li>
        </ol>
      </div>
      <Form method="post" className="form" noValidate>
        <Field label="Code" id="code" hint="Six digits that change every half minute" error={error}>
          {(tie) => <input {...tie} className="short" name="code" inputMode="numeric" autoComplete="one-time-code" />}
        </Field>
        <button className="btn" type="submit">
          Turn on the second step
        </button>
      </Form>
      <Form method="post" action={paths.signOut()}>
        <button className="btn-plain" type="submit">
          Sign out
        </button>
      </Form>
    </>
  );
}
