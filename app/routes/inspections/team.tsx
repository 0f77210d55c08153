import { useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { findInspection, listTeam } from "#app/models/inspections/inspections.server.ts";
import { partTitle } from "#app/models/inspections/part.ts";
import { titled } from "#app/ui/titled.ts";

export const meta = titled("Team");

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "team.see");
  const team = await listTeam(desk, inspection);
  return { team: team.map(({ id, name, part, organisation }) => ({ id, name, part: partTitle(part), organisation })) };
});

export default function Team() {
  const { team } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wide page">
      <h1 className="h1">Team</h1>
      <div className="table-box" tabIndex={0} role="region" aria-label="Team">
        <table>
          <caption className="vh">People who take part in this inspection</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Part</th>
              <th scope="col">Organisation</th>
            </tr>
          </thead>
          <tbody>
            {team.map((person) => (
              <tr key={person.id}>
                <th scope="row">{person.name}</th>
                <td>{person.part}</td>
                <td>{person.organisation}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </main>
  );
}
