/** The form for new files. Without a script it is sent with its files; with one, they go as soon as they are chosen. */
import { Form, Link } from "@remix-run/react";
import { type FormEvent, useEffect, useRef, useState } from "react";

import type { LineChoices } from "#app/models/frameworks/line-choice.ts";
import { paths } from "#app/paths.ts";
import { DropAnywhere } from "#app/ui/drop-anywhere.tsx";
import { ErrorSummary } from "#app/ui/form.tsx";
import { later } from "#app/ui/later.tsx";

import { FileChooser } from "./file-chooser.tsx";
import { faultsOf, tooMany } from "./file-faults.ts";
import type { QueuedFile } from "./queue.ts";
import { RestrictedQuestion } from "./restricted-question.tsx";
import { Unfinished, UploadStatus } from "./upload-status.tsx";
import { useFileActions } from "./use-file-actions.ts";
import { useSubmission } from "./use-submission.ts";
import { useUploads } from "./use-uploads.ts";

/** Loaded with the first file. */
const SentFiles = later("SentFiles", () => import("./sent-files.tsx").then((it) => it.SentFiles));
/** Drawn by the server alone: what stands in a noscript is nothing to a browser that runs scripts. */
const PlainFields = later("PlainFields", () => import("./plain-fields.tsx").then((it) => it.PlainFields));

export type UploadProps = {
  code: string;
  /** The most that a file may have, in megabytes. */
  limit: number;
  /** For the `accept` of the field. */
  endings: string;
  /** Whether whoever uploads is asked if files name people. */
  asksRestricted: boolean;
  lines: LineChoices;
  errors: Record<string, string>;
  typed: Record<string, string>;
  /** Whether some of the files that were sent are evidence already. */
  known: boolean;
  /** Whether they are chosen again after some were not added. */
  again: boolean;
};

/** What was typed, for rows that go and come back. */
function useKept() {
  const kept = useRef<Record<string, string>>({});
  const keep = ({ target }: FormEvent<HTMLFormElement>) => {
    const { name, value, type, checked } = target as unknown as HTMLInputElement;
    kept.current[name] = type !== "checkbox" || checked ? value : "";
  };
  return { kept, keep };
}

export function UploadForm(props: UploadProps) {
  const { code, limit, errors, typed, again } = props;
  const [scripts, setScripts] = useState(false);
  useEffect(() => setScripts(true), []);
  const [together, setTogether] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { queue, files } = useUploads(code, limit);
  const { actions, receive, left } = useFileActions({ code, queue, choose: () => input.current?.click() });
  const { form, asked, setAsked, submit } = useSubmission(files);
  const { kept, keep } = useKept();
  const faults = { ...faultsOf(files, asked === "stuck"), ...(left > 0 && { file: tooMany(left) }) };
  const whole = !scripts || (together && files.length > 1);
  return (
    <>
      <ErrorSummary failed={Object.keys(faults).length ? { errors: faults, typed: {}, stale: null } : undefined} />
      <Form
        ref={form}
        method="post"
        action={whole ? paths.evidenceUpload(code) : paths.evidenceNaming(code)}
        encType="multipart/form-data"
        className="form upload-form"
        noValidate
        onSubmit={scripts ? submit : undefined}
        onChange={keep}
      >
        <FileChooser
          label={again ? "Choose again" : "Files"}
          limit={limit}
          endings={props.endings}
          error={faults.file ?? errors.file}
          input={input}
          receive={scripts ? receive : null}
        />
        {scripts && <Unfinished code={code} begun={files.length > 0} />}
        {scripts && <UploadStatus files={files} />}
        {files.length > 0 && (
          <SentFiles {...props} {...{ files, actions, together, setTogether }} kept={kept.current} />
        )}
        <noscript>
          <PlainFields {...props} />
        </noscript>
        {props.asksRestricted && (
          <RestrictedQuestion
            many={files.length !== 1}
            ticks={!whole && files.length > 1}
            value={typed.restricted}
            error={errors.restricted}
          />
        )}
        <Actions code={code} words={wordsFor(files, whole)} />
        {asked === "waits" && <Waits stop={() => setAsked("")} />}
      </Form>
      {scripts && <DropAnywhere code={code} receive={receive} />}
    </>
  );
}

const Actions = ({ code, words }: { code: string; words: string }) => (
  <div className="actions">
    <button className="btn" type="submit">
      {words}
    </button>
    <Link to={paths.evidence(code)}>Cancel</Link>
  </div>
);

function wordsFor(files: readonly QueuedFile[], whole: boolean): string {
  const { length } = files.filter(({ state }) => state !== "refused");
  return length < 2 || whole ? "Add to evidence" : `Add ${length} files to evidence`;
}

function Waits({ stop }: { stop: () => void }) {
  return (
    <div className="notice" role="status">
      <p>Your files are added as soon as they have been uploaded. Keep this page open.</p>
      <p>
        <button type="button" className="btn-plain" onClick={stop}>
          Do not add them yet
        </button>
      </p>
    </div>
  );
}
