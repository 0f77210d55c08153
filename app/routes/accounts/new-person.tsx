import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { invitePerson } from "#app/models/accounts/accounts.server.ts";
import { listOrganisations } from "#app/models/accounts/people.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary, Field } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/accounts.css?url";
import { titled } from "#app/ui/titled.ts";

import { Crumbs, peopleStep } from "./crumbs.tsx";
import { PassOn } from "./pass-on.tsx";
import { PlaceFields } from "./place-fields.tsx";
import { demandSure } from "./person.server.ts";
import { postOf } from "./post.server.ts";

export const meta = titled("Add a person", "Administration");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async (asked) => {
  demandSure(asked);
  return { organisations: await listOrganisations(asked.desk), mails: asked.services.mail !== null };
});

export const action = changing(async ({ form, ...asked }) => {
  demandSure(asked);
  const { value } = await form();
  const name = value("name");
  const typed = { name, email: value("email"), role: value("role"), organisation: value("organisation") };
  const { id, delivery } = await invitePerson(asked.desk, postOf(asked.services, asked.url), typed);
  if (delivery.how !== "shown") return redirect(paths.person(id, { done: delivery.how }));
  return data({ made: { id, name, link: delivery.link } });
});

export default function NewPerson() {
  const { organisations, mails } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "made" in answer) return <Made {...answer.made} />;
  const { errors = {}, typed = {} } = answer ?? {};
  return (
    <main id="main" className="wide page">
      <Crumbs steps={[peopleStep]} here="Add a person" />
      <ErrorSummary failed={answer} />
      <h1 className="h1">Add a person</h1>
      <p className="lede">
        {mails
          ? "We send them a link to choose a password."
          : "You get a link to pass on, with which they choose a password."}{" "}
        What they see depends on the inspections that a lead inspector adds them to.
      </p>
      <Form method="post" className="form" noValidate>
        <Field label="Full name" id="name" error={errors.name}>
          {(tie) => <input {...tie} name="name" autoComplete="off" defaultValue={typed.name} />}
        </Field>
        <Field label="E-mail address" id="email" error={errors.email}>
          {(tie) => <input {...tie} name="email" type="email" autoComplete="off" defaultValue={typed.email} />}
        </Field>
        <PlaceFields
          role={typed.role}
          organisation={typed.organisation}
          organisations={organisations}
          errors={errors}
        />
        <div className="actions">
          <button className="btn" type="submit">
            Add the person
          </button>
          <Link to={paths.people()}>Cancel</Link>
        </div>
      </Form>
    </main>
  );
}

function Made({ id, name, link }: { id: string; name: string; link: string }) {
  return (
    <main id="main" className="wide page">
      <Crumbs steps={[peopleStep]} here="Add a person" />
      <h1 className="h1">{name} has an account</h1>
      <PassOn name={name} link={link} kind="invitation" />
      <ul className="facts">
        <li>
          <Link to={paths.person(id)}>See the account</Link>
        </li>
        <li>
          <Link to={paths.newPerson()}>Add another person</Link>
        </li>
      </ul>
    </main>
  );
}
