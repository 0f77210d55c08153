/** A file of an answer that is on its way, or has come while the form is filled in. */
import { titleFromName } from "#app/models/evidence/file-kind.ts";

import { needsAttention } from "../evidence/file-faults.ts";
import { type FileActions, FileButtons, FileName, FileState } from "../evidence/file-state.tsx";
import type { QueuedFile } from "../evidence/queue.ts";
import { NameForInspectors } from "./answer-file-name.tsx";

type GoingProps = { code: string; file: QueuedFile; actions: FileActions; ticks: boolean };

export function GoingFile({ code, file, actions, ticks }: GoingProps) {
  const { key, name, there } = file;
  return (
    <li className={needsAttention(file) ? "up up-wrong" : there?.known ? "up up-here" : "up"}>
      <div className="up-file" id={`file-${key}`} tabIndex={-1}>
        <div className="up-main">
          <FileName {...file} />
          <FileState code={code} file={file} />
        </div>
        <FileButtons file={file} actions={actions} />
      </div>
      {there && <input type="hidden" name="arrival" value={there.arrival} />}
      {there && (
        <NameForInspectors id={there.arrival} title={titleFromName(name)} name={name} tick={ticks ? false : null} />
      )}
    </li>
  );
}
