/** What a saved deck is called, whom it is for, what it takes in by itself, and its look. */
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { setDeck } from "#app/models/briefing/deck-edits.server.ts";
import { findSavedDeck, listDeckTemplates } from "#app/models/briefing/decks.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary, Field } from "#app/ui/form.tsx";
import { titled } from "#app/ui/titled.ts";

import { DeckPage } from "./deck-page.tsx";

export const meta = titled("Settings of a deck", "Briefing");

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "deck.write");
  const { slug, title, version, forCouncil, template, choices } = await findSavedDeck(
    desk,
    inspection,
    params.deck ?? "",
  );
  const deck = { slug, title, version, forCouncil, template, rule: choices.rule };
  return { code: inspection.code, deck, templates: await listDeckTemplates(desk, inspection) };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "deck.write");
  const [fields, deck] = [await form(), params.deck ?? ""];
  await setDeck(desk, inspection, deck, {
    title: fields.value("title"),
    rule: fields.value("rule") === "cited" ? "cited" : "all",
    forCouncil: fields.value("for") === "council",
    template: fields.value("template") || null,
    version: fields.number("version") ?? 0,
  });
  return redirect(paths.deck(inspection.code, deck));
});

export default function DeckSettings() {
  const { code, deck, templates } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { errors = {}, typed = {}, stale } = failed ?? {};
  const chosen = (field: string, now: string, value: string) => (typed[field] ?? now) === value;
  return (
    <DeckPage code={code} deck={deck} title="Settings">
      <ErrorSummary failed={failed} />
      {stale && (
        <p className="notice notice-warn">
          Someone changed the deck, now “{stale.current.title}”, while you were here. Save again to keep what you chose.
        </p>
      )}
      <Form method="post" className="form">
        <input type="hidden" name="version" value={stale?.version ?? deck.version} />
        <Field
          label="Name"
          id="title"
          hint="On the cover, at the foot of each slide and in the list of decks"
          error={errors.title}
        >
          {(tie) => <input {...tie} name="title" defaultValue={typed.title ?? deck.title} />}
        </Field>
        <fieldset className="form">
          <legend className="legend">Findings that the deck takes in</legend>
          <Radio name="rule" value="all" on={chosen("rule", deck.rule, "all")} label="All, unless you leave one out" />
          <Radio name="rule" value="cited" on={chosen("rule", deck.rule, "cited")} label="Only those with a citation" />
        </fieldset>
        <For now={typed.for ?? (deck.forCouncil ? "council" : "inspectors")} />
        {templates.length > 0 && (
          <Field
            label="Look"
            id="template"
            hint="Of the slides on screen and of every file that is exported"
            error={errors.template}
          >
            {(tie) => (
              <select {...tie} name="template" defaultValue={typed.template ?? deck.template ?? ""}>
                <option value="">Throughline</option>
                {templates.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <div className="actions">
          <button className="btn" type="submit">
            Save settings
          </button>
          <Link to={paths.deckWithdrawal(code, deck.slug)}>Withdraw the deck</Link>
        </div>
      </Form>
    </DeckPage>
  );
}

type RadioProps = { name: string; value: string; on: boolean; label: string };

const Radio = ({ name, value, on, label }: RadioProps) => (
  <div className="choice">
    <input type="radio" name={name} value={value} id={`${name}-${value}`} defaultChecked={on} />
    <label htmlFor={`${name}-${value}`}>{label}</label>
  </div>
);

const For = ({ now }: { now: string }) => (
  <fieldset className="form">
    <legend className="legend">Whom it is for</legend>
    <Radio name="for" value="inspectors" on={now === "inspectors"} label="Inspectors: everything that they may read" />
    <Radio
      name="for"
      value="council"
      on={now === "council"}
      label="The council: only what it may read once published"
    />
    <p className="hint">
      The council opens the deck once the inspection is published. Until then each slide is marked Draft.
    </p>
  </fieldset>
);
