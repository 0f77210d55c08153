/** Links the account to a person at the identity provider. */
import { Form, Link, useLoaderData } from "@remix-run/react";

import { demandConfirmed, reading } from "#app/desk.server.ts";
import { listIssuers } from "#app/models/accounts/identities.server.ts";
import { paths } from "#app/paths.ts";
import { NotFound } from "#app/platform/failure.ts";
import { titled } from "#app/ui/titled.ts";

import { keptBy } from "./kept.server.ts";

export const meta = titled("Single sign-on");

export const loader = reading(async (asked) => {
  const { desk, session, services } = asked;
  const { singleSignOn } = keptBy(services);
  if (!singleSignOn) throw new NotFound();
  demandConfirmed(asked);
  const { issuer, permit } = singleSignOn;
  return { issuers: await listIssuers(desk, session), issuer, link: paths.singleSignOn({ link: permit(session.id) }) };
});

export default function Identity() {
  const { issuers, issuer, link } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wide page">
      <h1 className="h1">Single sign-on</h1>
      {issuers.length === 0 ? (
        <p>You can sign in here with the account that you have at {new URL(issuer).host}. Link it once.</p>
      ) : (
        <>
          <p>Linked with: {issuers.map((each) => new URL(each).host).join(", ")}.</p>
          <Form method="post" action={paths.identityRemoval()}>
            <button className="btn btn-warn" type="submit">
              Remove the link
            </button>
          </Form>
        </>
      )}
      <a className="btn" href={link}>
        {issuers.length === 0 ? "Link single sign-on" : "Link another account"}
      </a>
      <p>
        <Link to={paths.account()}>Back to your account</Link>
      </p>
    </main>
  );
}
