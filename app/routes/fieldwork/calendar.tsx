/** The address by which one's own calendar reads the timetable: made here, shown once, revoked here. */
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findCalendar, makeCalendar } from "#app/models/fieldwork/calendars.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { shortDate } from "#app/ui/dates.ts";
import { titled } from "#app/ui/titled.ts";

import { Crumbs } from "./crumbs.tsx";

export const meta = titled("The timetable in your calendar");

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "calendar.keep");
  const made = await findCalendar(desk, inspection);
  return { code: inspection.code, made: made && shortDate(made.addedAt) };
});

export const action = changing(async ({ desk, params, services, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "calendar.keep");
  const token = await makeCalendar(desk, inspection);
  return { address: new URL(paths.calendarFeed(token), new URL(services.settings.BASE_URL ?? url).origin).href };
});

export default function Calendar() {
  const { code, made } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const address = done && "address" in done ? done.address : null;
  return (
    <main id="main" className="wide page">
      <Crumbs code={code} />
      <h1 className="h1">The timetable in your calendar</h1>
      <p className="lede">
        Your calendar can read your timetable by itself, at an address that is yours alone. Changes arrive within some
        hours: how soon is up to your calendar.
      </p>
      {address && <Address address={address} />}
      {made && !address && <p>You have had an address since {made}. It was shown once, and cannot be shown again.</p>}
      <Form method="post">
        <button className="btn" type="submit">
          {made ? "Make a new address" : "Make an address"}
        </button>
      </Form>
      {made && <p className="muted">A new address takes the place of the one before, which stops working.</p>}
      {made && (
        <Form method="post" action={paths.calendarRevocation(code)}>
          <button className="btn btn-quiet" type="submit">
            Stop the address
          </button>
        </Form>
      )}
      <p>
        <Link to={paths.fieldwork(code)}>Back to the timetable</Link>
      </p>
    </main>
  );
}

function Address({ address }: { address: string }) {
  return (
    <div className="notice" role="status">
      <p>
        <b>Copy this address now.</b> It is not shown again. Whoever has it can read your timetable, so give it to
        nobody.
      </p>
      <label htmlFor="address">Address for “add a calendar from the web”</label>
      <input id="address" readOnly value={address} />
    </div>
  );
}
