/** Typing what a file says that no machine can read. */
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, deskFor, reading } from "#app/desk.server.ts";
import { findEvidence } from "#app/models/evidence/library.server.ts";
import { findTranscript, keepTranscript } from "#app/models/evidence/transcripts.server.ts";
import { relocateCitations } from "#app/models/findings/relocations.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { EvidenceCrumbs } from "#app/ui/evidence-crumbs.tsx";
import { ErrorSummary, type Failed, Field } from "#app/ui/form.tsx";

import { itemLinks } from "./item-page.tsx";

export const links = itemLinks;
export const meta = () => [{ title: "Type what a file says – Throughline" }];

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.add");
  const { id, ref, title, files } = await findEvidence(desk, inspection, params.id ?? "");
  const asked = url.searchParams.get("file") ?? files[0]?.id ?? "";
  const transcript = await findTranscript(desk, inspection, id, asked);
  return { code: inspection.code, item: { id, ref, title }, ...transcript };
});

export const action = changing(async ({ desk, services, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.add");
  const { value, number } = await form();
  const id = params.id ?? "";
  const draft = { file: value("file"), text: value("text"), version: number("version") ?? 0 };
  await keepTranscript(desk, inspection, id, draft);
  // The product looks, not the person: what cites the file is not theirs to know.
  await relocateCitations(deskFor(services, null), { id: draft.file, inspection: inspection.id });
  return redirect(paths.evidenceItem(inspection.code, id, { done: "typed" }));
});

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Transcript() {
  const data = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { code, item, file, whyNot } = data;
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} />
      <EvidenceCrumbs code={code} item={item} here="Type what it says" />
      <h1 className="h1">Type what {file.name} says</h1>
      {whyNot ? <NotHere data={data} whyNot={whyNot} /> : <Typing data={data} failed={failed} />}
    </main>
  );
}

const NotHere = ({ data: { code, item }, whyNot }: { data: Data; whyNot: string }) => (
  <>
    <p className="lede">{whyNot}</p>
    <div className="actions">
      <Link className="btn btn-quiet" to={paths.evidenceNew(code, "observation")}>
        Add a note of your own
      </Link>
      <Link to={paths.evidenceItem(code, item.id)}>Back to {item.ref}</Link>
    </div>
  </>
);

function Typing({ data: { code, item, file, text, version }, failed }: { data: Data; failed: Failed }) {
  return (
    <>
      <p className="lede">
        No machine could read this file. What you type can be searched and quoted, and says that it was typed, by whom
        and when. The file stays as it is.
      </p>
      <p>
        <a href={paths.evidenceFile(code, item.id, file.id)} download>
          Download {file.name}
        </a>{" "}
        to read it beside this page.
      </p>
      <Form
        method="post"
        action={paths.evidenceTranscript(code, item.id, file.id)}
        className="form wide-form"
        noValidate
      >
        <input type="hidden" name="file" value={file.id} />
        <input type="hidden" name="version" value={failed?.stale?.version ?? version} />
        {failed?.stale && (
          <div className="notice notice-warn">
            <p>
              <b>What stands now:</b>
            </p>
            <p className="own-lines">{failed.stale.current.text || "Nothing is typed."}</p>
            <p>What you typed is below. Save it to replace what stands now.</p>
          </div>
        )}
        <Field label="What it says" id="text" hint={hint} error={failed?.errors.text}>
          {(tie) => <textarea {...tie} name="text" rows={18} defaultValue={failed?.typed.text ?? text} />}
        </Field>
        <div className="actions">
          <button className="btn" type="submit">
            Save what you typed
          </button>
          <Link to={paths.evidenceItem(code, item.id)}>Cancel</Link>
        </div>
      </Form>
    </>
  );
}

const hint = (
  <>
    Word for word, as far as it can be read. To say where a page begins, put a line of its own before it:{" "}
    <code className="nowrap">--- page 2</code>
  </>
);
