/** Forgets the second factor of a person who has lost it. What a rule forbids comes back on the page of the account. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { forgetFactor } from "#app/models/accounts/accounts.server.ts";
import { paths } from "#app/paths.ts";

import { demandSure, loadPerson } from "./person.server.ts";
import { PersonPage, personLinks, personMeta } from "./person-page.tsx";

export const links = personLinks;
export const meta = personMeta;

export const loader = reading(async (asked) => loadPerson(asked, asked.params.id ?? ""));

export const action = changing(async (asked) => {
  const id = asked.params.id ?? "";
  demandSure(asked, paths.person(id));
  await forgetFactor(asked.desk, id);
  return redirect(paths.person(id, { done: "forgotten" }));
});

export default function SecondFactorRoute() {
  return <PersonPage person={useLoaderData<typeof loader>()} failed={useActionData<typeof action>()} />;
}
