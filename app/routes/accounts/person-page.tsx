/** One account, with what an administrator can do to it. */
import { Form, Link, type MetaFunction } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { ErrorSummary, type Failed } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/accounts.css?url";

import { Crumbs, peopleStep } from "./crumbs.tsx";
import { PassOn } from "./pass-on.tsx";
import type { PersonView } from "./person.server.ts";
import { PlaceFields } from "./place-fields.tsx";

export const personLinks = () => [{ rel: "stylesheet", href: styles }];

export const personMeta: MetaFunction = ({ data }) => [
  { title: `${(data as PersonView | undefined)?.name ?? "Account"} – Administration – Throughline` },
];

const notices: Record<string, string> = {
  mailed: "A link was sent to this person.",
  changed: "The account was changed.",
  forgotten: "The second step was removed. This person can sign in with their password and set up another.",
  ended: "This person is signed out everywhere.",
  disabled: "The account is disabled.",
  enabled: "The account is enabled. Its owner can sign in with their password.",
};

const UNSENT =
  "The letter with the link could not be sent. Check the settings of the mail server (SMTP_URL), then send another link.";

type Props = { person: PersonView; done?: string | null; link?: string; failed?: Failed };

export function PersonPage({ person, done = null, link, failed }: Props) {
  const { name, email, state, organisation } = person;
  const kind = state === "invited" ? "invitation" : "reset";
  const notice = done !== null && Object.hasOwn(notices, done) ? notices[done] : null;
  return (
    <main id="main" className="wide page">
      <Crumbs steps={[peopleStep]} here={name} />
      <ErrorSummary failed={failed} />
      {notice && (
        <p className="notice" role="status">
          {notice}
        </p>
      )}
      {done === "unsent" && (
        <p className="notice notice-warn" role="status">
          {UNSENT}
        </p>
      )}
      <h1 className="h1">{name}</h1>
      {link && <PassOn name={name} link={link} kind={kind} />}
      <dl className="summary">
        <dt>E-mail address</dt>
        <dd>{email}</dd>
        <dt>Role</dt>
        <dd>{person.roleTitle}</dd>
        <dt>Organisation</dt>
        <dd>{organisation ?? "None"}</dd>
        <dt>Account</dt>
        <dd>{person.stateTitle}</dd>
        <dt>Second step</dt>
        <dd>{person.factor ? "Set up" : "Not set up"}</dd>
        <dt>Added</dt>
        <dd>{person.added}</dd>
      </dl>
      {person.self ? <Self /> : <Forms person={person} failed={failed} />}
    </main>
  );
}

function Self() {
  return (
    <div className="section">
      <p>
        This is your own account: another administrator can change its role or disable it. Your password, second step
        and devices are in <Link to={paths.account()}>your account</Link>.
      </p>
    </div>
  );
}

function Forms({ person, failed }: { person: PersonView; failed: Failed }) {
  const { state, factor } = person;
  return (
    <>
      <PlaceForm person={person} failed={failed} />
      {state !== "disabled" && <LinkForm person={person} />}
      {state === "active" && <SessionsForm person={person} />}
      {factor && <FactorForm person={person} />}
      <AccessForm person={person} />
    </>
  );
}

function PlaceForm({ person, failed }: { person: PersonView; failed: Failed }) {
  const { errors = {}, typed = {}, stale } = failed ?? {};
  return (
    <section className="section" aria-labelledby="place">
      <h2 className="h2" id="place">
        Role and organisation
      </h2>
      <p>With another role, the person is signed out and signs in again.</p>
      {stale && (
        <p className="notice notice-warn">
          <b>What stands now:</b> {stale.current.role}, {stale.current.organisation}
        </p>
      )}
      <Form method="post" action={paths.personRole(person.id)} className="form" noValidate>
        <input type="hidden" name="version" value={stale?.version ?? person.version} />
        <PlaceFields
          role={typed.role ?? person.role}
          organisation={typed.organisation ?? person.organisation ?? ""}
          organisations={person.organisations}
          errors={errors}
        />
        <button className="btn" type="submit">
          Save
        </button>
      </Form>
    </section>
  );
}

function LinkForm({ person: { id, state, mails } }: { person: PersonView }) {
  const invited = state === "invited";
  return (
    <section className="section" aria-labelledby="link-title">
      <h2 className="h2" id="link-title">
        {invited ? "Another invitation" : "New password"}
      </h2>
      <p>
        {invited ? "They have not chosen a password yet. " : "You cannot choose a password for anyone. "}
        {mails
          ? "We send them a link with which they choose one."
          : "You get a link to pass on, with which they choose one."}{" "}
        Older links of theirs stop working.
      </p>
      <Form method="post" action={paths.personLink(id)}>
        <button className="btn btn-quiet" type="submit">
          {mails ? "Send a link" : "Make a link"}
        </button>
      </Form>
    </section>
  );
}

function SessionsForm({ person: { id } }: { person: PersonView }) {
  return (
    <section className="section" aria-labelledby="sessions">
      <h2 className="h2" id="sessions">
        Signed in
      </h2>
      <p>If a device was lost, sign the person out everywhere. They can sign in again.</p>
      <Form method="post" action={paths.personSessions(id)}>
        <button className="btn btn-quiet" type="submit">
          Sign out everywhere
        </button>
      </Form>
    </section>
  );
}

function FactorForm({ person: { id } }: { person: PersonView }) {
  return (
    <section className="section" aria-labelledby="factor">
      <h2 className="h2" id="factor">
        Second step
      </h2>
      <p>
        For someone who has lost their authenticator app and their recovery codes. Make sure that it is them who asks:
        until they set up another, their password alone opens the account.
      </p>
      <Form method="post" action={paths.personSecondFactor(id)}>
        <button className="btn btn-quiet" type="submit">
          Remove the second step
        </button>
      </Form>
    </section>
  );
}

function AccessForm({ person: { id, state, whyNotDisable } }: { person: PersonView }) {
  const disabled = state === "disabled";
  return (
    <section className="section" aria-labelledby="access">
      <h2 className="h2" id="access">
        {disabled ? "Enable the account" : "Disable the account"}
      </h2>
      {disabled && (
        <Form method="post" action={paths.personReturn(id)}>
          <button className="btn btn-quiet" type="submit">
            Enable the account
          </button>
        </Form>
      )}
      {!disabled && whyNotDisable && <p>{whyNotDisable}</p>}
      {!disabled && !whyNotDisable && (
        <>
          <p>For someone who has left. What they wrote stays in the record.</p>
          <Link className="btn btn-quiet" to={paths.personSuspension(id)}>
            Disable the account…
          </Link>
        </>
      )}
    </section>
  );
}
