/** What the inspection is called, when its briefing is, and whether two inspectors rate. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { changeSettings, findSettings } from "#app/models/inspections/settings.server.ts";
import { paths } from "#app/paths.ts";
import { shortDate } from "#app/ui/dates.ts";
import { ErrorSummary, type Failed, Field } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/stage.css?url";
import { titled } from "#app/ui/titled.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = titled("Settings");

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "settings.change");
  const saved = url.searchParams.get("done") === "saved";
  return { code: inspection.code, settings: await findSettings(desk, inspection), saved };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "settings.change");
  const { value, number } = await form();
  await changeSettings(desk, inspection, {
    title: value("title"),
    kind: value("kind"),
    date: value("date"),
    doubleRating: value("double") === "yes",
    reason: value("reason"),
    version: number("version") ?? 0,
  });
  return redirect(paths.settings(inspection.code, { done: "saved" }));
});

export default function Settings() {
  const { code, settings, saved } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} />
      <h1 className="h1">Settings</h1>
      {saved && !failed && (
        <p className="notice" role="status">
          The settings are saved.
        </p>
      )}
      <SettingsForm settings={settings} failed={failed} />
      <h2 className="h2">Elsewhere</h2>
      <ul className="prose">
        <li>
          <Link to={paths.edition(code)}>Edition of the framework</Link>
        </li>
        <li>
          <Link to={paths.team(code)}>Team</Link>
        </li>
        <li>
          <Link to={paths.stage(code)}>Stage</Link>
        </li>
        <li>
          <Link to={paths.hold(code)}>Legal hold</Link>
        </li>
      </ul>
    </main>
  );
}

type Shown = Awaited<ReturnType<typeof loader>>["settings"];

function SettingsForm({ settings, failed }: { settings: Shown; failed: Failed }) {
  const { errors = {}, typed = {}, stale } = failed ?? {};
  const double = typed.double ?? (settings.doubleRating ? "yes" : "no");
  return (
    <Form method="post" className="form" noValidate>
      {stale && <Theirs text={stale.current} />}
      <input type="hidden" name="version" value={stale?.version ?? typed.version ?? settings.version} />
      <Field label="Title" id="title" hint="As it stands on the first slide" error={errors.title}>
        {(tie) => <input {...tie} name="title" autoComplete="off" defaultValue={typed.title ?? settings.title} />}
      </Field>
      <Field label="What the briefing is" id="kind" error={errors.kind}>
        {(tie) => <input {...tie} name="kind" autoComplete="off" defaultValue={typed.kind ?? settings.kind} />}
      </Field>
      <Field label="Day of the briefing" id="date" error={errors.date}>
        {(tie) => (
          <input {...tie} name="date" type="date" className="date" defaultValue={typed.date ?? settings.date} />
        )}
      </Field>
      <fieldset className="choices" aria-describedby="double-hint">
        <legend className="legend">How many inspectors rate</legend>
        <p className="hint" id="double-hint">
          When two rate, each does so without seeing the other’s rating until both are in. When you change this to one,
          every inspector sees every rating at once.
        </p>
        <label className="choice">
          <input type="radio" name="double" value="yes" defaultChecked={double === "yes"} />
          Two, each without seeing the other’s
        </label>
        <label className="choice">
          <input type="radio" name="double" value="no" defaultChecked={double !== "yes"} />
          One is enough
        </label>
      </fieldset>
      {settings.doubleRating && (
        <Field
          label="Why one rating is enough"
          id="reason"
          hint="Only if you choose one. It stays on record."
          error={errors.reason}
        >
          {(tie) => <textarea {...tie} name="reason" rows={3} defaultValue={typed.reason} />}
        </Field>
      )}
      <button className="btn" type="submit">
        {stale ? "Save mine instead" : "Save settings"}
      </button>
    </Form>
  );
}

/** What someone else saved meanwhile, above what was typed here. */
function Theirs({ text }: { text: Record<string, string> }) {
  return (
    <div className="notice notice-warn">
      <p>
        <b>What stands now</b>
      </p>
      <p>
        {text.title}. {text.kind}, {shortDate(text.date ?? "")}.{" "}
        {text.doubleRating === "yes" ? "Two inspectors rate." : "One inspector rates."}
      </p>
      <p className="small">Yours is below, as you left it. Save it to replace this, or leave the page to keep it.</p>
    </div>
  );
}
