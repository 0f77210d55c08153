import { useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";

import { loadPerson } from "./person.server.ts";
import { PersonPage, personLinks, personMeta } from "./person-page.tsx";

export const links = personLinks;
export const meta = personMeta;

export const loader = reading(async (asked) => ({
  ...(await loadPerson(asked, asked.params.id ?? "")),
  done: asked.url.searchParams.get("done"),
}));

export default function PersonRoute() {
  const { done, ...person } = useLoaderData<typeof loader>();
  return <PersonPage person={person} done={done} />;
}
