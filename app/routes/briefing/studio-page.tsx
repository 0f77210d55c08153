/** The studio: the filmstrip, the slide, and what can be chosen about it. Works by forms; studio.js makes it quick. */
import { Form, Link, type MetaFunction } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import type { FormState } from "#app/platform/answer.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { timeOf } from "#app/ui/dates.ts";
import { ErrorSummary, Field } from "#app/ui/form.tsx";
import { useNonce } from "#app/ui/nonce.ts";
import { Tick, Warning } from "#app/ui/signs.tsx";
import styles from "#app/ui/styles/studio.css?url";
import { titled } from "#app/ui/titled.ts";

import { lookLinks } from "./look-links.ts";
import { Checks } from "./deck-checks.tsx";
import { Filmstrip } from "./filmstrip.tsx";
import { Panels } from "./studio-panels.tsx";
import type { studioOf } from "./studio-of.server.ts";

export type StudioView = Awaited<ReturnType<ReturnType<typeof studioOf>>>;
export type StudioFailed = { form: string; state: FormState | undefined };

export const studioLinks = () => [
  { rel: "stylesheet", href: paths.slideStyle() },
  { rel: "stylesheet", href: styles },
];

export const studioMeta: MetaFunction<ReturnType<typeof studioOf>> = (args) => {
  const { code, look, slide, deck } = args.data ?? {};
  return [
    ...(titled(...(slide && deck ? [`Slide ${slide.number}, ${deck.title}`] : []), "Briefing")(args as never) ?? []),
    ...lookLinks(code, [look]),
  ];
};

/** The form's ids of the fields that a message can be about. */
const ids = { text: "notes", reason: "reason", headlines: "strengths" };

export function StudioPage({ view, failed }: { view: StudioView; failed?: StudioFailed }) {
  const { code, deck, slide, count, mayWrite } = view;
  return (
    <main id="main" className="wide page studio">
      <ErrorSummary failed={failed?.state} ids={ids} />
      <Head view={view} />
      <Changed view={view} />
      <div className="studio-in">
        <Filmstrip view={view} />
        <section className="stage" aria-labelledby="slide-heading">
          <div className="stage-head">
            <h2 id="slide-heading" className="h3">
              Slide {slide.number} of {count}
            </h2>
            <p className="stage-step">
              {slide.number > 1 && (
                <Link
                  className="btn btn-quiet btn-small"
                  to={paths.deck(code, deck.slug, slide.number - 1)}
                  data-step="-1"
                >
                  <span aria-hidden="true">←</span>
                  <span className="vh">Previous slide</span>
                </Link>
              )}
              {slide.number < count && (
                <Link
                  className="btn btn-quiet btn-small"
                  to={paths.deck(code, deck.slug, slide.number + 1)}
                  data-step="1"
                >
                  <span aria-hidden="true">→</span>
                  <span className="vh">Next slide</span>
                </Link>
              )}
            </p>
          </div>
          <div className="stage-slide" dangerouslySetInnerHTML={{ __html: slide.html }} />
          <Fits view={view} />
          {mayWrite ? (
            <Notes view={view} failed={failed?.form === "notes" ? failed.state : undefined} />
          ) : (
            <Told view={view} />
          )}
          <Checks view={view} />
        </section>
        {mayWrite && <Panels view={view} failed={failed} />}
      </div>
      <script type="module" src="/studio.js" nonce={useNonce()} suppressHydrationWarning />
    </main>
  );
}

