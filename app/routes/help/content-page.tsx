/** A page of the content folder. Its HTML was sanitised as it was read: it holds text, lists, tables and links. */
import type { MetaFunction } from "@remix-run/node";

import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import styles from "#app/ui/styles/help.css?url";

type Page = { title: string; html: string };

export const helpLinks = () => [{ rel: "stylesheet", href: styles }];

export const helpMeta: MetaFunction = ({ data }) => {
  const page = data as Page | undefined;
  return [{ title: page ? `${page.title} – Help – Throughline` : "Throughline" }];
};

export function ContentPage({ title, html }: Page) {
  return (
    <main id="main" className="wide page">
      <Crumbs steps={[[paths.help(), "Help and guides"]]} here={title} />
      <h1 className="h1">{title}</h1>
      <div className="prose help" dangerouslySetInnerHTML={{ __html: html }} />
    </main>
  );
}
