/** The saved decks of an inspection, and the form that adds one. */
import { Form, Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { ErrorSummary, type Failed, Field } from "#app/ui/form.tsx";

export type DeckCard = {
  slug: string;
  title: string;
  forCouncil: boolean;
  slides: number;
  changed: number;
  out: number;
  cover: string;
};

type ListProps = { code: string; decks: DeckCard[] };

export function DeckList({ code, decks }: ListProps) {
  if (decks.length === 0) return null;
  return (
    <ul className="deck-list">
      {decks.map(({ slug, title, forCouncil, slides, changed, out, cover }) => (
        <li className="deck-card" key={slug}>
          <div
            className="deck-card-cover"
            aria-hidden="true"
            {...{ inert: "" }}
            dangerouslySetInnerHTML={{ __html: cover }}
          />
          <div className="deck-card-words">
            <h3 className="h3">
              <Link to={paths.deck(code, slug)}>{title}</Link>
            </h3>
            <p className="small">
              {slides} slides{forCouncil && ", for the council"}
              {out > 0 && `. ${out} ${out === 1 ? "finding" : "findings"} left out`}
              {changed > 0 && `. ${changed} ${changed === 1 ? "slide" : "slides"} changed`}
            </p>
            <p className="actions small">
              <a href={paths.deckPresent(code, slug)}>
                Present<span className="vh"> {title}</span>
              </a>
              <a href={paths.deckFile(code, slug, "pptx")} download>
                PowerPoint<span className="vh"> of {title}</span>
              </a>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

type AddProps = { code: string; decks: DeckCard[]; audiences: { audience: string; title: string }[]; failed: Failed };

export function AddDeck({ decks, audiences, failed }: AddProps) {
  const { errors = {}, typed = {} } = failed ?? {};
  return (
    <section className="deck-add" aria-labelledby="add">
      <h2 id="add" className="h2">
        Add a deck
      </h2>
      <ErrorSummary failed={failed} />
      <Form method="post" className="form">
        <Field label="For" id="audience" error={errors.audience}>
          {(tie) => (
            <select {...tie} name="audience" defaultValue={typed.audience}>
              {audiences.map(({ audience, title }) => (
                <option key={audience} value={audience}>
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Name (optional)" id="title" error={errors.title}>
          {(tie) => <input {...tie} name="title" defaultValue={typed.title} />}
        </Field>
        {decks.length > 0 && (
          <Field label="Begin with" id="copyOf">
            {(tie) => (
              <select {...tie} name="copyOf" defaultValue={typed.copyOf}>
                <option value="">What such a deck usually holds</option>
                {decks.map(({ slug, title }) => (
                  <option key={slug} value={slug}>
                    The choices of “{title}”
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <button className="btn" type="submit">
          Add deck
        </button>
      </Form>
    </section>
  );
}
