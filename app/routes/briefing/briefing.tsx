import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { audiences } from "#app/models/briefing/audience.ts";
import { audienceFacts } from "#app/models/briefing/choices.ts";
import { findDeck } from "#app/models/briefing/composed.server.ts";
import { addDeck } from "#app/models/briefing/decks.server.ts";
import { deckFormats, formats } from "#app/models/briefing/formats.ts";
import { findDeckCards } from "#app/models/briefing/studio.server.ts";
import { countFindings, outline, type OutlineSection } from "#app/models/briefing/outline.ts";
import { kindFacts } from "#app/models/findings/finding.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { longDate } from "#app/ui/dates.ts";
import { Warning } from "#app/ui/signs.tsx";
import styles from "#app/ui/styles/briefing.css?url";
import studioStyles from "#app/ui/styles/studio.css?url";
import { titled } from "#app/ui/titled.ts";

import { AddDeck, DeckList } from "./deck-list.tsx";
import { lookLinks } from "./look-links.ts";

export const meta: MetaFunction<typeof loader> = (args) => {
  const { code, decks = [] } = args.data ?? {};
  return [
    ...(titled("Briefing deck")(args as never) ?? []),
    ...lookLinks(
      code,
      decks.map(({ look }) => look),
    ),
  ];
};
export const links = () => [
  { rel: "stylesheet", href: paths.slideStyle() },
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: studioStyles },
];

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
    decks: await findDeckCards(desk, inspection),
    audiences: audiences.map((audience) => ({ audience, title: audienceFacts[audience].title })),
    mayAdd: allowed(inspection, "deck.write"),
    mayImport: allowed(inspection, "briefing.import"),
    inside: allowed(inspection, "deck.see-inside"),
    imported: /^\d{1,5}$/.exec(url.searchParams.get("imported") ?? "")?.[0] ?? null,
  };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "deck.write");
  const fields = await form();
  const draft = { audience: fields.value("audience"), title: fields.value("title"), copyOf: fields.value("copyOf") };
  return redirect(paths.deck(inspection.code, await addDeck(desk, inspection, draft)));
});

type View = ReturnType<typeof useLoaderData<typeof loader>>;

export default function BriefingDeck() {
  const view = useLoaderData<typeof loader>();
  const { code, title, occasion, slides, sections, decks, mayAdd, mayImport, imported } = view;
  const failed = useActionData<typeof action>();
  return (
    <main id="main" className="wide page">
      <h1 className="h1">Briefing deck</h1>
      {decks.length > 0 && (
        <section className="deck-saved" aria-labelledby="saved">
          <h2 id="saved" className="h2">
            Decks
          </h2>
          <DeckList code={code} decks={decks} />
        </section>
      )}
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
          <p>Everything that the inspection holds</p>
          <p className="deck-count">
            <b>{slides}</b> {slides === 1 ? "slide" : "slides"}
          </p>
        </section>
        <div className="deck-facts">
          <Counts view={view} />
          <Downloads view={view} />
          {mayAdd && (
            <p>
              <Link to={paths.briefingTemplates(code)}>Templates: the look of an organisation</Link>
            </p>
          )}
          {mayImport && (
            <p>
              <Link to={paths.briefingImport(code)}>Bring in a deck</Link>
            </p>
          )}
          {view.inside && (
            <p>
              <Link to={paths.story(code)}>How the story changed</Link>
            </p>
          )}
        </div>
      </div>
      {mayAdd && <AddDeck code={code} decks={decks} audiences={view.audiences} failed={failed} />}
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
        <li>
          <a href={paths.briefingPresent(code)}>Present</a>
        </li>
        <li>
          <Link to={paths.pack(code)}>Sealed pack</Link>
        </li>
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
