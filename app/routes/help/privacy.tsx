import { useLoaderData } from "@remix-run/react";

import { showing } from "./content-page.server.ts";
import { ContentPage, helpLinks, helpMeta } from "./content-page.tsx";

export const links = helpLinks;
export const meta = helpMeta;

export const loader = showing("privacy");

export default function Privacy() {
  return <ContentPage {...useLoaderData<typeof loader>()} />;
}
