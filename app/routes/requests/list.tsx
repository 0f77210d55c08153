/** Requests: the council's inbox, or what inspectors have asked for and what came of it. */
import type { LinksFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import inboxStyles from "#app/ui/styles/inbox.css?url";
import styles from "#app/ui/styles/requests.css?url";
import { titled } from "#app/ui/titled.ts";

import { loadAsked } from "./asked.server.ts";
import { Asked } from "./asked.tsx";
import { loadInbox } from "./inbox.server.ts";
import { Inbox } from "./inbox.tsx";

export const meta = titled("Requests");
export const links: LinksFunction = () => [styles, inboxStyles].map((href) => ({ rel: "stylesheet", href }));

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "request.see");
  if (!allowed(inspection, "request.see-inside")) {
    return { side: "council" as const, page: await loadInbox(desk, inspection, url) };
  }
  return { side: "inspectorate" as const, page: await loadAsked(desk, inspection, url) };
});

export default function Requests() {
  const data = useLoaderData<typeof loader>();
  return data.side === "council" ? <Inbox data={data.page} /> : <Asked data={data.page} />;
}
