/** Files that have come and wait to be named, in one table with one button. */
import { Form, Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import type { FormState } from "#app/platform/answer.ts";
import { Crumbs, type Step } from "#app/ui/crumbs.tsx";
import { ErrorSummary } from "#app/ui/form.tsx";
import { Tick } from "#app/ui/signs.tsx";

import { AlreadyHere, FileName } from "./file-state.tsx";
import { MOST_ROWS } from "./file-faults.ts";
import { firstValues, inRow, rowFields } from "./naming-row.ts";
import { NamingTable } from "./naming-table.tsx";
import { RestrictedQuestion } from "./restricted-question.tsx";
import type { loadWaiting } from "./waiting-view.server.ts";

type Waiting = Awaited<ReturnType<typeof loadWaiting>>;
type WaitingFile = Waiting["waiting"][number];

type Props = Waiting & {
  failed: FormState | undefined;
  /** Those of the form that became evidence, where others did not. */
  added: { id: string; ref: string; title: string }[];
};

/** A form that comes back shows its own files: those that waited before it were not part of it. */
function ofForm(all: WaitingFile[], typed: FormState["typed"]): WaitingFile[] {
  const sent = all.filter(({ id }) => inRow("title", id) in typed);
  return (sent.length ? sent : all).slice(0, MOST_ROWS);
}

const above = (code: string): Step[] => [
  [paths.evidence(code), "Evidence"],
  [paths.evidenceUpload(code), "Upload files"],
];

export function NamingPage({ code, lines, waiting: all, asksRestricted, failed, added }: Props) {
  const { errors = {}, typed = {} } = failed ?? {};
  const waiting = ofForm(all, typed);
  const others = all.length - waiting.length;
  const many = waiting.length !== 1;
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} />
      <Crumbs steps={above(code)} here="Name new files" />
      <h1 className="h1">Name new files</h1>
      <Added code={code} added={added} />
      {waiting.length === 0 ? (
        <div className="blank">
          <p className="lede">No file waits to be named.</p>
          <Link className="btn" to={paths.evidenceUpload(code)} reloadDocument>
            Upload files
          </Link>
        </div>
      ) : (
        <>
          <p className="lede">
            These files are uploaded and are not evidence yet. What each is was guessed from its name: put right what is
            wrong. A file that you do not add within a week is deleted.
          </p>
          <Form method="post" action={paths.evidenceNaming(code)} className="form upload-form" noValidate>
            <NamingTable
              rows={waiting.map((file) => rowOf(file, { code, lines, typed, errors }))}
              lines={lines}
              errors={errors}
              ticks={many || !asksRestricted}
              caption={<h2 className="h3">{many ? `${waiting.length} files` : "1 file"}</h2>}
            />
            {asksRestricted && (
              <RestrictedQuestion many={many} ticks={many} value={typed.restricted} error={errors.restricted} />
            )}
            <div className="actions">
              <button className="btn" type="submit">
                {many ? `Add ${waiting.length} files to evidence` : "Add to evidence"}
              </button>
              <Link to={paths.evidence(code)}>Not now</Link>
            </div>
          </Form>
          {others > 0 && (
            <p>
              {others === 1 ? "Another file that you uploaded earlier waits" : `${others} other files wait`} too.{" "}
              <Link to={paths.evidenceNaming(code)} reloadDocument>
                Show all that wait
              </Link>
            </p>
          )}
        </>
      )}
    </main>
  );
}

function rowOf(
  file: WaitingFile,
  { code, lines, typed, errors }: Pick<Waiting, "code" | "lines"> & Pick<FormState, "typed" | "errors">,
) {
  const { id, name, size, came, known } = file;
  const first = firstValues(name, lines);
  const was = Object.fromEntries(rowFields.map((field) => [field, typed[inRow(field, id)] ?? first[field]]));
  return {
    key: id,
    name,
    arrival: id,
    values: was as typeof first,
    known: known !== null || inRow("again", id) in errors,
    wrong: rowFields.some((field) => inRow(field, id) in errors),
    file: (
      <div className="up-file">
        <div className="up-main">
          <FileName name={name} size={size} />
          <p className="up-words muted">{came}</p>
          {known !== null && <AlreadyHere code={code} known={known} name={name} />}
        </div>
        <div className="up-buttons">
          <button
            className="btn btn-quiet btn-small"
            type="submit"
            formAction={paths.arrivalRemoval(code, id)}
            formNoValidate
          >
            Remove<span className="vh"> {name}</span>
          </button>
        </div>
      </div>
    ),
  };
}

function Added({ code, added }: Pick<Props, "code" | "added">) {
  if (!added.length) return null;
  return (
    <div className="notice" role="status">
      <p>
        <b>{added.length === 1 ? "1 file is" : `${added.length} files are`} in the evidence. The others are below.</b>
      </p>
      <ul>
        {added.map(({ id, ref, title }) => (
          <li key={id}>
            <Tick /> {ref} <Link to={paths.evidenceItem(code, id)}>{title}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
