/** The page of one piece of evidence: the same under the address of each of its forms. */
import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { ErrorSummary, type Failed } from "#app/ui/form.tsx";
import { Paper } from "#app/ui/signs.tsx";
import { sizeOf } from "#app/ui/size.ts";
import styles from "#app/ui/styles/evidence.css?url";

import { DetailsForm, WithdrawalForm } from "./item-forms.tsx";
import { countCiting, type ItemView } from "./item-view.ts";

export const itemLinks: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const itemMeta: MetaFunction = ({ data }) => {
  const item = data as ItemView | undefined;
  return [{ title: item ? `${item.ref} ${item.title} – ${item.inspection} – Throughline` : "Throughline" }];
};

export const textMeta: MetaFunction = ({ data }) => {
  const item = data as Pick<ItemView, "ref" | "title" | "inspection"> | undefined;
  return [{ title: item ? `Text of ${item.ref} ${item.title} – ${item.inspection} – Throughline` : "Throughline" }];
};

const notices: Record<string, string> = { added: "The file is in the evidence.", changed: "The details are saved." };

type Props = { item: ItemView; done: string | null; edit?: Failed; withdraw?: Failed; withdrawing?: boolean };

export function ItemPage({ item, done, edit, withdraw, withdrawing = false }: Props) {
  const { code, ref, title, mayEdit, mayWithdraw } = item;
  const notice = notices[done ?? ""];
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={edit ?? withdraw} />
      <nav aria-label="Breadcrumb">
        <ol className="crumbs">
          <li>
            <Link to={paths.evidence(code)}>Evidence</Link>
          </li>
          <li aria-current="page">{ref}</li>
        </ol>
      </nav>
      <h1 className="h1">{title}</h1>
      {notice && (
        <p className="notice" role="status">
          {notice}
        </p>
      )}
      {item.withdrawn && <Withdrawn item={item} />}
      <div className="evidence-item">
        <div className="evidence-main">
          <Details item={item} />
          <Files item={item} />
          {item.citing && <Citing item={item} citing={item.citing} />}
        </div>
        {(mayEdit || mayWithdraw) && (
          <div className="evidence-side">
            {mayEdit && <DetailsForm item={item} failed={edit} />}
            {mayWithdraw && <WithdrawalForm item={item} failed={withdraw} open={withdrawing} />}
          </div>
        )}
      </div>
    </main>
  );
}

function Withdrawn({ item: { withdrawnReason, citing } }: { item: ItemView }) {
  return (
    <div className="notice notice-warn">
      <p>
        <b>Withdrawn.</b> {withdrawnReason ?? "The lead inspector can say why."}
      </p>
      {citing && citing.length > 0 && <p>What cites it still does. Check each of these findings.</p>}
    </div>
  );
}

function Details({ item }: { item: ItemView }) {
  const { code, id, ref, kind, voice, asAt, added, by, from } = item;
  return (
    <dl className="summary">
      <dt>Reference</dt>
      <dd>{ref}</dd>
      <dt>Kind</dt>
      <dd>{kind}</dd>
      <dt>As at</dt>
      <dd>{asAt ?? "Not stated"}</dd>
      <dt>Whose voice</dt>
      <dd>{voice ?? "Not stated"}</dd>
      {from && (
        <>
          <dt>From</dt>
          <dd>{from}</dd>
        </>
      )}
      <dt>Added</dt>
      <dd>
        {added}
        {by && ` by ${by}`}. <Link to={paths.activity(code, { record: `evidence:${id}` })}>What was done with it</Link>
      </dd>
    </dl>
  );
}

function Files({ item: { code, id, files } }: { item: ItemView }) {
  return (
    <section className="evidence-part" aria-labelledby="files">
      <h2 id="files" className="h2">
        {files.length > 1 ? "Files" : "File"}
      </h2>
      {files.length === 0 && (
        <p className="muted">There is no file: only the record of it was brought in with a briefing.</p>
      )}
      <ul className="files">
        {files.map(({ id: file, name, size, type, sha256, revision }) => (
          <li key={file}>
            <Paper />
            <div>
              <p className="file-name">{name}</p>
              <p className="muted">
                {type}, {sizeOf(size)}
                {files.length > 1 && `, version ${revision}`}
              </p>
              <details className="small">
                <summary>Fingerprint{files.length > 1 && <span className="vh"> of {name}</span>}</summary>
                <p className="fingerprint">SHA-256 {sha256}</p>
              </details>
            </div>
            <Link className="btn btn-quiet btn-small" to={paths.evidenceText(code, id, { file })}>
              Read<span className="vh"> the text of {name}</span>
            </Link>
            <a className="btn btn-quiet btn-small" href={paths.evidenceFile(code, id, file)} download>
              Download<span className="vh"> {name}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Citing({ item: { code }, citing }: { item: ItemView; citing: NonNullable<ItemView["citing"]> }) {
  const findings = countCiting(citing);
  return (
    <section className="evidence-part" aria-labelledby="citing">
      <h2 id="citing" className="h2">
        {findings === 0
          ? "Cited by no finding yet"
          : `Cited by ${findings === 1 ? "1 finding" : `${findings} findings`}`}
      </h2>
      {findings === 0 && (
        <p className="muted">To cite it, open a line of enquiry and choose “Cite evidence” on a finding.</p>
      )}
      <ul className="citing">
        {citing.map(({ ref, title, citations }) => (
          <li key={ref}>
            <h3>
              <Link to={paths.line(code, ref)}>
                {ref} {title}
              </Link>
            </h3>
            <ul>
              {citations.map(({ id, finding, kind, name, text, locator, quote }) => (
                <li key={id} className={`citing-${kind}`}>
                  <Link className="citing-name" to={paths.line(code, ref, {}, finding)}>
                    {name}
                    <span className="vh"> on {ref}</span>
                  </Link>
                  <p>
                    {text}
                    {locator && <span className="citing-place">{locator}</span>}
                  </p>
                  {quote && <blockquote>“{quote}”</blockquote>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
