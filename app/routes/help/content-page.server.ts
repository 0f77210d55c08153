/** Help is public: these loaders ask for nobody. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { join } from "node:path";

import type { Services } from "#app/desk.server.ts";

/** All help pages, in order. What cleans their HTML is large, and loaded by the first who asks for help. */
export async function helpPages({ content }: Services) {
  const { readHelp } = await import("#app/platform/help.server.ts");
  return (await readHelp(join(content, "help"))).pages;
}

/** The page of this slug; 404 where there is none. */
export async function helpPage(services: Services, slug: string): Promise<{ title: string; html: string }> {
  const page = (await helpPages(services)).find((each) => each.slug === slug);
  if (!page) throw new Response("Not found", { status: 404 });
  return { title: page.title, html: page.html };
}

/** A loader for an address that always shows this page. */
export const showing =
  (slug: string) =>
  ({ context }: LoaderFunctionArgs) =>
    helpPage(context.services, slug);