function Head({ view: { code, deck, count, running, slide, formats, mayWrite } }: { view: StudioView }) {
  return (
    <div className="studio-head">
      <div>
        <Crumbs steps={[[paths.briefing(code), "Briefing decks"]]} />
        <h1 className="h1">{deck.title}</h1>
        <p className="muted small">
          {count} slides, about {running}.{deck.forCouncil && " For the council."}
        </p>
      </div>
      <div className="actions studio-acts">
        {mayWrite && (
          <p className="studio-saved" role="status">
            <Tick /> Saved {timeOf(deck.changedAt)}
          </p>
        )}
        {mayWrite && <Link to={paths.deckAgenda(code, deck.slug)}>Agenda and times</Link>}
        {mayWrite && <Link to={paths.deckSettings(code, deck.slug)}>Settings</Link>}
        <a className="btn btn-quiet" href={paths.deckPresent(code, deck.slug, slide.number)}>
          Present
        </a>
        <details className="export">
          <summary className="btn">Export</summary>
          <ul>
            {formats.map(({ format, title }) => (
              <li key={format}>
                <a href={paths.deckFile(code, deck.slug, format)} download>
                  {title} (.{format})
                </a>
              </li>
            ))}
          </ul>
        </details>
      </div>
    </div>
  );
}

const list = new Intl.ListFormat("en-GB");
const shown = 8;

function Changed({ view: { code, deck, changed, mayWrite } }: { view: StudioView }) {
  if (changed.length === 0) return null;
  const numbers = changed.filter((number) => number > 0);
  const told = [
    ...numbers.slice(0, shown).map(String),
    ...(numbers.length > shown ? [`${numbers.length - shown} more`] : []),
  ];
  return (
    <div className="studio-changed">
      <Warning />
      <p>
        <b>{changed.length === 1 ? "1 slide has changed" : `${changed.length} slides have changed`}</b> with findings
        since someone last looked
        {told.length > 0 && `: ${numbers.length === 1 ? "slide" : "slides"} ${list.format(told)}`}.
      </p>
      <div className="actions">
        <Link className="btn btn-quiet btn-small" to={paths.deckChanges(code, deck.slug)}>
          See changes
        </Link>
        {mayWrite && (
          <Form method="post" action={paths.deckChanges(code, deck.slug)}>
            <input type="hidden" name="version" value={deck.version} />
            <button className="btn btn-small" type="submit">
              {changed.length === 1 ? "Accept the change" : `Accept all ${changed.length}`}
            </button>
          </Form>
        )}
      </div>
    </div>
  );
}

function Fits({ view: { slide, line } }: { view: StudioView }) {
  return (
    <div className="fits">
      <svg className="fits-meter" width="110" height="8" aria-hidden="true" focusable="false">
        <rect width={`${Math.round(slide.filled * 100)}%`} height="100%" />
      </svg>
      <p>
        {slide.fit}
        {line && line.slides > 1 && ` The line takes ${line.slides} slides.`}
      </p>
    </div>
  );
}

/** What the findings rest on: told in the notes of every format, after what the speaker wrote. */
function Told({ view: { slide } }: { view: StudioView }) {
  if (slide.told.length === 0) return null;
  return (
    <details className="told">
      <summary>In the speaker notes from the findings ({slide.told.length})</summary>
      <ul>
        {slide.told.map((words, at) => (
          <li key={at}>{words}</li>
        ))}
      </ul>
    </details>
  );
}

function Notes({ view, failed }: { view: StudioView; failed: FormState | undefined }) {
  const { code, deck, slide, note } = view;
  const stale = failed?.stale;
  return (
    <div className="studio-notes">
      <Form method="post" action={paths.deckNotes(code, deck.slug, slide.number)} key={slide.id}>
        <input type="hidden" name="version" value={stale?.version ?? deck.version} />
        <input type="hidden" name="slide" value={slide.id} />
        {stale && (
          <div className="notice notice-warn">
            <p>
              Someone changed the deck while you were writing. Its notes for this slide now say:{" "}
              {stale.current.text || "nothing"}. Yours are below. Save again to keep yours.
            </p>
          </div>
        )}
        <Field label="Speaker notes" id="notes" error={failed?.errors.text}>
          {(tie) => <textarea {...tie} name="text" rows={3} defaultValue={failed?.typed.text ?? note} />}
        </Field>
        <button className="btn btn-quiet btn-small" type="submit">
          Save notes
        </button>
      </Form>
      <Told view={view} />
    </div>
  );
}
