import { Form, Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { listIssuers } from "#app/models/accounts/identities.server.ts";
import { roleTitle } from "#app/models/accounts/role.ts";
import { countRecoveryCodes } from "#app/models/accounts/second-factors.server.ts";
import { needsFactor } from "#app/models/accounts/session.ts";
import { listSessions } from "#app/models/accounts/sessions.server.ts";
import { paths } from "#app/paths.ts";
import styles from "#app/ui/styles/accounts.css?url";
import { titled } from "#app/ui/titled.ts";

import { keptBy } from "./kept.server.ts";
import { Sessions } from "./sessions.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = titled("Your account");

const done: Record<string, string> = {
  ended: "That device is signed out.",
  others: "You are signed out everywhere else.",
  password: "Your password is changed, and you are signed out everywhere else.",
  factor: "Your second step is on.",
  "factor-off": "Your second step is off.",
  mail: "Your choice of letters is kept.",
  linked: "Your single sign-on is linked. You can sign in with it from now on.",
  unlinked: "Your single sign-on is no longer linked.",
};

export const loader = reading(async ({ desk, session, services, url }) => {
  const { name, email, role, organisation } = desk.user;
  return {
    person: { name, email, role: roleTitle(role), organisation },
    sessions: await listSessions(desk, session),
    factor: { on: session.hasFactor, needed: needsFactor(role), asked: !services.demo },
    codes: (await countRecoveryCodes(desk, session)).left,
    singleSignOn: keptBy(services).singleSignOn && { linked: (await listIssuers(desk, session)).length > 0 },
    writes: desk.user.side !== null,
    done: done[url.searchParams.get("done") ?? ""] ?? null,
  };
});

export default function Account() {
  const { person, sessions, factor, codes, singleSignOn, writes, done: message } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wide page">
      {message && (
        <p className="notice" role="status">
          {message}
        </p>
      )}
      <div className="title-row">
        <h1 className="h1">Your account</h1>
        <Form method="post" action={paths.signOut()}>
          <button className="btn btn-quiet" type="submit">
            Sign out
          </button>
        </Form>
      </div>
      <dl className="summary">
        <dt>Name</dt>
        <dd>{person.name}</dd>
        <dt>E-mail address</dt>
        <dd>{person.email}</dd>
        <dt>Role</dt>
        <dd>{person.role}</dd>
        <dt>Organisation</dt>
        <dd>{person.organisation ?? "None"}</dd>
      </dl>
      <h2 className="h2">How you sign in</h2>
      <dl className="summary">
        <dt>Password</dt>
        <dd>
          <Link to={paths.ownPassword()}>Change your password</Link>
        </dd>
        <dt>Second step</dt>
        <dd>
          <Factor {...factor} codes={codes} />
        </dd>
        {singleSignOn && (
          <>
            <dt>Single sign-on</dt>
            <dd>
              {singleSignOn.linked && "Linked. "}
              <Link to={paths.identity()}>{singleSignOn.linked ? "Change it" : "Link your single sign-on"}</Link>
            </dd>
          </>
        )}
      </dl>
      {writes && <Letters />}
      <Sessions sessions={sessions} />
      <h2 className="h2">What is held about you</h2>
      <p>
        <Link to={paths.ownData()}>See and download what Throughline holds about your account</Link>
      </p>
    </main>
  );
}

const Letters = () => (
  <>
    <h2 className="h2">What you are told</h2>
    <dl className="summary">
      <dt>Letters</dt>
      <dd>
        <Link to={paths.ownMail()}>Choose which letters about requests you get</Link>
      </dd>
    </dl>
  </>
);

function Factor({ on, needed, asked, codes }: { on: boolean; needed: boolean; asked: boolean; codes: number }) {
  if (!asked) return <>The demonstration does not ask for one.</>;
  if (!on) return <Link to={paths.secondFactor()}>Set up a second step{needed && ", which your role needs"}</Link>;
  return (
    <>
      On. <Link to={paths.secondFactor()}>Change it</Link>
      <br />
      {codes === 0 ? "No recovery codes left. " : `${codes} recovery ${codes === 1 ? "code" : "codes"} left. `}
      <Link to={paths.recoveryCodes()}>Make new recovery codes</Link>
    </>
  );
}
