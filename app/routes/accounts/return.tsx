/** Lets a person in again whose account was disabled. */
import { redirect } from "@remix-run/node";

import { changing, reading } from "#app/desk.server.ts";
import { enableAccount } from "#app/models/accounts/accounts.server.ts";
import { paths } from "#app/paths.ts";

import { demandSure, loadPerson } from "./person.server.ts";

export const loader = reading(async (asked) =>
  redirect(paths.person((await loadPerson(asked, asked.params.id ?? "")).id)),
);

export const action = changing(async (asked) => {
  const id = asked.params.id ?? "";
  demandSure(asked, paths.person(id));
  await enableAccount(asked.desk, id);
  return redirect(paths.person(id, { done: "enabled" }));
});
