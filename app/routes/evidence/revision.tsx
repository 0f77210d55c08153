/** A new version of a piece of evidence: other files in place of those that are shown. */
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { acceptedEndings } from "#app/models/evidence/file-kind.ts";
import { takeWaiting } from "#app/models/evidence/waiting.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { EvidenceCrumbs } from "#app/ui/evidence-crumbs.tsx";
import { ErrorSummary, type Failed, Field } from "#app/ui/form.tsx";
import { Paper } from "#app/ui/signs.tsx";
import { sizeOf } from "#app/ui/size.ts";

import { itemLinks } from "./item-page.tsx";
import { loadRevision, revise } from "./revision.server.ts";

export const links = itemLinks;
export const meta = () => [{ title: "New version of evidence – Throughline" }];

export const loader = reading(async ({ desk, params, services }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.add");
  const view = await loadRevision(desk, inspection, params.id ?? "");
  return { ...view, limit: services.settings.MAX_UPLOAD_MB };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.add");
  const id = params.id ?? "";
  const { files, all, number } = await form();
  const waiting = await takeWaiting(desk, inspection, all("arrival"));
  await revise(desk, inspection, id, { files: [...waiting, ...files], version: number("version") ?? 0 });
  return redirect(paths.evidenceItem(inspection.code, id, { done: "revised" }));
});

type View = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Revision() {
  const view = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { code, item, version, limit, now, waiting } = view;
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} />
      <EvidenceCrumbs code={code} item={item} here="New version" />
      <h1 className="h1">{now.length ? `Send a new version of ${item.ref}` : `Add the file of ${item.ref}`}</h1>
      {now.length > 0 && (
        <p className="lede">What is here now stays on record as an earlier version, and can still be opened.</p>
      )}
      {failed?.stale && <Meanwhile failed={failed} />}
      <Now now={now} />
      <Form method="post" encType="multipart/form-data" className="form" noValidate>
        <input type="hidden" name="version" value={failed?.stale?.version ?? version} />
        {waiting.length > 0 && <Waiting view={view} failed={failed} />}
        <Field
          label="Files of the new version"
          id="file"
          hint={`All of its files, up to ${limit}MB each. PDF, Word, Excel, PowerPoint, OpenDocument, CSV, text, e-mail, JPG or PNG.`}
          error={failed?.errors.file}
        >
          {(tie) => <input {...tie} className="drop" type="file" name="file" multiple accept={acceptedEndings} />}
        </Field>
        <div className="actions">
          <button className="btn" type="submit">
            {now.length ? "Send the new version" : "Add the file"}
            <span className="vh"> of {item.ref}</span>
          </button>
          <Link to={paths.evidenceItem(code, item.id)}>Cancel</Link>
        </div>
      </Form>
    </main>
  );
}

/** What someone else did meanwhile, beside what was sent. */
function Meanwhile({ failed }: { failed: NonNullable<Failed> }) {
  const { files, sent } = failed.stale?.current ?? {};
  return (
    <div className="notice notice-warn">
      <p>{`What stands now: ${files || "no file"}.`}</p>
      <p>{`What you sent: ${sent}. It waits below, and is not the new version yet. Send it again to put it in place.`}</p>
    </div>
  );
}

function Now({ now }: Pick<View, "now">) {
  if (!now.length) return null;
  return (
    <section className="evidence-part revision-now" aria-labelledby="now">
      <h2 id="now" className="h2">
        {`Here now: version ${now[0]?.revision}`}
      </h2>
      <ul className="files">
        {now.map(({ id, name, size, type }) => (
          <li key={id}>
            <Paper />
            <div>
              <p className="file-name">{name}</p>
              <p className="muted">
                {type}, {sizeOf(size)}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Files that came whole before: those of a form that came too late, and those sent on the upload page. */
function Waiting({ view: { waiting }, failed }: { view: View; failed: Failed }) {
  const chosen = failed?.stale?.current.chosen?.split(",") ?? [];
  return (
    <fieldset className="revision-waiting">
      <legend className="legend">Files that you have uploaded and not added yet</legend>
      {waiting.map(({ id, name, size, came }) => (
        <label key={id} className="choice">
          <input type="checkbox" name="arrival" value={id} defaultChecked={chosen.includes(id)} />
          <span>
            <span className="file-name">{name}</span>
            <span className="muted">{`${sizeOf(size)}, ${came}`}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
