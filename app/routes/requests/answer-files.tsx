/** The files of an answer: those that wait with the draft, and those that are on their way. */
import { useState } from "react";

import { later } from "#app/ui/later.tsx";
import { Tick } from "#app/ui/signs.tsx";

import { needsAttention } from "../evidence/file-faults.ts";
import { type FileActions, FileName } from "../evidence/file-state.tsx";
import type { QueuedFile } from "../evidence/queue.ts";
import { NameForInspectors } from "./answer-file-name.tsx";
import type { AnsweringPage } from "./request-officer.server.ts";

/** Loaded with the first file. */
const GoingFile = later("GoingFile", () => import("./going-file.tsx").then((it) => it.GoingFile));

type Props = {
  data: AnsweringPage;
  /** What came back with a form that was not taken. */
  typed: Record<string, string> | undefined;
  files: readonly QueuedFile[];
  actions: FileActions;
  scripts: boolean;
};

export function AnswerFiles({ data, typed, files, actions, scripts }: Props) {
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const drafted = data.answer.draft?.files ?? [];
  const total = drafted.length + files.length;
  const attention = files.filter(needsAttention).length;
  const mixed = drafted.some(({ restricted }) => restricted) && drafted.some(({ restricted }) => !restricted);
  const take = (id: string, out: boolean) => setRemoved(out ? [...removed, id] : removed.filter((one) => one !== id));
  return (
    <section className="up-part" aria-labelledby="files">
      <h3 id="files" className="h3" tabIndex={-1}>
        {total === 1 ? "1 file" : `${total} files`}
        {attention > 0 && (
          <span className="outcomes-left">
            {attention === 1 ? " 1 needs your attention" : ` ${attention} need your attention`}
          </span>
        )}
      </h3>
      <ul className="ups">
        {drafted.map((file) => (
          <Drafted
            key={file.id}
            file={typed?.[`title-${file.id}`] ? { ...file, title: typed[`title-${file.id}`] ?? "" } : file}
            tick={total > 1 ? (typed ? typed[`restricted-${file.id}`] === "yes" : mixed && file.restricted) : null}
            removed={removed.includes(file.id)}
            take={scripts ? (out) => take(file.id, out) : null}
          />
        ))}
        {files.map((file) => (
          <GoingFile key={file.key} code={data.code} file={file} actions={actions} ticks={total > 1} />
        ))}
      </ul>
    </section>
  );
}

type DraftedProps = {
  file: NonNullable<AnsweringPage["answer"]["draft"]>["files"][number];
  /** Whether it is ticked as naming people; null where there is no tick. */
  tick: boolean | null;
  removed: boolean;
  /** Takes it out, or puts it back; null where no script runs. */
  take: ((out: boolean) => void) | null;
};

function Drafted({ file: { id, name, size, title }, tick, removed, take }: DraftedProps) {
  if (removed) {
    return (
      <li className="up">
        <input type="hidden" name="remove" value={id} />
        <div className="up-file">
          <p className="muted">{name} is taken out when you save or send.</p>
          <button type="button" className="btn btn-quiet btn-small" onClick={() => take?.(false)}>
            Put back<span className="vh"> {name}</span>
          </button>
        </div>
      </li>
    );
  }
  return (
    <li className="up">
      <div className="up-file">
        <div className="up-main">
          <FileName name={name} size={size} />
          <p className="up-words up-there">
            <Tick /> Uploaded
          </p>
        </div>
        {take && (
          <button type="button" className="btn btn-quiet btn-small" onClick={() => take(true)}>
            Remove<span className="vh"> {name}</span>
          </button>
        )}
      </div>
      <NameForInspectors id={id} title={title} name={name} tick={tick} />
      {!take && (
        <label className="choice">
          <input type="checkbox" name="remove" value={id} /> Take it out<span className="vh">: {name}</span>
        </label>
      )}
    </li>
  );
}
