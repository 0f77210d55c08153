/** Starts a mock inspection on a copy, with the council's own people as inspectors. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { partTitle } from "#app/models/inspections/part.ts";
import { type Cast, rehearsalParts } from "#app/models/readiness/rehearsal.ts";
import { listRehearsals, planRehearsal, startRehearsal } from "#app/models/readiness/rehearsals.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary, Field } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/assessment.css?url";
import { titled } from "#app/ui/titled.ts";

export const meta = titled("Rehearsal");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "rehearsal.start");
  return {
    code: inspection.code,
    plan: await planRehearsal(desk, inspection),
    rehearsals: await listRehearsals(desk, inspection),
    parts: rehearsalParts.map((part) => ({ part, title: partTitle(part) })),
  };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "rehearsal.start");
  const { value } = await form();
  const { people } = await planRehearsal(desk, inspection);
  const cast: Cast = {};
  for (const { id } of people) {
    const part = rehearsalParts.find((one) => one === value(`part-${id}`));
    if (part) cast[id] = part;
  }
  return redirect(paths.inspection(await startRehearsal(desk, inspection, cast)));
});

type Page = Awaited<ReturnType<typeof loader>>;

export default function Rehearsal() {
  const { code, plan, rehearsals, parts } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const [first] = plan.people;
  const { evidence, restricted } = plan;
  return (
    <main id="main" className="wide page own">
      <ErrorSummary failed={failed} ids={{ cast: `part-${first?.id ?? ""}` }} />
      <h1 className="h1">Rehearse the inspection</h1>
      <p className="lede">
        A mock inspection on a copy: the same lines and your own evidence, with people of your council as inspectors.
        The real inspectors do not see it, and nothing of theirs is in it.
      </p>
      <ul className="own-list">
        <li>
          {evidence} {evidence === 1 ? "piece" : "pieces"} of your evidence {evidence === 1 ? "is" : "are"} copied.
        </li>
        {restricted > 0 && (
          <li>
            {restricted} {restricted === 1 ? "piece that names" : "pieces that name"} people who use services{" "}
            {restricted === 1 ? "is" : "are"} left out.
          </li>
        )}
        <li>It is marked as a rehearsal on each page and in each deck, and can never be published.</li>
      </ul>
      {rehearsals.length > 0 && <Earlier rehearsals={rehearsals} />}
      <Form method="post" className="form" noValidate>
        {plan.people.map(({ id, name }, at) => (
          <Field
            key={id}
            label={`What ${name} plays`}
            id={`part-${id}`}
            error={at === 0 ? failed?.errors.cast : undefined}
          >
            {(tie) => (
              <select {...tie} name={`part-${id}`} defaultValue={failed?.typed[`part-${id}`] ?? ""}>
                <option value="">Takes no part</option>
                {parts.map(({ part, title }) => (
                  <option key={part} value={part}>
                    {title}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
        <div className="actions">
          <button className="btn" type="submit">
            Start the rehearsal
          </button>
          <Link to={paths.inspection(code)}>Cancel</Link>
        </div>
      </Form>
    </main>
  );
}

function Earlier({ rehearsals }: Pick<Page, "rehearsals">) {
  return (
    <section aria-labelledby="earlier">
      <h2 className="h2" id="earlier">
        Rehearsals so far
      </h2>
      <ul className="own-list">
        {rehearsals.map(({ code, title }) => (
          <li key={code}>
            <Link to={paths.inspection(code)}>{title}</Link>
            <span className="muted">{code}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
