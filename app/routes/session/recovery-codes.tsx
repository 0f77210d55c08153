/** Makes recovery codes and shows them this once. */
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, demandConfirmed, reading } from "#app/desk.server.ts";
import { countRecoveryCodes, factorSecrets, replaceRecoveryCodes } from "#app/models/accounts/second-factors.server.ts";
import { isConfirmed } from "#app/models/accounts/session.ts";
import { paths } from "#app/paths.ts";
import { NotFound } from "#app/platform/failure.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/accounts.css?url";
import { titled } from "#app/ui/titled.ts";

import { nextOf } from "./arriving.server.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = titled("Recovery codes");

export const loader = reading(async ({ desk, session, request }) => {
  if (!session.hasFactor) throw new NotFound();
  const { given, left } = await countRecoveryCodes(desk, session);
  const ask = given > 0 && !isConfirmed(session.confirmedAt, desk.now());
  return {
    given,
    left,
    confirm: ask ? paths.confirm(paths.recoveryCodes()) : null,
    next: nextOf(request, paths.account()),
  };
});

export const action = changing(async (asked) => {
  const { desk, session, services } = asked;
  if ((await countRecoveryCodes(desk, session)).given > 0) demandConfirmed(asked);
  return { codes: await replaceRecoveryCodes(desk, factorSecrets(services.settings.APP_KEY), session) };
});

export default function RecoveryCodes() {
  const { given, left, confirm, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "codes" in answer) return <Codes codes={answer.codes} next={next} />;
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={answer} />
      <h1 className="h1">Recovery codes</h1>
      <p className="lede">
        Ten codes for the day when your phone is lost or new. Each signs you in once, in place of a code.
      </p>
      {given > 0 && (
        <p>
          You have {left} of {given} left. New ones replace them all.
        </p>
      )}
      {confirm ? (
        <p>
          <Link to={confirm}>Confirm that it is you</Link>, then make new codes.
        </p>
      ) : (
        <Form method="post">
          <button className="btn" type="submit">
            {given > 0 ? "Make new recovery codes" : "Show my recovery codes"}
          </button>
        </Form>
      )}
      <p>
        <Link to={next}>{given > 0 ? "Back" : "Do this later"}</Link>
      </p>
    </main>
  );
}

function Codes({ codes, next }: { codes: string[]; next: string }) {
  return (
    <main id="main" className="wide page">
      <h1 className="h1">Your recovery codes</h1>
      <p className="notice notice-warn">
        This page shows them this once. Print it or write them down, and keep them apart from your phone.
      </p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Link className="btn" to={next}>
        I have kept them
      </Link>
    </main>
  );
}
