/** What inspectors make of a piece of evidence: its quality, and who is to read it. Nothing of it is shown to the council. */
import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import {
  answerTitle,
  qualityAnswers,
  qualityField,
  qualityIn,
  type QualityQuestion,
  qualityQuestions,
  qualityWords,
} from "#app/models/evidence/appraisal.ts";
import { appraise, appraisalTyped, findAppraisal, listReaders } from "#app/models/evidence/appraisals.server.ts";
import { findEvidence } from "#app/models/evidence/library.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { NotFound } from "#app/platform/failure.ts";
import { EvidenceCrumbs } from "#app/ui/evidence-crumbs.tsx";
import { ErrorSummary, Field } from "#app/ui/form.tsx";

import { itemLinks } from "./item-page.tsx";

export const links = itemLinks;
export const meta = () => [{ title: "What we make of evidence – Throughline" }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.appraise");
  const { id, ref, title, withdrawn } = await findEvidence(desk, inspection, params.id ?? "");
  if (withdrawn) throw new NotFound();
  const appraisal = await findAppraisal(desk, inspection, id);
  return {
    code: inspection.code,
    item: { id, ref, title },
    typed: appraisalTyped(appraisal),
    version: appraisal.version,
    readers: await listReaders(desk, inspection),
  };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.appraise");
  const { value, number } = await form();
  const id = params.id ?? "";
  const draft = { quality: qualityIn(value), reader: value("reader"), version: number("version") ?? 0 };
  await appraise(desk, inspection, id, draft);
  return redirect(paths.evidenceItem(inspection.code, id, { done: "judged" }));
});

export default function Appraisal() {
  const { code, item, readers, typed, version } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const values = failed?.typed ?? typed;
  const nameOf = (id: string | undefined) => readers.find((one) => one.id === id)?.name ?? "nobody";
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} />
      <EvidenceCrumbs code={code} item={item} here="What we make of it" />
      <h1 className="h1">What we make of {item.ref}</h1>
      <p className="lede">“{item.title}”. This is for inspectors: the council does not see it.</p>
      <Form method="post" className="form appraisal-form" noValidate>
        <input type="hidden" name="version" value={failed?.stale?.version ?? version} />
        {failed?.stale && <Theirs current={failed.stale.current} reader={nameOf(failed.stale.current.reader)} />}
        {qualityQuestions.map((question) => (
          <Question
            key={question}
            question={question}
            values={values}
            error={failed?.errors[qualityField(question).why]}
          />
        ))}
        <Field label="Who is to read it" id="reader" error={failed?.errors.reader}>
          {(tie) => (
            <select {...tie} name="reader" defaultValue={values.reader}>
              <option value="">Nobody yet</option>
              {readers.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className="actions">
          <button className="btn" type="submit">
            {failed?.stale ? "Save mine instead" : "Save"}
            <span className="vh"> what we make of {item.ref}</span>
          </button>
          <Link to={paths.evidenceItem(code, item.id)}>Cancel</Link>
        </div>
      </Form>
    </main>
  );
}

type QuestionProps = { question: QualityQuestion; values: Record<string, string>; error: string | undefined };

function Question({ question, values, error }: QuestionProps) {
  const { title, question: asks } = qualityWords(question);
  const { answer, why } = qualityField(question);
  const choices = [...qualityAnswers.map((one) => ({ value: one as string, title: answerTitle(one) })), notJudged];
  return (
    <fieldset className="quality-question">
      <legend className="legend">
        {title} <span className="hint">{asks}</span>
      </legend>
      <div className="quality-answers">
        {choices.map(({ value, title: words }) => (
          <label key={value} className="choice">
            <input type="radio" name={answer} value={value} defaultChecked={(values[answer] ?? "") === value} />
            {words}
          </label>
        ))}
      </div>
      <Field
        label={
          <>
            Why<span className="vh"> under “{title}”</span>
          </>
        }
        id={why}
        error={error}
      >
        {(tie) => <input {...tie} name={why} autoComplete="off" defaultValue={values[why]} />}
      </Field>
    </fieldset>
  );
}

const notJudged = { value: "", title: "Not judged" };

function Theirs({ current, reader }: { current: Record<string, string>; reader: string }) {
  const answers = qualityIn((name) => current[name]);
  return (
    <div className="notice notice-warn">
      <p>
        <b>What stands now:</b> read by {reader}.
      </p>
      <ul>
        {qualityQuestions.map((one) => {
          const { answer, why } = answers[one];
          return (
            <li key={one}>
              {qualityWords(one).title}: {answer ? answerTitle(answer).toLowerCase() : "not judged"}
              {why && `. ${why}`}
            </li>
          );
        })}
      </ul>
      <p>What you chose is below. Save it to replace what stands now.</p>
    </div>
  );
}
