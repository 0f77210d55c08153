/** The briefing to import: a file, or text; with every fault that was found in it. */
import { Form, Link } from "@remix-run/react";

import type { Brought } from "#app/models/briefing/brought.server.ts";
import { paths } from "#app/paths.ts";
import { shortDate } from "#app/ui/dates.ts";
import { ErrorSummary, type Failed, Field } from "#app/ui/form.tsx";

type Props = { code: string; failed: Failed; faults: string[]; brought: Brought[] };

export function ChooseBriefing({ code, failed, faults, brought }: Props) {
  const { errors = {}, typed = {} } = failed ?? {};
  return (
    <>
      <ErrorSummary failed={failed} ids={{ text: faults.length ? "faults" : "text" }} />
      <h1 className="h1">Bring in a deck</h1>
      <p className="lede">
        From PowerPoint, OpenDocument, Markdown or plain text, whoever wrote it. You see every slide beside what would
        be added before any finding is written.
      </p>
      <Faults of={faults} />
      <Form method="post" encType="multipart/form-data" className="form form-wide" noValidate>
        <Field label="File" id="file" error={errors.file}>
          {(tie) => <input {...tie} className="drop" type="file" name="file" accept=".pptx,.odp,.ppt,.md,.txt" />}
        </Field>
        <Field
          label={typed.text ? "The text of the briefing" : "Or paste the text"}
          id="text"
          hint={<Link to={paths.helpPage("import")}>What can be brought in, and how it is read</Link>}
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
            Look at the deck
          </button>
          <Link to={paths.briefing(code)}>Cancel</Link>
        </div>
      </Form>
      <BroughtBefore code={code} brought={brought} />
    </>
  );
}

function BroughtBefore({ code, brought }: Pick<Props, "code" | "brought">) {
  if (!brought.length) return null;
  return (
    <section aria-labelledby="brought">
      <h2 id="brought" className="h3">
        Brought in before
      </h2>
      <ul>
        {brought.map(({ id, name, at, by, state }) => (
          <li key={id}>
            <Link to={paths.brought(code, id)}>{name}</Link>, {shortDate(at)}
            {by && `, by ${by}`}: {state === "taken" ? "findings taken" : "to be reviewed"}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Faults({ of: faults }: { of: string[] }) {
  if (!faults.length) return null;
  return (
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
  );
}
