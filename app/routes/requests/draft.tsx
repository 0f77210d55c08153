/** A draft of a request: changed, checked and sent from one page. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { burdenOf } from "#app/models/requests/burden.ts";
import { editDraft } from "#app/models/requests/drafts.server.ts";
import { judgingWords } from "#app/models/requests/judging-words.ts";
import { listOrigins } from "#app/models/requests/origins.server.ts";
import { alreadyHeld, askedBefore } from "#app/models/requests/repeats.server.ts";
import { findDraft, listAnswerers, listRequests } from "#app/models/requests/requests.server.ts";
import { londonClock } from "#app/models/fieldwork/london-time.ts";
import { paths } from "#app/paths.ts";
import styles from "#app/ui/styles/requests.css?url";
import { titled } from "#app/ui/titled.ts";

import { DraftPage } from "./draft-page.tsx";
import { requestFrom } from "./request-form.tsx";
import { tagOf } from "./tag.tsx";

export const meta = titled("Draft request");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "request.see-inside");
  const draft = await findDraft(desk, inspection, params.id ?? "");
  const all = await listRequests(desk, inspection);
  const today = londonClock(desk.now()).day;
  return {
    code: inspection.code,
    council: inspection.council,
    draft,
    saved: url.searchParams.get("done") === "saved",
    mayWrite: allowed(inspection, "request.write"),
    people: await listAnswerers(desk, inspection),
    origins: await listOrigins(desk, inspection, draft.id),
    judging: judgingWords(`${draft.title} ${draft.text}`),
    held: await alreadyHeld(desk, inspection, draft),
    before: askedBefore(draft, all).map((one) => ({
      id: one.id,
      number: one.number,
      title: one.title,
      tag: tagOf(one, today),
    })),
    burden: burdenOf(all, desk.now()),
  };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "request.write");
  const { value, number } = await form();
  const id = params.id ?? "";
  await editDraft(desk, inspection, id, { ...requestFrom(value), version: number("version") ?? 0 });
  return redirect(paths.requestDraft(inspection.code, id, { done: "saved" }));
});

export type DraftData = Awaited<ReturnType<typeof loader>>;

export default function Draft() {
  return <DraftPage data={useLoaderData<typeof loader>()} failed={useActionData<typeof action>()} />;
}
