/** The briefing to import: a file, or text; with every fault that was found in it. */
import { Form, Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { ErrorSummary, type Failed, Field } from "#app/ui/form.tsx";

export function ChooseBriefing({ code, failed, faults }: { code: string; failed: Failed; faults: string[] }) {
  const { errors = {}, typed = {} } = failed ?? {};
  return (
    <>
      <ErrorSummary failed={failed} ids={{ text: faults.length ? "faults" : "text" }} />
      <h1 className="h1">Import a briefing</h1>
      <p className="lede">
        From Markdown that Throughline exported, or that you typed. You see what would be added before anything is kept.
      </p>
      {faults.length > 0 && (
        <section className="faults" aria-labelledby="faults">
          <h2 id="faults" className="h3" tabIndex={-1}>
            Put these right, then check again
          </h2>
          <ol>
            {faults.map((fault, at) => (
              <li key={at}>{fault}</li>
            ))}
          </ol>
        </section>
      )}
      <Form method="post" encType="multipart/form-data" className="form form-wide" noValidate>
        <Field label="Markdown file" id="file" error={errors.file}>
          {(tie) => (
            <input {...tie} className="drop" type="file" name="file" accept=".md,.txt,text/markdown,text/plain" />
          )}
        </Field>
        <Field
          label={typed.text ? "The text of the briefing" : "Or paste the text"}
          id="text"
          hint={
            <>
              <Link to={paths.helpPage("briefing-deck")}>How to write a briefing in Markdown</Link>
            </>
          }
          error={errors.text}
        >
          {(tie) => (
            <textarea
              {...tie}
              name="text"
              className="code"
              rows={typed.text ? 20 : 10}
              spellCheck={false}
              defaultValue={typed.text}
            />
          )}
        </Field>
        {typed.name && <input type="hidden" name="name" value={typed.name} />}
        <div className="actions">
          <button className="btn" type="submit">
            Check the briefing
          </button>
          <Link to={paths.briefing(code)}>Cancel</Link>
        </div>
      </Form>
    </>
  );
}
