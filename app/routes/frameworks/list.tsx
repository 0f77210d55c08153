import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { listEditions } from "#app/models/frameworks/editions.server.ts";
import { paths } from "#app/paths.ts";
import { titled } from "#app/ui/titled.ts";

export const meta = titled("Frameworks");

export const loader = reading(async ({ desk }) => {
  const editions = await listEditions(desk);
  // The newest comes first, and is what the address of a framework shows.
  const newest = editions.filter(({ slug }, at) => editions.findIndex((one) => one.slug === slug) === at);
  return { frameworks: newest.map(({ slug, title, edition, publisher }) => ({ slug, title, edition, publisher })) };
});

export default function Frameworks() {
  const { frameworks } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wide page">
      <h1 className="h1">Frameworks</h1>
      <p className="lede">What services are judged against: judgements, themes and lines of enquiry, with guidance.</p>
      {frameworks.length === 0 && (
        <p>There is none yet. One comes with the first inspection that is opened under it.</p>
      )}
      <ul className="cards">
        {frameworks.map(({ slug, title, edition, publisher }) => (
          <li key={slug} className="card">
            <h2 className="h3">
              <Link to={paths.framework(slug)}>{title}</Link>
            </h2>
            <p className="muted small">
              {publisher}, edition {edition}
            </p>
          </li>
        ))}
      </ul>
    </main>
  );
}
