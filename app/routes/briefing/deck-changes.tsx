/** What changed on slides since someone last looked, word by word; looked at one by one, or all at once. */
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { acceptChanges } from "#app/models/briefing/deck-edits.server.ts";
import { findDeckChanges } from "#app/models/briefing/deck-pages.server.ts";
import type { WordChange } from "#app/models/briefing/word-change.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/studio.css?url";
import { titled } from "#app/ui/titled.ts";

import { DeckPage } from "./deck-page.tsx";

export const meta = titled("Changes", "Briefing");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "deck.see-inside");
  return { code: inspection.code, ...(await findDeckChanges(desk, inspection, params.deck ?? "")) };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "deck.write");
  const fields = await form();
  const [deck, slide] = [params.deck ?? "", fields.value("slide") || null];
  await acceptChanges(desk, inspection, deck, { slide, version: fields.number("version") ?? 0 });
  return redirect(slide ? paths.deckChanges(inspection.code, deck) : paths.deck(inspection.code, deck));
});

export default function DeckChanges() {
  const { code, deck, changes, mayWrite } = useLoaderData<typeof loader>();
  return (
    <DeckPage code={code} deck={deck} title="What changed on slides">
      <ErrorSummary failed={useActionData<typeof action>()} />
      <p className="lede">
        {changes.length === 0
          ? "Every slide says what it said when someone last looked."
          : "Slides always say what the findings say now. Here is what changed since someone last looked."}
      </p>
      {mayWrite && changes.length > 1 && (
        <Form method="post">
          <input type="hidden" name="version" value={deck.version} />
          <button className="btn" type="submit">
            Accept all {changes.length}
          </button>
        </Form>
      )}
      <ol className="changes">
        {changes.map(({ id, number, title, is, words }) => (
          <li key={id} className="change">
            <h2 className="h3">
              {number ? (
                <Link to={paths.deck(code, deck.slug, number)}>
                  Slide {number}, {title}
                </Link>
              ) : (
                title
              )}{" "}
              {is !== "changed" && <span className="tag">{is}</span>}
            </h2>
            <Words of={words} />
            {mayWrite && (
              <Form method="post">
                <input type="hidden" name="version" value={deck.version} />
                <input type="hidden" name="slide" value={id} />
                <button className="btn btn-quiet btn-small" type="submit">
                  Accept<span className="vh"> the change of {title}</span>
                </button>
              </Form>
            )}
          </li>
        ))}
      </ol>
    </DeckPage>
  );
}

const Words = ({ of }: { of: WordChange[] }) => (
  <p className="change-words">
    {of.map(({ text, is }, at) => {
      if (is === "same") return <span key={at}>{text}</span>;
      return is === "gone" ? <del key={at}>{text}</del> : <ins key={at}>{text}</ins>;
    })}
  </p>
);
