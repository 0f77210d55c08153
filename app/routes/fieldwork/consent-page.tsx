/** The page of consent for one piece of evidence, also under the address of its withdrawal. */
import type { LinksFunction } from "@remix-run/node";
import { Form, Link } from "@remix-run/react";

import { attributionTitle } from "#app/models/fieldwork/enquiry.ts";
import { paths } from "#app/paths.ts";
import { EvidenceCrumbs } from "#app/ui/evidence-crumbs.tsx";
import { ErrorSummary, type Failed, Field } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/notes.css?url";

import { ConsentFields } from "./consent-fields.tsx";
import type { ConsentPage } from "./consent.server.ts";

export const consentLinks: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

type Props = { data: ConsentPage & { done: string | null }; failed?: Failed; withdraw?: Failed };

export function ConsentView({ data, failed, withdraw }: Props) {
  const { code, item, consent, done, mayKeep } = data;
  return (
    <main id="main" className="wide page notes-page">
      <ErrorSummary failed={failed ?? withdraw} />
      <EvidenceCrumbs code={code} here={item.ref} />
      <h1 className="h1">How these words may be used</h1>
      <p className="lede">
        <Link to={paths.evidenceItem(code, item.id)}>
          {item.ref} {item.title}
        </Link>
      </p>
      {done === "saved" && (
        <p className="notice" role="status">
          It is saved, and holds from now on in every page and file.
        </p>
      )}
      {consent?.withdrawn ? <TakenBack data={data} /> : <Recorded data={data} />}
      {mayKeep && !consent?.withdrawn && <Change data={data} failed={failed} />}
      <Files data={data} />
      {mayKeep && !consent?.withdrawn && <Withdraw data={data} failed={withdraw} />}
    </main>
  );
}

function Recorded({ data: { consent } }: { data: ConsentPage }) {
  if (!consent) {
    return (
      <p className="notice notice-warn">
        <b>No consent is recorded.</b> Until then these words are treated as a document’s: they may be quoted.
      </p>
    );
  }
  return (
    <dl className="summary">
      <dt>Their words</dt>
      <dd>{attributionTitle(consent.attribution)}</dd>
      <dt>How they agreed</dt>
      <dd>{consent.given}</dd>
      <dt>Recorded</dt>
      <dd>
        {consent.at}
        {consent.recordedBy && `, by ${consent.recordedBy}`}
      </dd>
    </dl>
  );
}

function TakenBack({ data: { consent, findings, code } }: { data: ConsentPage }) {
  return (
    <div className="notice notice-warn" role="status">
      <p>
        <b>Taken back</b> on {consent?.withdrawn?.at}: {consent?.withdrawn?.reason}
      </p>
      <p>Nobody can read, find or quote these words here any more. What cites them says so.</p>
      {findings.length > 0 && (
        <>
          <p>Read each finding that rested on them, and cite something else or withdraw it:</p>
          <ul className="consent-findings">
            {findings.map(({ id, ref, name, text }) => (
              <li key={id}>
                <Link to={paths.line(code, ref, {}, id)}>
                  {ref} {name}
                </Link>{" "}
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Change({ data: { code, item, consent }, failed }: { data: ConsentPage; failed: Failed }) {
  const stale = failed?.stale;
  const typed = failed?.typed ?? { attribution: consent?.attribution ?? "", given: consent?.given ?? "" };
  return (
    <details open={failed !== undefined || !consent}>
      <summary>{consent ? "Change what they agreed to" : "Record what they agreed to"}</summary>
      {stale && (
        <p className="notice notice-warn">
          <b>It now says:</b> {stale.current.attribution}, {stale.current.given}. Send yours again to replace it.
        </p>
      )}
      <Form method="post" action={paths.consent(code, item.id)} className="form" noValidate>
        <input type="hidden" name="version" value={stale?.version ?? consent?.version ?? 0} />
        <ConsentFields typed={typed} failed={failed} />
        <button className="btn" type="submit">
          Save what they agreed to
        </button>
      </Form>
    </details>
  );
}

function Files({ data: { files, consent } }: { data: ConsentPage }) {
  return (
    <section className="consent-files" aria-labelledby="files">
      <h2 id="files" className="h2">
        Files that left and may hold these words
      </h2>
      {files.length === 0 ? (
        <p>None.</p>
      ) : (
        <>
          <p>
            {consent?.withdrawn
              ? "They cannot be called back from here. Ask whoever has one to delete it."
              : "If these words are ever taken back, whoever has one of these files should be told."}
          </p>
          <div className="scroll">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">File</th>
                  <th scope="col">When</th>
                  <th scope="col">Taken by</th>
                </tr>
              </thead>
              <tbody>
                {files.map(({ key, what, when, by }) => (
                  <tr key={key}>
                    <td>{what}</td>
                    <td>{when}</td>
                    <td>{by}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

const cites = [
  "No finding cites them.",
  "The finding that cites them stays, without them.",
  "The findings that cite them stay, without them.",
];

function Withdraw({ data: { code, item, consent, findings }, failed }: { data: ConsentPage; failed: Failed }) {
  return (
    <details className="consent-withdraw" open={failed !== undefined}>
      <summary>They take their words back</summary>
      <p>
        The words leave search, the notes of the visit, every page and every file from now on. The evidence goes out of
        use and nobody can open it. {cites[Math.min(findings.length, 2)]} This cannot be undone.
      </p>
      {failed?.stale && (
        <p className="notice notice-warn">Someone changed the consent just now. Read it again first.</p>
      )}
      <Form method="post" action={paths.consentWithdrawal(code, item.id)} className="form" noValidate>
        <input type="hidden" name="version" value={failed?.stale?.version ?? consent?.version ?? 0} />
        <Field
          label="Why are they taken back?"
          id="reason"
          hint="Such as “Asked by telephone”. Do not repeat the words."
          error={failed?.errors.reason}
        >
          {(tie) => <input {...tie} name="reason" autoComplete="off" defaultValue={failed?.typed.reason} />}
        </Field>
        <button className="btn btn-warn" type="submit">
          Take the words out everywhere
        </button>
      </Form>
    </details>
  );
}
