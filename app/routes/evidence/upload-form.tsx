/** The form for new files. Without a script it is sent with its files; with one, they go as soon as they are chosen. */
import { Form, Link } from "@remix-run/react";
import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";

import type { LineChoices } from "#app/models/frameworks/line-choice.ts";
import { paths } from "#app/paths.ts";
import { DropAnywhere } from "#app/ui/drop-anywhere.tsx";
import { ErrorSummary } from "#app/ui/form.tsx";

import { FileChooser } from "./file-chooser.tsx";
import type { FileActions } from "./file-state.tsx";
import type { Queue, QueuedFile } from "./queue.ts";
import { RestrictedQuestion } from "./restricted-question.tsx";
import { needsAttention, SentList, SentTable } from "./sent-files.tsx";
import { Unfinished, UploadStatus } from "./upload-status.tsx";
import { anyMoving, useUploads } from "./use-uploads.ts";
import { WholeFields } from "./whole-fields.tsx";

export type UploadProps = {
  code: string;
  /** The most that a file may have, in megabytes. */
  limit: number;
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

/** What has to be done about files before they can be added, by the id of each. */
function faultsOf(files: readonly QueuedFile[], tried: boolean): Record<string, string> {
  const wrong = files.filter((file) => needsAttention(file) || file.state === "paused");
  const told = wrong.filter(({ state }) => state === "refused" || tried);
  const words = ({ name, state, why }: QueuedFile) => {
    if (state === "paused") return `“${name}” is paused. Go on with it, or remove it.`;
    return why?.includes(name) ? why : `“${name}”: ${why}`;
  };
  return {
    ...Object.fromEntries(told.map((file) => [`file-${file.key}`, words(file)])),
    ...(tried && !files.length ? { file: "Choose a file to upload" } : {}),
  };
}

/** Sends the form once all files are there; until then it waits, or says what is in the way. */
function useSubmission(files: readonly QueuedFile[]) {
  const form = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState<"" | "waits" | "stuck">("");
  const busy = anyMoving(files);
  const ready = files.length > 0 && files.every(({ state }) => state === "there");
  useEffect(() => {
    if (asked !== "waits" || busy) return;
    if (ready) form.current?.requestSubmit();
    setAsked(ready ? "" : "stuck");
  }, [asked, busy, ready]);
  useEffect(() => {
    if (asked === "stuck") document.querySelector<HTMLElement>(".error-summary")?.focus();
  }, [asked]);
  const submit = (event: FormEvent) => {
    if (ready) return;
    event.preventDefault();
    setAsked(busy ? "waits" : "stuck");
  };
  return { form, asked, setAsked, submit };
}

function useActions({ code, queue, choose }: { code: string; queue: Queue; choose: () => void }) {
  const replaced = useRef<string | null>(null);
  const actions: FileActions = {
    pause: (key) => queue.pause(key),
    resume: (key) => queue.resume(key),
    remove: (key) => {
      const there = queue.remove(key);
      // It has come whole and would wait for a week.
      if (there) void fetch(paths.arrivalRemoval(code, there.arrival), { method: "POST" }).catch(() => undefined);
      document.getElementById("files")?.focus();
    },
    replace: (key) => {
      replaced.current = key;
      choose();
    },
  };
  const receive = useCallback(
    (files: File[]) => {
      if (replaced.current && files.length) queue.remove(replaced.current);
      replaced.current = null;
      queue.add(files);
    },
    [queue],
  );
  return { actions, receive };
}

export function UploadForm(props: UploadProps) {
  const { code, limit, errors, typed, again } = props;
  const [scripts, setScripts] = useState(false);
  useEffect(() => setScripts(true), []);
  const [together, setTogether] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { queue, files } = useUploads(code, limit);
  const { actions, receive } = useActions({ code, queue, choose: () => input.current?.click() });
  const { form, asked, setAsked, submit } = useSubmission(files);
  const faults = faultsOf(files, asked === "stuck");
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
      >
        <FileChooser
          label={again ? "Choose again" : "Files"}
          limit={limit}
          error={faults.file ?? errors.file}
          input={input}
          receive={scripts ? receive : null}
        />
        {scripts && <Unfinished code={code} begun={files.length > 0} />}
        {scripts && <UploadStatus files={files} />}
        {files.length > 0 && (
          <Sent {...props} files={files} actions={actions} together={together} setTogether={setTogether} />
        )}
        {!scripts && <PlainChoices {...props} />}
        {props.asksRestricted && (!scripts || files.length > 0) && (
          <RestrictedQuestion
            many={files.length !== 1}
            ticks={!whole}
            value={typed.restricted}
            error={errors.restricted}
          />
        )}
        {whole && <WholeFields {...props} />}
        <div className="actions">
          <button className="btn" type="submit">
            {scripts ? wordsFor(files, whole) : "Upload"}
          </button>
          <Link to={paths.evidence(code)}>Cancel</Link>
        </div>
        {asked === "waits" && <Waits stop={() => setAsked("")} />}
      </Form>
      {scripts && <DropAnywhere code={code} receive={receive} />}
    </>
  );
}

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

type SentProps = UploadProps & {
  files: readonly QueuedFile[];
  actions: FileActions;
  together: boolean;
  setTogether: (together: boolean) => void;
};

function Sent({ code, files, actions, lines, errors, together, setTogether }: SentProps) {
  const many = files.length > 1;
  const attention = files.filter(needsAttention).length;
  const caption = (
    <h2 id="files" className="h3" tabIndex={-1}>
      {many ? `${files.length} files` : "1 file"}
      {attention > 0 && (
        <span className="outcomes-left">
          {attention === 1 ? " 1 needs your attention" : ` ${attention} need your attention`}
        </span>
      )}
    </h2>
  );
  return (
    <>
      {many && together ? (
        <SentList code={code} files={files} actions={actions} caption={caption} />
      ) : (
        <SentTable code={code} files={files} actions={actions} lines={lines} errors={errors} caption={caption} />
      )}
      {many && (
        <label className="choice">
          <input
            type="checkbox"
            name="together"
            value="yes"
            checked={together}
            onChange={(event) => setTogether(event.target.checked)}
          />
          These files are together one piece of evidence
        </label>
      )}
    </>
  );
}

function PlainChoices({ known, typed }: UploadProps) {
  return (
    <>
      {known && (
        <label className="choice">
          <input type="checkbox" name="again" value="1" />
          Add it all the same, though it is here already
        </label>
      )}
      <label className="choice">
        <input type="checkbox" name="together" value="yes" defaultChecked={typed.together === "yes"} />
        Several files are together one piece of evidence
      </label>
    </>
  );
}
