/** What is held about one's own account, to take away. */
import { Link, useLoaderData } from "@remix-run/react";

import { demandConfirmed, reading } from "#app/desk.server.ts";
import { findOwnData } from "#app/models/briefing/person-data.server.ts";
import { paths } from "#app/paths.ts";
import styles from "#app/ui/styles/accounts.css?url";
import { titled } from "#app/ui/titled.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = titled("What is held about you");

export const loader = reading(async (asked) => {
  demandConfirmed(asked, paths.ownData());
  const { mentions, record, privateNotes } = await findOwnData(asked.desk);
  return {
    places: mentions.reduce((sum, { ids }) => sum + ids.length, 0),
    entries: record.length,
    notes: privateNotes.length,
  };
});

export default function OwnData() {
  const { places, entries, notes } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wide page">
      <h1 className="h1">What is held about you</h1>
      <p className="lede">
        Your account, the devices that you are signed in on, your choices, your private notes ({notes}), each place that
        names your account ({places}) and what you did ({entries} entries, without words).
      </p>
      <ul className="actions">
        <li>
          <a className="btn" href={paths.ownDataFile("html")} download>
            Download as a page
          </a>
        </li>
        <li>
          <a className="btn btn-quiet" href={paths.ownDataFile("json")} download>
            Download as JSON
          </a>
        </li>
      </ul>
      <p className="prose">
        <span>
          Words about you in evidence, findings and notes belong to the inspection and are not in it. To ask for those,
          or to have your data corrected or erased, write to the data protection officer named in the{" "}
          <Link to={paths.privacy()}>privacy notice</Link>.
        </span>
      </p>
    </main>
  );
}
