import { useLoaderData } from "@remix-run/react";

import { showing } from "./content-page.server.ts";
import { ContentPage, helpLinks, helpMeta } from "./content-page.tsx";

export const links = helpLinks;
export const meta = helpMeta;

export const loader = showing("cookies");

export default function Cookies() {
  return <ContentPage {...useLoaderData<typeof loader>()} />;
}
