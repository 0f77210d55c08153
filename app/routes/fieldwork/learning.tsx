/** The council's learning log of a meeting: what was asked, what was said, what follows. Inspectors never see it. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { addLearning, listLearning } from "#app/models/fieldwork/learning.server.ts";
import { findVisit } from "#app/models/fieldwork/visits.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { longDate, shortDate, timeOf } from "#app/ui/dates.ts";
import type { Failed } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/notes.css?url";
import { titled } from "#app/ui/titled.ts";

import { LearningView } from "./learning-page.tsx";

export const meta = titled("Learning log");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "learning.keep");
  const { id, title, startsAt, endsAt } = await findVisit(desk, inspection, params.id ?? "");
  return {
    code: inspection.code,
    inspection: inspection.title,
    visit: { id, title },
    when: `${longDate(startsAt)}, ${timeOf(startsAt)} to ${timeOf(endsAt)}`,
    entries: (await listLearning(desk, inspection, id)).map(({ at, ...entry }) => ({
      ...entry,
      when: `${shortDate(at)}, ${timeOf(at)}`,
    })),
    done: url.searchParams.get("done"),
  };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "learning.keep");
  const { value } = await form();
  const typed = { text: value("text"), said: value("said"), followUp: value("followUp") };
  await addLearning(desk, inspection, params.id ?? "", typed);
  return redirect(paths.learning(inspection.code, params.id ?? "", { done: "added" }));
});

export type LearningPage = Awaited<ReturnType<typeof loader>>;

/** Which form of the page came back: an entry's, or the one that adds. */
export type LearningFailure = { entry: string | null; state: Failed };

export default function Learning() {
  const failure = { entry: null, state: useActionData<typeof action>() };
  return <LearningView data={useLoaderData<typeof loader>()} failure={failure} />;
}
