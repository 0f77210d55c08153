/** Which letters a person gets. */
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { chooseMail, findMailChoice } from "#app/models/requests/mail-choices.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/accounts.css?url";
import { titled } from "#app/ui/titled.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = titled("Letters about requests");

export const loader = reading(async ({ desk, services }) => ({
  choice: await findMailChoice(desk),
  email: desk.user.email,
  council: desk.user.side === "council",
  sends: services.mail !== null,
}));

export const action = changing(async ({ desk, form }) => {
  const { value, number } = await form();
  const typed = { atOnce: value("at-once") === "yes", digest: value("digest"), version: number("version") ?? 0 };
  await chooseMail(desk, typed);
  return redirect(paths.account({ done: "mail" }));
});

export default function OwnMail() {
  const { choice, email, council, sends } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const digest = failure?.typed.digest ?? choice.digest;
  const atOnce = failure ? failure.typed["at-once"] === "yes" : choice.atOnce;
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failure} />
      <h1 className="h1">Letters about requests</h1>
      <p className="lede">They go to {email}. They hold numbers, titles, days and links, and nothing of any answer.</p>
      {!sends && <p className="notice">No mail server is set up here, so no letters are sent.</p>}
      {failure?.stale && (
        <p className="notice notice-warn">
          You changed this in another window meanwhile. Save it again to replace that.
        </p>
      )}
      <Form method="post" className="form mail-form" noValidate>
        <input type="hidden" name="version" value={failure?.stale?.version ?? choice.version} />
        {council ? <AtOnce chosen={atOnce} /> : atOnce && <input type="hidden" name="at-once" value="yes" />}
        <fieldset className="choices" id="digest">
          <legend className="legend">A letter each morning at 8</legend>
          <p className="hint">
            {council
              ? "What is due within a week, overdue or sent back. On a day without any, there is no letter."
              : "The answers that wait to be looked at. On a day without any, there is no letter."}
          </p>
          {failure?.errors.digest && (
            <p className="error">
              <span className="vh">Error: </span>
              {failure.errors.digest}
            </p>
          )}
          <label className="choice">
            <input type="radio" name="digest" value="daily" defaultChecked={digest === "daily"} /> Yes
          </label>
          <label className="choice">
            <input type="radio" name="digest" value="never" defaultChecked={digest === "never"} /> No
          </label>
        </fieldset>
        <button className="btn" type="submit">
          Save which letters I get
        </button>
      </Form>
    </main>
  );
}

const AtOnce = ({ chosen }: { chosen: boolean }) => (
  <fieldset className="choices" aria-describedby="at-once-hint">
    <legend className="legend">A letter at once</legend>
    <p id="at-once-hint" className="hint">
      When a request is sent or given to you, sent back, accepted, or you are reminded of it; and three days before it
      is due, and on the day.
    </p>
    <label className="choice">
      <input type="checkbox" name="at-once" value="yes" defaultChecked={chosen} /> Write to me at once
    </label>
  </fieldset>
);
