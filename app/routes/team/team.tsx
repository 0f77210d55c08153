/** Who takes part in the inspection; the lead adds people here. */
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { joinTeam, listTeam } from "#app/models/inspections/members.server.ts";
import { parts, partTitle } from "#app/models/inspections/part.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary, type Failed, Field } from "#app/ui/form.tsx";
import { titled } from "#app/ui/titled.ts";

export const meta = titled("Team");

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "team.see");
  const team = await listTeam(desk, inspection);
  return {
    code: inspection.code,
    mayManage: allowed(inspection, "team.manage"),
    team: team.map(({ part, excluded, ...person }) => ({
      ...person,
      part: partTitle(part),
      excluded: excluded !== null,
    })),
  };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "team.manage");
  const fields = await form();
  await joinTeam(desk, inspection, { email: fields.value("email"), part: fields.value("part") });
  return redirect(paths.team(inspection.code));
});

export default function Team() {
  const { code, team, mayManage } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} />
      <h1 className="h1">Team</h1>
      <div className="table-box" tabIndex={0} role="region" aria-label="Team">
        <table>
          <caption className="vh">People who take part in this inspection</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Part</th>
              <th scope="col">Organisation</th>
              {mayManage && <td />}
            </tr>
          </thead>
          <tbody>
            {team.map(({ id, name, part, organisation, excluded }) => (
              <tr key={id}>
                <th scope="row">
                  {name} {excluded && <span className="tag">Excluded</span>}
                </th>
                <td>{part}</td>
                <td>{organisation}</td>
                {mayManage && (
                  <td>
                    <Link to={paths.teamMember(code, id)}>
                      Change<span className="vh"> {name}</span>
                    </Link>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mayManage && <AddPerson failed={failed} />}
    </main>
  );
}

function AddPerson({ failed }: { failed: Failed }) {
  return (
    <Form method="post" className="form" noValidate>
      <h2 className="h2">Add a person</h2>
      <Field label="E-mail address" id="email" error={failed?.errors.email}>
        {(tie) => <input {...tie} name="email" type="email" autoComplete="off" defaultValue={failed?.typed.email} />}
      </Field>
      <Field
        label="Part in this inspection"
        id="part"
        hint="It decides what the person may see and do here, from their next request on."
        error={failed?.errors.part}
      >
        {(tie) => (
          <select {...tie} name="part" defaultValue={failed?.typed.part ?? ""}>
            <option value="">Choose a part</option>
            {parts.map((part) => (
              <option key={part} value={part}>
                {partTitle(part)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button className="btn" type="submit">
        Add to the team
      </button>
    </Form>
  );
}
