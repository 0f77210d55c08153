import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { addNamed, type RowOutcome } from "#app/models/evidence/naming.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { Invalid } from "#app/platform/failure.ts";
import evidenceStyles from "#app/ui/styles/evidence.css?url";
import styles from "#app/ui/styles/upload.css?url";
import { titled } from "#app/ui/titled.ts";

import { NamingPage } from "./naming-page.tsx";
import { rowsIn, typedByFile } from "./naming.server.ts";
import { loadWaiting, mustSayRestricted } from "./waiting-view.server.ts";

export const meta = titled("Name new files", "Evidence");
export const links = () => [evidenceStyles, styles].map((href) => ({ rel: "stylesheet", href }));

export const loader = reading(async ({ desk, params }) => {
  return loadWaiting(desk, await findInspection(desk, params.code ?? "", "evidence.add"));
});

const faultsIn = (outcomes: RowOutcome[]): Record<string, string> => {
  const pairs = outcomes.flatMap((outcome) =>
    "errors" in outcome
      ? Object.entries(outcome.errors).map(([field, why]) => [
          `${field === "own-shows" ? "shows" : field}-${outcome.arrival}`,
          why,
        ])
      : [],
  );
  return Object.fromEntries(pairs) as Record<string, string>;
};

export const action = changing(async ({ desk, params, form }) => {
  const of = await findInspection(desk, params.code ?? "", "evidence.add");
  const sent = await form();
  const typed = typedByFile(sent);
  const rows = rowsIn(sent);
  if (!rows.length) throw new Invalid({ form: "There is no file to add. Upload files first." });
  const unsaid = mustSayRestricted(of, sent.value("restricted"));
  if (unsaid) return data({ errors: unsaid, typed, stale: null, added: [] }, { status: 422 });
  const outcomes = await addNamed(desk, of, rows);
  const added = outcomes.flatMap((outcome) => ("evidence" in outcome ? [outcome.evidence] : []));
  const errors = faultsIn(outcomes);
  if (Object.keys(errors).length) return data({ errors, typed, stale: null, added }, { status: 422 });
  const [only] = added.length === 1 ? added : [];
  if (only) return redirect(paths.evidenceItem(of.code, only.id, { done: "added" }));
  return redirect(paths.evidence(of.code, { added: added.map(({ ref }) => ref).join() }));
});

export default function Naming() {
  const waiting = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return <NamingPage {...waiting} failed={failed} added={failed && "added" in failed ? failed.added : []} />;
}
