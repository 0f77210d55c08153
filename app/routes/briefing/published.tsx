/** A published version as it was approved: read from its own text, whatever has changed since. */
import type { LinksFunction } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { findPublished, listPublications } from "#app/models/briefing/publications.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { longDate, shortDate } from "#app/ui/dates.ts";
import styles from "#app/ui/styles/stage.css?url";
import { titled } from "#app/ui/titled.ts";

import { PublishedBody } from "./published-body.tsx";
import { tonesOf } from "./published-tone.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(...(args.data ? [`Version ${args.data.published.number}`] : []), "Publication")(args as never);

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "publication.see");
  const number = /^\d{1,6}$/.test(params.number ?? "") ? Number(params.number) : 0;
  const { published, digest, at } = await findPublished(desk, inspection, number);
  const versions = await listPublications(desk, inspection);
  const before = versions.find((one) => one.number === number - 1);
  const after = versions.find((one) => one.number === number + 1);
  const tones = tonesOf(inspection.framework);
  return { code: inspection.code, published, digest, at, before, after, tones };
});

export default function PublishedVersion() {
  const { code, published, digest, at, before, after, tones } = useLoaderData<typeof loader>();
  const { number, reason, briefing } = published;
  return (
    <main id="main" className="wide page">
      <Crumbs steps={[[paths.publication(code), "Publication"]]} />
      <h1 className="h1">{briefing.title}</h1>
      <p className="lede">
        {briefing.council}. Version {number}, published on {longDate(at)}.
      </p>
      {before && (
        <p className="notice">
          Version {number} replaces <Link to={paths.published(code, number - 1)}>version {number - 1}</Link> of{" "}
          {shortDate(before.at)}: {reason}
        </p>
      )}
      {after && (
        <p className="notice notice-warn">
          <Link to={paths.published(code, number + 1)}>Version {number + 1}</Link> replaced this one on{" "}
          {shortDate(after.at)}: {after.reason}
        </p>
      )}
      <p className="actions">
        <a href={paths.publishedFile(code, number, "json")}>Download as data (JSON)</a>
        <a href={paths.publishedFile(code, number, "md")}>Download as text (Markdown)</a>
      </p>
      <p className="muted small">
        The SHA-256 of the data file shows that nothing has changed: <span className="digest">{digest}</span>
      </p>
      <PublishedBody published={published} tones={tones} />
    </main>
  );
}
