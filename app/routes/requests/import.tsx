/** Imports a list of requests: each fault is named by its row, and nothing is kept before it is confirmed. */
import { data, type LinksFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { cleanFileName } from "#app/models/evidence/file-kind.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { importRequests, listText, planRequests } from "#app/models/requests/imports.server.ts";
import { whyNotImport } from "#app/models/requests/request-list.ts";
import { paths } from "#app/paths.ts";
import { Invalid } from "#app/platform/failure.ts";
import styles from "#app/ui/styles/requests.css?url";
import { titled } from "#app/ui/titled.ts";

import { Crumbs } from "./crumbs.tsx";
import { ChooseList } from "./import-choose.tsx";
import { ReviewList } from "./import-review.tsx";

export const meta = titled("Import requests");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params }) => {
  const { code } = await findInspection(desk, params.code ?? "", "request.write");
  return { code };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "request.write");
  const { files, value, all } = await form();
  const [file] = files;
  if (!file && !value("text")) throw new Invalid({ file: "Choose the list of requests" });
  const name = cleanFileName(file?.name ?? (value("name") || "requests.csv"));
  const text = file ? await listText(name, file.arrival) : value("text");
  const list = await planRequests(desk, inspection, text);
  const chosen = all("row").map(Number);
  const why = value("confirm") === "1" ? whyNotImport(list, chosen) : null;
  if (value("confirm") === "1" && why === null) {
    const how = { rows: chosen, send: value("send") === "yes" };
    const { sent, drafted } = await importRequests(desk, inspection, text, how);
    return redirect(paths.requests(inspection.code, { done: `imported-${sent}-${drafted}` }));
  }
  const errors: Record<string, string> = why ? { rows: why } : {};
  return data({ proposal: { name, text, list }, errors, typed: {}, stale: null }, { status: why ? 422 : 200 });
});

export default function ImportRequests() {
  const { code } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failed = answer && Object.keys(answer.errors).length ? answer : undefined;
  return (
    <main id="main" className="wide page">
      {answer && "proposal" in answer ? (
        <ReviewList code={code} proposal={answer.proposal} failed={failed} />
      ) : (
        <>
          <Crumbs code={code} here="Import a list" />
          <ChooseList code={code} failed={failed} />
        </>
      )}
    </main>
  );
}
