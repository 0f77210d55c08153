/** The slides down the side: real slides near the one that is shown, their names elsewhere. */
import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";

import type { StudioView } from "./studio-page.tsx";

type Section = StudioView["film"][number];

export function Filmstrip({ view }: { view: StudioView }) {
  const { code, deck, film, count, all, slide } = view;
  return (
    <nav className="film" aria-label="Slides">
      <ol>
        {film.map((section) => (
          <li key={section.slides[0]?.number} className={section.open ? "film-open" : undefined}>
            {section.open || all ? <Open section={section} view={view} /> : <Shut section={section} view={view} />}
          </li>
        ))}
      </ol>
      <p className="film-more">
        {all ? (
          <Link to={paths.deck(code, deck.slug, slide.number)}>Show fewer</Link>
        ) : (
          <Link to={paths.deck(code, deck.slug, slide.number, "all")}>Show all {count}</Link>
        )}
      </p>
    </nav>
  );
}

const changedIn = ({ slides }: Section, { changed }: StudioView) =>
  slides.filter(({ number }) => changed.includes(number)).length;

function Shut({ section, view }: { section: Section; view: StudioView }) {
  const { title, slides } = section;
  const changed = changedIn(section, view);
  return (
    <Link className="film-shut" to={paths.deck(view.code, view.deck.slug, slides[0]?.number)}>
      <span>{title}</span>{" "}
      <span className="film-count">
        {slides.length}
        <span className="vh"> slides</span>
      </span>
      {changed > 0 && <span className="film-old">{changed} changed</span>}
    </Link>
  );
}

function Open({ section: { title, slides, thumbnails }, view }: { section: Section; view: StudioView }) {
  const { code, deck, slide, changed } = view;
  return (
    <>
      <p className="film-title">{title}</p>
      <ol>
        {slides.map(({ number, title: name }) => (
          <li key={number}>
            <Link
              className="film-slide"
              to={paths.deck(code, deck.slug, number)}
              aria-current={number === slide.number ? "true" : undefined}
            >
              <span className="film-number">{number}</span>
              {thumbnails[number] ? (
                <>
                  <span
                    className="film-thumb"
                    aria-hidden="true"
                    {...{ inert: "" }}
                    dangerouslySetInnerHTML={{ __html: thumbnails[number] }}
                  />
                  <span className="vh">{name}</span>
                </>
              ) : (
                <span className="film-name">{name}</span>
              )}
              {changed.includes(number) && <span className="film-old">Changed</span>}
            </Link>
          </li>
        ))}
      </ol>
    </>
  );
}
