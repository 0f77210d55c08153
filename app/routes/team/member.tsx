/** One member of the team: the lead ends their part here, or keeps them out for a conflict of interest. */
import { Form, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { listTeam } from "#app/models/inspections/members.server.ts";
import { partTitle } from "#app/models/inspections/part.ts";
import { paths } from "#app/paths.ts";
import { NotFound } from "#app/platform/failure.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { ErrorSummary, type Failed, Field } from "#app/ui/form.tsx";
import { titled } from "#app/ui/titled.ts";

export const meta = titled("Team member");

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "team.manage");
  const member = (await listTeam(desk, inspection)).find(({ id }) => id === params.id);
  if (!member) throw new NotFound();
  const { id, name, part, organisation, excluded } = member;
  return { code: inspection.code, id, name, part: partTitle(part), organisation, excluded };
});

export default function Member() {
  return <MemberPage data={useLoaderData<typeof loader>()} failed={undefined} />;
}

type Data = Awaited<ReturnType<typeof loader>>;

/** The page, also under the addresses of its forms. */
export function MemberPage({ data, failed }: { data: Data; failed: Failed }) {
  const { code, id, name, part, organisation, excluded } = data;
  return (
    <main id="main" className="wide page">
      <Crumbs steps={[[paths.team(code), "Team"]]} />
      <ErrorSummary failed={failed} />
      <h1 className="h1">{name}</h1>
      <p className="lede">
        {part}
        {organisation && `, ${organisation}`}
      </p>
      {excluded === null ? (
        <Exclude data={data} failed={failed} />
      ) : (
        <div className="notice notice-warn">
          <p>
            <b>Excluded for a conflict of interest:</b> {excluded}
          </p>
          <Form method="post" action={paths.teamReadmission(code, id)}>
            <button className="btn btn-quiet btn-small" type="submit">
              The conflict has ended: let {name} back
            </button>
          </Form>
        </div>
      )}
      <h2 className="h2">End this part</h2>
      <p>What {name} recorded stays. From the next request on, they no longer see the inspection.</p>
      <Form method="post" action={paths.teamRemoval(code, id)}>
        <button className="btn btn-warn" type="submit">
          Take {name} off the team
        </button>
      </Form>
    </main>
  );
}

function Exclude({ data: { code, id, name }, failed }: { data: Data; failed: Failed }) {
  return (
    <Form method="post" action={paths.teamExclusion(code, id)} className="form" noValidate>
      <h2 className="h2">Conflict of interest</h2>
      <Field
        label="What the conflict is"
        id="reason"
        hint={`${name} will see nothing of this inspection, whatever part they are given.`}
        error={failed?.errors.reason}
      >
        {(tie) => <input {...tie} name="reason" autoComplete="off" defaultValue={failed?.typed.reason} />}
      </Field>
      <button className="btn btn-quiet" type="submit">
        Exclude {name}
      </button>
    </Form>
  );
}
