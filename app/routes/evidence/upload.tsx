import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { checkDetails } from "#app/models/evidence/details.server.ts";
import { acceptedEndings } from "#app/models/evidence/file-kind.ts";
import { addFiles } from "#app/models/evidence/uploads.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary, Field } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/evidence.css?url";
import { titled } from "#app/ui/titled.ts";

import { DetailsFields } from "./details-fields.tsx";
import { faultsIn, Outcomes } from "./outcomes.tsx";

export const meta = titled("Upload files", "Evidence");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params, services }) => {
  const { code } = await findInspection(desk, params.code ?? "", "evidence.add");
  return { code, limit: services.settings.MAX_UPLOAD_MB };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.add");
  const { value, files, refused, fields } = await form({ evenSome: true });
  const typed = { title: value("title"), kind: value("kind"), voice: value("voice"), asAt: value("asAt") };
  const draft = checkDetails(typed, { titled: false });
  const outcomes = await addFiles(desk, inspection, draft, { files, refused, again: value("again") === "1" });
  const errors = faultsIn(outcomes);
  if (Object.keys(errors).length) {
    return data({ errors, typed: Object.fromEntries(fields), stale: null, outcomes }, { status: 422 });
  }
  const added = outcomes.flatMap((outcome) => (outcome.state === "added" ? [outcome.evidence] : []));
  const [only] = added.length === 1 ? added : [];
  if (only) return redirect(paths.evidenceItem(inspection.code, only.id, { done: "added" }));
  return redirect(paths.evidence(inspection.code, { added: added.map(({ ref }) => ref).join() }));
});

export default function Upload() {
  const { code, limit } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { errors = {}, typed = {} } = failed ?? {};
  const outcomes = failed && "outcomes" in failed ? failed.outcomes : [];
  const ids = Object.fromEntries(Object.keys(errors).map((key) => [key, key.startsWith("file") ? "file" : key]));
  const left = outcomes.filter(({ state }) => state !== "added").length;
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} ids={ids} />
      <nav aria-label="Breadcrumb">
        <ol className="crumbs">
          <li>
            <Link to={paths.evidence(code)}>Evidence</Link>
          </li>
          <li aria-current="page">Upload files</li>
        </ol>
      </nav>
      <h1 className="h1">Upload files</h1>
      <p className="lede">Each file becomes one piece of evidence. A file never changes once it is here.</p>
      <Outcomes code={code} outcomes={outcomes} />
      <Form method="post" encType="multipart/form-data" className="form" noValidate>
        <Field
          label={outcomes.length ? "Choose again" : "Files"}
          id="file"
          hint={`PDF, Word, Excel, PowerPoint, OpenDocument, CSV, text, e-mail, JPG or PNG, up to ${limit}MB each. You can drop files on the box.`}
          error={left ? (left === 1 ? "1 file was not added" : `${left} files were not added`) : errors.file}
        >
          {(tie) => <input {...tie} className="drop" type="file" name="file" multiple accept={acceptedEndings} />}
        </Field>
        {outcomes.some(({ state }) => state === "known") && (
          <label className="choice">
            <input type="checkbox" name="again" value="1" />
            Add it all the same, though it is here already
          </label>
        )}
        <Field
          label="Title"
          id="title"
          hint="For one file. Left empty, and for several files, the names of the files are used."
          error={errors.title}
        >
          {(tie) => <input {...tie} name="title" autoComplete="off" defaultValue={typed.title} />}
        </Field>
        <DetailsFields errors={errors} values={typed} />
        <div className="actions">
          <button className="btn" type="submit">
            Upload
          </button>
          <Link to={paths.evidence(code)}>Cancel</Link>
        </div>
      </Form>
    </main>
  );
}
