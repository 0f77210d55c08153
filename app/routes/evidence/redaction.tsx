/** Makes a copy of a piece of evidence from which words are taken out. */
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findRedactable, redactEvidence, whyNotRedact } from "#app/models/briefing/redactions.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { EvidenceCrumbs } from "#app/ui/evidence-crumbs.tsx";
import { ErrorSummary, type Failed, Field } from "#app/ui/form.tsx";

import { itemLinks } from "./item-page.tsx";

export const links = itemLinks;
export const meta = () => [{ title: "Redacted copy of evidence – Throughline" }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.redact");
  const { id, ref, title, version, files } = await findRedactable(desk, inspection, params.id ?? "");
  const hindered = files.flatMap((file) => whyNotRedact(file) ?? []);
  return { code: inspection.code, item: { id, ref, title }, version, files: files.length, hindered };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.redact");
  const { value, number } = await form();
  const typed = { words: value("words"), title: value("title"), version: number("version") ?? 0 };
  const copy = await redactEvidence(desk, inspection, params.id ?? "", typed);
  return redirect(paths.evidenceItem(inspection.code, copy, { done: "redacted" }));
});

export default function Redaction() {
  const { code, item, version, files, hindered } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const whyNot = files ? hindered : ["There is no file to make a copy of."];
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} />
      <EvidenceCrumbs code={code} item={item} here="Redacted copy" />
      <h1 className="h1">Make a redacted copy of {item.ref}</h1>
      <div className="prose">
        <p className="lede">
          The copy is a new file, made of the text that is left. What you take out is nowhere in it, and is on no
          record.
        </p>
        <ul>
          <li>Text, Markdown and CSV stay what they are. E-mail and web pages become plain text.</li>
          <li>PDF and office files become a PDF of their text. Pictures, layout, hidden sheets and notes are gone.</li>
          <li>The original stays, and becomes restricted. What cites it goes on citing it.</li>
        </ul>
      </div>
      {whyNot.length > 0 ? (
        <div className="notice notice-warn">
          {whyNot.map((why) => (
            <p key={why}>{why}</p>
          ))}
          <p>Make the copy with another program, and add it as evidence.</p>
        </div>
      ) : (
        <RedactionForm version={version} failed={failed} />
      )}
      <p>
        <Link to={paths.evidenceItem(code, item.id)}>Back to {item.ref}</Link>.{" "}
        <Link to={paths.helpPage("redaction")}>What redaction does and does not do</Link>
      </p>
    </main>
  );
}

function RedactionForm({ version, failed }: { version: number; failed: Failed }) {
  return (
    <Form method="post" className="form" noValidate>
      {failed?.stale && (
        <p className="notice notice-warn">
          Someone changed this evidence while you were here. Look at it again, then make the copy.
        </p>
      )}
      <input type="hidden" name="version" value={failed?.stale?.version ?? version} />
      <Field
        label="Words to take out"
        id="words"
        hint="One phrase on each line. Each is taken out wherever it stands, in capitals or not. Enter each way in which a name is written."
        error={failed?.errors.words}
      >
        {(tie) => <textarea {...tie} name="words" rows={8} autoComplete="off" defaultValue={failed?.typed.words} />}
      </Field>
      <Field
        label="Title of the copy"
        id="title"
        hint="If you leave it empty, it is the title of the original without these words."
        error={failed?.errors.title}
      >
        {(tie) => <input {...tie} name="title" autoComplete="off" defaultValue={failed?.typed.title} />}
      </Field>
      <button className="btn" type="submit">
        Make the redacted copy
      </button>
    </Form>
  );
}
