import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { findDeck } from "#app/models/briefing/exports.server.ts";
import { deckFormats, formats } from "#app/models/briefing/formats.ts";
import { countFindings, outline, type OutlineSection } from "#app/models/briefing/outline.ts";
import { kindFacts } from "#app/models/findings/finding.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { longDate } from "#app/ui/dates.ts";
import { Warning } from "#app/ui/signs.tsx";
import styles from "#app/ui/styles/briefing.css?url";
import { titled } from "#app/ui/titled.ts";

export const meta = titled("Briefing deck");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "briefing.export");
  const { briefing, deck } = await findDeck(desk, inspection);
  const { kinds, findings, uncited } = countFindings(briefing);
  return {
    code: inspection.code,
    title: deck.meta.title,
    occasion: `${inspection.council}. ${inspection.kind}, ${longDate(inspection.date)}`,
    slides: deck.slides.length,
    sections: outline(deck),
    formats: deckFormats.map((format) => ({ format, title: formats[format].title })),
    kinds: kinds.map(({ kind, count }) => ({ kind, title: kindFacts(kind).title, count })),
    findings,
    // How far the citing has come is the inspectors' own matter.
    uncited: allowed(inspection, "evidence.see-inspectorate") ? uncited : null,
    mayImport: allowed(inspection, "briefing.import"),
    imported: /^\d{1,5}$/.exec(url.searchParams.get("imported") ?? "")?.[0] ?? null,
  };
});

type View = ReturnType<typeof useLoaderData<typeof loader>>;

export default function BriefingDeck() {
  const view = useLoaderData<typeof loader>();
  const { code, title, occasion, slides, sections, mayImport, imported } = view;
  return (
    <main id="main" className="wide page">
      <h1 className="h1">Briefing deck</h1>
      {imported !== null && (
        <p className="notice" role="status">
          The briefing is imported. {imported === "1" ? "1 finding was" : `${imported} findings were`} added.
        </p>
      )}
      <div className="deck-top">
        <section className="deck-cover" aria-labelledby="deck">
          <h2 id="deck" className="h2">
            {title}
          </h2>
          <p>{occasion}</p>
          <p className="deck-count">
            <b>{slides}</b> {slides === 1 ? "slide" : "slides"}
          </p>
        </section>
        <div className="deck-facts">
          <Counts view={view} />
          <Downloads view={view} />
          {mayImport && (
            <p>
              <Link to={paths.briefingImport(code)}>Import a briefing from Markdown</Link>
            </p>
          )}
        </div>
      </div>
      <Outline sections={sections} />
    </main>
  );
}

function Counts({ view: { code, kinds, findings, uncited } }: { view: View }) {
  return (
    <section aria-labelledby="holds">
      <h2 id="holds" className="h3">
        {findings === 1 ? "1 finding is in the deck" : `${findings || "No"} findings are in the deck`}
      </h2>
      <ul className="deck-kinds">
        {kinds.map(({ kind, title, count }) => (
          <li key={kind} className={`deck-${kind}`}>
            <b>{count}</b> {title.toLowerCase()}
          </li>
        ))}
      </ul>
      {uncited !== null && uncited > 0 && (
        <p className="deck-uncited">
          <Warning />
          <span>
            {uncited === 1 ? "1 has" : `${uncited} have`} no citation yet. The speaker notes say which.{" "}
            <Link to={paths.inspection(code)}>See readiness</Link>
          </span>
        </p>
      )}
    </section>
  );
}

function Downloads({ view: { code, formats: kinds } }: { view: View }) {
  return (
    <section aria-labelledby="download">
      <h2 id="download" className="h3">
        Download
      </h2>
      <ul className="actions">
        {kinds.map(({ format, title }, at) => (
          <li key={format}>
            <a className={at === 0 ? "btn" : "btn btn-quiet"} href={paths.briefingFile(code, format)} download>
              {title}
              <span className="deck-ending">.{format}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Outline({ sections }: { sections: OutlineSection[] }) {
  return (
    <section className="outline" aria-labelledby="outline">
      <h2 id="outline" className="h2">
        Slides
      </h2>
      <ol className="outline-sections">
        {sections.map(({ title, slides }) => (
          <li key={slides[0]?.number}>
            <h3 className="h3">{title}</h3>
            <ol className="outline-slides">
              {slides.map(({ number, title: name }) => (
                <li key={number}>
                  <span className="outline-number">{number}</span> {name}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </section>
  );
}
