import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { checkDetails, typedDetails } from "#app/models/evidence/details.server.ts";
import type { Details } from "#app/models/evidence/details.ts";
import { acceptedEndings } from "#app/models/evidence/file-kind.ts";
import { addFiles } from "#app/models/evidence/uploads.server.ts";
import { listWaiting, takeWaiting } from "#app/models/evidence/waiting.server.ts";
import { lineChoices } from "#app/models/frameworks/line-choice.ts";
import { findInspection, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { Invalid } from "#app/platform/failure.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { ErrorSummary } from "#app/ui/form.tsx";
import evidenceStyles from "#app/ui/styles/evidence.css?url";
import itemStyles from "#app/ui/styles/evidence-item.css?url";
import styles from "#app/ui/styles/upload.css?url";
import { titled } from "#app/ui/titled.ts";

import { faultsIn, Outcomes } from "./outcomes.tsx";
import { UploadForm } from "./upload-form.tsx";
import { asksRestricted, mustSayRestricted, orKept } from "./waiting-view.server.ts";

export const handle = { scripts: true };
export const meta = titled("Upload files", "Evidence");
export const links = () => [evidenceStyles, itemStyles, styles].map((href) => ({ rel: "stylesheet", href }));

export const loader = reading(async ({ desk, params, services }) => {
  const of = await findInspection(desk, params.code ?? "", "evidence.add");
  return {
    code: of.code,
    limit: services.settings.MAX_UPLOAD_MB,
    endings: acceptedEndings,
    asksRestricted: asksRestricted(of),
    lines: lineChoices(of.framework),
    waiting: (await listWaiting(desk, of)).length,
  };
});

/** What the form says of all its files. Throws `Invalid`. */
function detailsIn(of: Inspection, fields: Map<string, string>): Details {
  const details = checkDetails(typedDetails(fields), { titled: false });
  const answer = fields.get("restricted") ?? "";
  const unsaid = mustSayRestricted(of, answer);
  if (unsaid) throw new Invalid(unsaid);
  return answer === "yes" ? { ...details, sensitivity: "restricted" } : details;
}

export const action = changing(async ({ desk, params, form }) => {
  const of = await findInspection(desk, params.code ?? "", "evidence.add");
  const { value, all, files, refused, fields } = await form({ evenSome: true });
  const details = await orKept(desk, of, files, () => detailsIn(of, fields));
  const outcomes = await addFiles(desk, of, details, {
    files: [...(await takeWaiting(desk, of, all("arrival"))), ...files],
    refused,
    again: value("again") === "1",
    together: value("together") === "yes",
  });
  const errors = faultsIn(outcomes);
  if (Object.keys(errors).length) {
    return data({ errors, typed: Object.fromEntries(fields), stale: null, outcomes }, { status: 422 });
  }
  const refs = new Map(outcomes.flatMap((one) => (one.state === "added" ? [[one.evidence.id, one.evidence.ref]] : [])));
  const [[id] = []] = refs;
  if (refs.size === 1 && id) return redirect(paths.evidenceItem(of.code, id, { done: "added" }));
  return redirect(paths.evidence(of.code, { added: [...refs.values()].join() }));
});

export default function Upload() {
  const { waiting, ...page } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { errors = {}, typed = {} } = failed ?? {};
  const outcomes = failed && "outcomes" in failed ? failed.outcomes : [];
  const ids = Object.fromEntries(Object.keys(errors).map((key) => [key, key.startsWith("file") ? "file" : key]));
  const left = outcomes.filter(({ state }) => state !== "added").length;
  const notAdded = left === 1 ? "1 file was not added" : `${left} files were not added`;
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} ids={ids} />
      <Crumbs steps={[[paths.evidence(page.code), "Evidence"]]} here="Upload files" />
      <h1 className="h1">Upload files</h1>
      <p className="lede">Each file becomes one piece of evidence. A file never changes once it is here.</p>
      {waiting > 0 && <Waiting code={page.code} waiting={waiting} />}
      <Outcomes code={page.code} outcomes={outcomes} />
      <UploadForm
        {...page}
        errors={left ? { ...errors, file: notAdded } : errors}
        typed={typed}
        known={outcomes.some(({ state }) => state === "known")}
        again={outcomes.length > 0}
      />
    </main>
  );
}

function Waiting({ code, waiting }: { code: string; waiting: number }) {
  return (
    <div className="notice">
      <p>
        {waiting === 1 ? "A file that you uploaded earlier waits" : `${waiting} files that you uploaded earlier wait`}{" "}
        here. Nobody else sees {waiting === 1 ? "it" : "them"} until you add {waiting === 1 ? "it" : "them"}.
      </p>
      <p>
        <Link to={paths.evidenceNaming(code)} reloadDocument>
          Name and add {waiting === 1 ? "it" : "them"}
        </Link>
      </p>
    </div>
  );
}
