/** Adds evidence without a file: what kind it is first, then what that kind asks. */
import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { checkDetails, typedDetails } from "#app/models/evidence/details.server.ts";
import { evidenceKinds } from "#app/models/evidence/evidence.ts";
import { kinds } from "#app/models/evidence/kinds/kinds.ts";
import { addAwaited, addNote } from "#app/models/evidence/notes.server.ts";
import { dayOf, monthsAfter } from "#app/models/evidence/state.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { EvidenceCrumbs } from "#app/ui/evidence-crumbs.tsx";
import { ErrorSummary } from "#app/ui/form.tsx";

import { itemLinks } from "./item-page.tsx";
import { KindChoice, NewForm } from "./new-form.tsx";

export const links = itemLinks;
export const meta = () => [{ title: "Add evidence without a file – Throughline" }];

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.add");
  const asked = url.searchParams.get("kind");
  const kind = evidenceKinds.find((one) => one === asked) ?? null;
  const { voice, review } = kind ? kinds[kind] : { voice: null, review: null };
  const reviewBy = review === null ? "" : monthsAfter(dayOf(desk.now()), review);
  return {
    code: inspection.code,
    inspector: allowed(inspection, "evidence.see-inspectorate"),
    kind,
    /** What is usual for the kind, to be changed where it is not so. */
    usual: { voice: voice ?? "", reviewBy },
  };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.add");
  const { fields, value } = await form();
  const draft = checkDetails(typedDetails(fields, { asksOwn: true }), { titled: true });
  const typed = kinds[draft.kind].file === "typed" && value("awaited") !== "1";
  const id = typed ? await addNote(desk, inspection, draft, value("text")) : await addAwaited(desk, inspection, draft);
  return redirect(paths.evidenceItem(inspection.code, id, { done: "added" }));
});

export default function New() {
  const { code, inspector, kind, usual } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} />
      <EvidenceCrumbs code={code} here="Add without a file" />
      <h1 className="h1">Add evidence without a file</h1>
      {inspector && <p className="lede">What inspectors add themselves is not shown to the council.</p>}
      <p>
        To add files, <Link to={paths.evidenceUpload(code)}>upload them</Link>.
      </p>
      <KindChoice code={code} kind={kind} />
      {kind && <NewForm key={kind} code={code} kind={kind} usual={usual} failed={failed} />}
    </main>
  );
}
