/** The home of an inspection for those who are inspected: what it is, and what they can do. */
import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";

type Data = {
  code: string;
  title: string;
  kind: string;
  council: string;
  date: string;
  maySend: boolean;
  published?: number | null;
};

export function Welcome({ data: { code, title, kind, council, date, maySend, published } }: { data: Data }) {
  return (
    <main id="main" className="wide page">
      <nav aria-label="Breadcrumb">
        <ol className="crumbs">
          <li>
            <Link to={paths.inspections()}>Inspections</Link>
          </li>
          <li>{council}</li>
        </ol>
      </nav>
      <h1 className="h1">{title}</h1>
      <dl className="summary">
        <dt>Council</dt>
        <dd>{council}</dd>
        <dt>{kind}</dt>
        <dd>{date}</dd>
      </dl>
      <h2 className="h2">What you can do here</h2>
      <ul className="cards">
        {published && (
          <li className="card">
            <h3 className="h3">
              <Link to={paths.published(code, published)}>Read what was published</Link>
            </h3>
            <p>Version {published}, with its findings and ratings.</p>
          </li>
        )}
        {maySend && (
          <li className="card">
            <h3 className="h3">
              <Link to={paths.evidenceUpload(code)}>Send evidence</Link>
            </h3>
            <p>Documents, data and notes that show how the service works. The inspectors can read them at once.</p>
          </li>
        )}
        <li className="card">
          <h3 className="h3">
            <Link to={paths.evidence(code)}>Evidence that your council sent</Link>
          </h3>
          <p>Check what has arrived.</p>
        </li>
        <li className="card">
          <h3 className="h3">
            <Link to={paths.team(code)}>Team</Link>
          </h3>
          <p>Who takes part for the council.</p>
        </li>
      </ul>
    </main>
  );
}
