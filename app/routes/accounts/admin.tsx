import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { countPeople } from "#app/models/accounts/people.server.ts";
import { paths } from "#app/paths.ts";
import { titled } from "#app/ui/titled.ts";

export const meta = titled("Administration");

export const loader = reading(async ({ desk }) => countPeople(desk));

const people = (many: number) => (many === 1 ? "1 person" : `${many} people`);

export default function Admin() {
  const { active, invited, disabled } = useLoaderData<typeof loader>();
  const facts = [
    `${people(active)} can sign in`,
    invited > 0 && `${invited} ${invited === 1 ? "has" : "have"} not joined yet`,
    disabled > 0 && `${disabled} ${disabled === 1 ? "is" : "are"} disabled`,
  ].filter(Boolean);
  return (
    <main id="main" className="wide page">
      <h1 className="h1">Administration</h1>
      <p className="lede">
        You look after accounts and this server. What is in inspections is for those who take part in them.
      </p>
      <ul className="cards">
        <li className="card">
          <h2 className="h3">
            <Link to={paths.people()}>People</Link>
          </h2>
          <p>{facts.join(", ")}.</p>
        </li>
        <li className="card">
          <h2 className="h3">
            <Link to={paths.upkeep()}>This server</Link>
          </h2>
          <p>Disk, backups, jobs, mail, the record and versions.</p>
        </li>
      </ul>
    </main>
  );
}
