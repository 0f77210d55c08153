/** The answer in the making: files that go while the rest is typed, or another way to answer, and a message. */
import { useEffect, useRef, useState } from "react";

import { MESSAGE_LENGTH } from "#app/models/requests/answer-draft.ts";
import type { AnswerKind } from "#app/models/requests/request.ts";
import { paths } from "#app/paths.ts";
import { DropAnywhere } from "#app/ui/drop-anywhere.tsx";
import { ErrorSummary, Field } from "#app/ui/form.tsx";
import { later } from "#app/ui/later.tsx";

import { FileChooser } from "../evidence/file-chooser.tsx";
import { faultsOf, tooMany } from "../evidence/file-faults.ts";
import { RestrictedQuestion } from "../evidence/restricted-question.tsx";
import { Unfinished, UploadStatus } from "../evidence/upload-status.tsx";
import { useFileActions } from "../evidence/use-file-actions.ts";
import { useUploads } from "../evidence/use-uploads.ts";
import type { RequestFailure } from "./request.tsx";
import type { AnsweringPage } from "./request-officer.server.ts";
import { useAnswerSubmission } from "./use-answer-submission.ts";
import { OtherWays } from "./answer-ways.tsx";

const WayFields = later("WayFields", () => import("./way-fields.tsx").then((it) => it.WayFields));
const AnswerFiles = later("AnswerFiles", () => import("./answer-files.tsx").then((it) => it.AnswerFiles));

type Props = { data: AnsweringPage; failure: RequestFailure | undefined };

const headings = {
  files: "Your answer",
  "not-held": "You do not hold this",
  public: "It is already public",
  "part-of": "It is part of another document",
} as const satisfies Record<AnswerKind, string>;

export function AnswerForm({ data, failure }: Props) {
  const { code, request, answer } = data;
  const { draft, limit, endings } = answer;
  const { errors = {}, typed, stale } = failure?.state ?? {};
  const kind = (typed?.kind as AnswerKind | undefined) ?? answer.way;
  const [scripts, setScripts] = useState(false);
  useEffect(() => setScripts(true), []);
  const input = useRef<HTMLInputElement>(null);
  const { queue, files } = useUploads(code, limit);
  const { actions, receive, left } = useFileActions({ code, queue, choose: () => input.current?.click() });
  const { form, asked, setAsked, submit } = useAnswerSubmission(files);
  const faults = { ...faultsOf(files, asked === "stuck"), ...(left > 0 && { file: tooMany(left) }) };
  const many = (draft?.files.length ?? 0) + files.length;
  const said = (field: string, kept: string | null | undefined) => typed?.[field] ?? kept ?? "";
  return (
    <>
      <ErrorSummary failed={Object.keys(faults).length ? { errors: faults, typed: {}, stale: null } : undefined} />
      <form
        ref={form}
        method="post"
        action={paths.requestAnswer(code, request.number)}
        encType="multipart/form-data"
        className="form upload-form answer-form"
        noValidate
        onSubmit={scripts ? submit : undefined}
      >
        <h2 className="h2" id="answer">
          {headings[kind]}
        </h2>
        <input type="hidden" name="version" value={draft?.version ?? 0} />
        <input type="hidden" name="kind" value={kind} />
        {stale && <Overtaken message={stale.current.message} />}
        {kind === "files" && (
          <FileChooser
            label={many ? "Add more files" : "Add files"}
            limit={limit}
            endings={endings}
            error={faults.file ?? errors.file}
            input={input}
            receive={scripts ? receive : null}
          />
        )}
        {scripts && <Unfinished code={code} begun={files.length > 0} />}
        {scripts && <UploadStatus files={files} />}
        {many > 0 && <AnswerFiles data={data} typed={typed} {...{ files, actions, scripts }} />}
        {(kind === "files" || many > 0) && (
          <RestrictedQuestion many ticks={many > 1} value={restrictedIn(data, typed)} error={errors.restricted} />
        )}
        {kind !== "files" && <WayFields kind={kind} data={data} errors={errors} said={said} />}
        <Message kind={kind} kept={said("message", draft?.message)} error={errors.message} scripts={scripts} />
        <Buttons sending={paths.requestSending(code, request.number)} />
        {asked === "waits" && <Waits stop={() => setAsked("")} />}
      </form>
      <OtherWays data={data} kind={kind} />
      {scripts && kind === "files" && <DropAnywhere code={code} receive={receive} />}
    </>
  );
}

const Overtaken = ({ message = "" }: { message: string | undefined }) => (
  <p className="notice notice-warn">
    A colleague saved this draft meanwhile. Their message: “{message}”. Yours is below: save it to replace theirs.
  </p>
);

const Buttons = ({ sending }: { sending: string }) => (
  <div className="actions">
    <button className="btn" type="submit" formAction={sending}>
      Send to inspectors
    </button>
    <button className="btn btn-quiet" type="submit">
      Save and finish later
    </button>
  </div>
);

/** What was said of the files, else what the draft says; nothing where it has none. */
const restrictedIn = ({ answer: { draft } }: AnsweringPage, typed: Record<string, string> | undefined) => {
  if (typed) return typed.restricted;
  if (!draft?.files.length) return undefined;
  return draft.files.some(({ restricted }) => restricted) ? "yes" : "no";
};

type MessageProps = { kind: AnswerKind; kept: string; error: string | undefined; scripts: boolean };

function Message({ kind, kept, error, scripts }: MessageProps) {
  const [length, setLength] = useState(kept.trim().length);
  const left = MESSAGE_LENGTH - length;
  const characters = (many: number) => `${many} ${many === 1 ? "character" : "characters"}`;
  const room = left < 0 ? `You have ${characters(-left)} too many` : `You have ${characters(left)} remaining`;
  return (
    <Field
      label={
        kind === "not-held" ? (
          "Why you do not hold it"
        ) : (
          <>
            Message to the inspectors <span className="optional">(optional)</span>
          </>
        )
      }
      id="message"
      hint={kind === "not-held" ? "Say also who might, if you know" : undefined}
      error={error}
    >
      {(tie) => (
        <>
          <textarea
            {...tie}
            name="message"
            rows={3}
            defaultValue={kept}
            onChange={(event) => setLength(event.currentTarget.value.trim().length)}
          />
          <p className={left < 0 ? "error" : "hint"}>{scripts ? room : `Up to ${MESSAGE_LENGTH} characters`}</p>
        </>
      )}
    </Field>
  );
}

function Waits({ stop }: { stop: () => void }) {
  return (
    <div className="notice" role="status">
      <p>Your answer goes on as soon as its files have been uploaded. Keep this page open.</p>
      <p>
        <button type="button" className="btn-plain" onClick={stop}>
          Wait, I am not ready
        </button>
      </p>
    </div>
  );
}
