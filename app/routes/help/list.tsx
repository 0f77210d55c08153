import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import styles from "#app/ui/styles/help.css?url";
import { titled } from "#app/ui/titled.ts";

import { helpPages } from "./content-page.server.ts";

export const meta = titled("Help and guides");
export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context }: LoaderFunctionArgs) {
  const pages = await helpPages(context.services);
  return { pages: pages.map(({ slug, title }) => ({ slug, title })) };
}

export default function HelpList() {
  const { pages } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wide page">
      <h1 className="h1">Help and guides</h1>
      <ol className="help-list">
        {pages.map(({ slug, title }) => (
          <li key={slug}>
            <Link to={paths.helpPage(slug)}>{title}</Link>
          </li>
        ))}
      </ol>
    </main>
  );
}
