import { useLoaderData } from "@remix-run/react";

import { showing } from "./content-page.server.ts";
import { ContentPage, helpLinks, helpMeta } from "./content-page.tsx";

export const links = helpLinks;
export const meta = helpMeta;

export const loader = showing("accessibility");

export default function Accessibility() {
  return <ContentPage {...useLoaderData<typeof loader>()} />;
}
