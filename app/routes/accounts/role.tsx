/** Gives an account another role or organisation. What cannot be taken comes back on the page of the account. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { changeAccount } from "#app/models/accounts/accounts.server.ts";
import { paths } from "#app/paths.ts";

import { demandSure, loadPerson } from "./person.server.ts";
import { PersonPage, personLinks, personMeta } from "./person-page.tsx";

export const links = personLinks;
export const meta = personMeta;

export const loader = reading(async (asked) => loadPerson(asked, asked.params.id ?? ""));

export const action = changing(async ({ form, ...asked }) => {
  const id = asked.params.id ?? "";
  demandSure(asked, paths.person(id));
  const { value, number } = await form();
  const typed = { role: value("role"), organisation: value("organisation"), version: number("version") ?? 0 };
  await changeAccount(asked.desk, id, typed);
  return redirect(paths.person(id, { done: "changed" }));
});

export default function RoleRoute() {
  return <PersonPage person={useLoaderData<typeof loader>()} failed={useActionData<typeof action>()} />;
}
