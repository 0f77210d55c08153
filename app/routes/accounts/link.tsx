/** Makes a link with which a person chooses a password: sent to them, or shown once to be passed on. */
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { sendLink } from "#app/models/accounts/accounts.server.ts";
import { paths } from "#app/paths.ts";

import { demandSure, loadPerson } from "./person.server.ts";
import { PersonPage, personLinks, personMeta } from "./person-page.tsx";
import { postOf } from "./post.server.ts";

export const links = personLinks;
export const meta = personMeta;

export const loader = reading(async (asked) => loadPerson(asked, asked.params.id ?? ""));

export const action = changing(async (asked) => {
  const id = asked.params.id ?? "";
  demandSure(asked, paths.person(id));
  const delivery = await sendLink(asked.desk, postOf(asked.services, asked.url), id);
  if (delivery.how !== "shown") return redirect(paths.person(id, { done: delivery.how }));
  return data({ link: delivery.link });
});

export default function LinkRoute() {
  const answer = useActionData<typeof action>();
  const made = answer && "link" in answer ? answer.link : undefined;
  const failed = answer && "errors" in answer ? answer : undefined;
  return <PersonPage person={useLoaderData<typeof loader>()} link={made} failed={failed} />;
}
