import { Form, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { roleTitle } from "#app/models/accounts/role.ts";
import { paths } from "#app/paths.ts";
import { titled } from "#app/ui/titled.ts";

export const meta = titled("Your account");

export const loader = reading(async ({ desk }) => {
  const { name, email, role, organisation } = desk.user;
  return { name, email, role: roleTitle(role), organisation };
});

export default function Account() {
  const { name, email, role, organisation } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wide page">
      <h1 className="h1">Your account</h1>
      <dl className="summary">
        <dt>Name</dt>
        <dd>{name}</dd>
        <dt>E-mail address</dt>
        <dd>{email}</dd>
        <dt>Role</dt>
        <dd>{role}</dd>
        <dt>Organisation</dt>
        <dd>{organisation ?? "None"}</dd>
      </dl>
      <Form method="post" action={paths.signOut()}>
        <button className="btn btn-quiet" type="submit">
          Sign out
        </button>
      </Form>
    </main>
  );
}
