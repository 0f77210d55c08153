import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { helpPage } from "./content-page.server.ts";
import { ContentPage, helpLinks, helpMeta } from "./content-page.tsx";

export const links = helpLinks;
export const meta = helpMeta;

export const loader = ({ context, params }: LoaderFunctionArgs) => helpPage(context.services, params.page ?? "");

export default function HelpPage() {
  return <ContentPage {...useLoaderData<typeof loader>()} />;
}
