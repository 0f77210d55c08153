/** The agenda of a saved deck: its items with their minutes, and time for questions after themes. */
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { readAgenda } from "#app/models/briefing/agenda-form.ts";
import { findAgenda } from "#app/models/briefing/deck-pages.server.ts";
import { planAgenda } from "#app/models/briefing/deck-edits.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { Invalid } from "#app/platform/failure.ts";
import { ErrorSummary, Field } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/studio.css?url";
import { titled } from "#app/ui/titled.ts";

import { DeckPage } from "./deck-page.tsx";

export const meta = titled("Agenda and times", "Briefing");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "deck.write");
  return { code: inspection.code, ...(await findAgenda(desk, inspection, params.deck ?? "")) };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "deck.write");
  const [fields, deck] = [await form(), params.deck ?? ""];
  const { errors, ...draft } = readAgenda({
    titles: fields.all("title"),
    minutes: fields.all("minutes"),
    parts: fields.all("parts"),
    begins: fields.value("begins"),
    breaks: fields.all("break"),
    breakMinutes: fields.value("breakMinutes"),
  });
  if (errors) throw new Invalid(errors);
  await planAgenda(desk, inspection, deck, { ...draft, version: fields.number("version") ?? 0 });
  return redirect(paths.deck(inspection.code, deck));
});

export default function DeckAgenda() {
  const { code, deck, items, begins, themes, breakMinutes, needed, planned } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { errors = {}, typed = {}, stale } = failed ?? {};
  return (
    <DeckPage code={code} deck={deck} title="Agenda and times">
      <ErrorSummary failed={failed} ids={{ title: "title-0", minutes: "minutes-0" }} />
      {stale && (
        <p className="notice notice-warn">Someone changed the deck while you were here. Save again to keep yours.</p>
      )}
      <p className="lede">
        The slides take about {needed}
        {planned && `, and the agenda plans ${planned}`}.
      </p>
      <Form method="post" className="form agenda-form">
        <input type="hidden" name="version" value={stale?.version ?? deck.version} />
        <Field
          label="The meeting begins at"
          id="begins"
          hint="For example 09:30. Left empty, slides show no times."
          error={errors.begins}
        >
          {(tie) => (
            <input {...tie} name="begins" type="time" className="short" defaultValue={typed.begins ?? begins ?? ""} />
          )}
        </Field>
        <fieldset className="agenda">
          <legend className="legend">Items</legend>
          {items.map((item, at) => (
            <Item key={at} item={item} at={at} />
          ))}
          <p className="hint">An item without words is left away. There is always room for one more.</p>
        </fieldset>
        <fieldset className="form">
          <legend className="legend">Time for questions after</legend>
          <Breaks themes={themes} />
        </fieldset>
        <Field label="Minutes for questions each time" id="breakMinutes" error={errors.breakMinutes}>
          {(tie) => (
            <input
              {...tie}
              name="breakMinutes"
              inputMode="numeric"
              className="short"
              defaultValue={typed.breakMinutes ?? breakMinutes}
            />
          )}
        </Field>
        <div className="actions">
          <button className="btn" type="submit">
            Save the agenda
          </button>
          <Link to={paths.deck(code, deck.slug)}>Cancel</Link>
        </div>
      </Form>
    </DeckPage>
  );
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;

function Item({ item: { title, minutes, parts }, at }: { item: View["items"][number]; at: number }) {
  return (
    <div className="agenda-item">
      <div className="field">
        <label htmlFor={`title-${at}`}>Item {at + 1}</label>
        <input id={`title-${at}`} name="title" defaultValue={title} maxLength={120} />
      </div>
      <div className="field">
        <label htmlFor={`minutes-${at}`}>
          Minutes<span className="vh"> for item {at + 1}</span>
        </label>
        <input id={`minutes-${at}`} name="minutes" inputMode="numeric" defaultValue={minutes ?? ""} />
      </div>
      <div className="field agenda-parts">
        <label htmlFor={`parts-${at}`}>
          Parts<span className="vh"> of item {at + 1}</span>, one on each line
        </label>
        <textarea id={`parts-${at}`} name="parts" rows={parts.length + 1} defaultValue={parts.join("\n")} />
      </div>
    </div>
  );
}

const Breaks = ({ themes }: Pick<View, "themes">) => (
  <>
    {themes.map(({ number, title, on }) => (
      <div className="choice" key={number}>
        <input type="checkbox" name="break" value={number} id={`break-${number}`} defaultChecked={on} />
        <label htmlFor={`break-${number}`}>
          {number} {title}
        </label>
      </div>
    ))}
  </>
);
