/** What is said about a piece of evidence, as a list. */
import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";

import type { OwnFact } from "./item-facts.ts";
import type { ItemView } from "./item-view.ts";

export function ItemDetails({ item }: { item: ItemView }) {
  const { code, id, ref, kind, facts, own, added, by } = item;
  return (
    <section className="evidence-part" aria-labelledby="details">
      <h2 id="details" className="h2">
        Details
      </h2>
      <dl className="summary">
        <dt>Reference</dt>
        <dd>{ref}</dd>
        <dt>Kind</dt>
        <dd>{kind}</dd>
        {own.map((fact) => (
          <Own key={fact.label} fact={fact} />
        ))}
        {facts.map(({ label, value }) => (
          <Row key={label} label={label}>
            {value}
          </Row>
        ))}
        <dt>Added</dt>
        <dd>
          {added}
          {by && ` by ${by}`}.{" "}
          <Link to={paths.activity(code, { record: `evidence:${id}` })}>What was done with it</Link>
        </dd>
      </dl>
    </section>
  );
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Own({ fact }: { fact: OwnFact }) {
  switch (fact.as) {
    case "text":
      return <Row label={fact.label}>{fact.value}</Row>;
    case "lines":
      return (
        <Row label={fact.label}>
          <span className="own-lines">{fact.value}</span>
        </Row>
      );
    case "address":
      return <Row label={fact.label}>{fact.href ? <Address href={fact.href} /> : fact.value}</Row>;
    case "rows":
      return (
        <Row label={fact.label}>
          <OwnTable fact={fact} />
        </Row>
      );
  }
}

const Address = ({ href }: { href: string }) => (
  <>
    <a href={href} rel="noopener noreferrer nofollow external" className="own-address">
      {href}
    </a>
    <span className="muted own-leaves">Opens {new URL(href).hostname}, outside Throughline.</span>
  </>
);

function OwnTable({ fact: { label, columns, rows } }: { fact: Extract<OwnFact, { as: "rows" }> }) {
  const [first, second] = columns;
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={label}>
      <table className="own-rows">
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col">{second}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([one, other], at) => (
            <tr key={at}>
              <td>{one}</td>
              <td>{other || <span className="muted">Not said</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
