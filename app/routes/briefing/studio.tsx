/** The studio of a saved deck. Its forms have routes of their own, which show this page again where something is wrong. */
import { useLoaderData } from "@remix-run/react";

import { StudioPage, studioLinks, studioMeta } from "./studio-page.tsx";
import { studioOf } from "./studio-of.server.ts";

export const links = studioLinks;
export const meta = studioMeta;
export const loader = studioOf("deck.see");

export default function Studio() {
  return <StudioPage view={useLoaderData<typeof loader>()} />;
}
