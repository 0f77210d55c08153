/** Takes a saved deck away, once the person confirms it. */
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findSavedDeck, withdrawDeck } from "#app/models/briefing/decks.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import { titled } from "#app/ui/titled.ts";

import { DeckPage } from "./deck-page.tsx";

export const meta = titled("Withdraw a deck", "Briefing");

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "deck.write");
  const { slug, title, version } = await findSavedDeck(desk, inspection, params.deck ?? "");
  return { code: inspection.code, deck: { slug, title, version } };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "deck.write");
  await withdrawDeck(desk, inspection, params.deck ?? "", (await form()).number("version") ?? 0);
  return redirect(paths.briefing(inspection.code));
});

export default function DeckWithdrawal() {
  const { code, deck } = useLoaderData<typeof loader>();
  return (
    <DeckPage code={code} deck={deck} title={`Withdraw “${deck.title}”`}>
      <ErrorSummary failed={useActionData<typeof action>()} />
      <p className="lede">
        Nobody can open the deck after that. Findings stay as they are, and the record keeps what it chose.
      </p>
      <Form method="post" className="actions">
        <input type="hidden" name="version" value={deck.version} />
        <button className="btn btn-warn" type="submit">
          Withdraw the deck
        </button>
        <Link to={paths.deckSettings(code, deck.slug)}>Cancel</Link>
      </Form>
    </DeckPage>
  );
}
