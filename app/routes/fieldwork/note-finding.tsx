/** Makes a finding of sentences of a note: cited word for word, in one step, on a phone as well. */
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { evidenceKindOf, sentencesOf } from "#app/models/fieldwork/note.ts";
import { SEEN } from "#app/models/fieldwork/note-evidence.server.ts";
import { findNote, makeFinding } from "#app/models/fieldwork/note-findings.server.ts";
import { listQuestions } from "#app/models/fieldwork/guides.server.ts";
import { findVisit } from "#app/models/fieldwork/visits.server.ts";
import { findingKinds, kindFacts } from "#app/models/findings/finding.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { Invalid } from "#app/platform/failure.ts";
import { ErrorSummary, type Failed, Field } from "#app/ui/form.tsx";
import { titled } from "#app/ui/titled.ts";

import { ConsentFields } from "./consent-fields.tsx";
import { Crumbs } from "./crumbs.tsx";
import { notesLinks } from "./notes-page.tsx";

export const meta = titled("Make a finding of a note");
export const links = notesLinks;

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.see-inside");
  const visit = await findVisit(desk, inspection, params.id ?? "");
  const note = await findNote(desk, inspection, visit.id, params.note ?? "");
  const asked = (await listQuestions(desk, inspection, visit.id)).find(({ id }) => id === note.question);
  const themes = inspection.framework.judgements.flatMap((judgement) => judgement.themes);
  return {
    code: inspection.code,
    visit: { id: visit.id, title: visit.title },
    question: asked?.text ?? null,
    /** The line of the first area that the question answers. */
    line: asked?.areas[0]?.ref ?? "",
    sentences: sentencesOf(note.text),
    asksConsent: note.evidence === null,
    seen: evidenceKindOf(visit.kind) === "observation" ? SEEN : null,
    lines: themes.flatMap(({ lines }) => lines.map(({ ref, title }) => ({ ref, title }))),
  };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "finding.write");
  const { fields, value } = await form();
  const kind = findingKinds.find((one) => one === value("kind"));
  if (!kind) throw new Invalid({ kind: "Choose what it is" });
  const at = { visit: params.id ?? "", note: params.note ?? "" };
  const { finding } = await makeFinding(desk, inspection, at, {
    // A field for each, so that none is lost on the way back.
    sentences: [...fields.keys()].flatMap((name) => /^sentence-(\d{1,4})$/.exec(name)?.[1] ?? []).map(Number),
    line: value("line"),
    kind,
    text: value("text"),
    attribution: value("attribution"),
    given: value("given"),
  });
  return redirect(paths.line(inspection.code, value("line"), {}, finding));
});

type Page = Awaited<ReturnType<typeof loader>>;

export default function NoteFinding() {
  const data = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { code, visit, question, asksConsent, seen } = data;
  return (
    <main id="main" className="wide page notes-page">
      <Crumbs code={code} visit={visit} />
      <ErrorSummary failed={failed} />
      <h1 className="h1">Make a finding of this note</h1>
      {question && <p className="lede">{question}</p>}
      <Form method="post" className="form" noValidate>
        <Sentences data={data} failed={failed} />
        <About data={data} failed={failed} />
        {asksConsent && <ConsentFields typed={failed?.typed ?? {}} failed={failed} seen={seen} />}
        <div className="actions">
          <button className="btn" type="submit">
            Make the finding
          </button>
          <Link to={paths.notes(code, visit.id)}>Cancel</Link>
        </div>
      </Form>
    </main>
  );
}

function Sentences({ data: { sentences }, failed }: { data: Page; failed: Failed }) {
  const wrong = failed?.errors.sentence;
  return (
    <fieldset className={wrong ? "choices field-wrong" : "choices"}>
      <legend className="legend">Which words does it rest on?</legend>
      {wrong && (
        <p className="error">
          <span className="vh">Error: </span>
          {wrong}
        </p>
      )}
      {sentences.map((sentence, at) => (
        <label key={at} className="choice note-choice">
          <input
            type="checkbox"
            id={at === 0 ? "sentence" : undefined}
            name={`sentence-${at}`}
            value="yes"
            defaultChecked={failed ? failed.typed[`sentence-${at}`] === "yes" : sentences.length === 1}
          />
          <span>{sentence}</span>
        </label>
      ))}
    </fieldset>
  );
}

function About({ data: { line, lines }, failed }: { data: Page; failed: Failed }) {
  const { errors = {}, typed = {} } = failed ?? {};
  return (
    <>
      <fieldset className={errors.kind ? "choices field-wrong" : "choices"}>
        <legend className="legend">What is it?</legend>
        {errors.kind && (
          <p className="error">
            <span className="vh">Error: </span>
            {errors.kind}
          </p>
        )}
        {findingKinds.map((kind, at) => (
          <label key={kind} className="choice">
            <input
              type="radio"
              id={at === 0 ? "kind" : undefined}
              name="kind"
              value={kind}
              defaultChecked={typed.kind === kind}
            />
            {kind === "area" ? "An area to explore" : `A potential ${kindFacts(kind).one}`}
          </label>
        ))}
      </fieldset>
      <Field label="Line of enquiry" id="line" error={errors.line}>
        {(tie) => (
          <select {...tie} name="line" defaultValue={typed.line ?? line}>
            <option value="">Choose a line</option>
            {lines.map(({ ref, title }) => (
              <option key={ref} value={ref}>
                {ref} {title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label="The finding (optional)"
        id="text"
        hint="In your own words. Left empty, it says what they said."
        error={errors.text}
      >
        {(tie) => <textarea {...tie} name="text" rows={3} defaultValue={typed.text} />}
      </Field>
    </>
  );
}
