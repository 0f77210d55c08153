/** The files that are on their way or there: a table that names each, or a list where they go together. */
import type { ReactNode } from "react";

import type { LineChoices } from "#app/models/frameworks/line-choice.ts";

import { needsAttention } from "./file-faults.ts";
import { type FileActions, FileButtons, FileName, FileState } from "./file-state.tsx";
import { firstValues, inRow, rowFields } from "./naming-row.ts";
import { NamingTable } from "./naming-table.tsx";
import type { QueuedFile } from "./queue.ts";
import type { UploadProps } from "./upload-form.tsx";
import { WholeFields } from "./whole-fields.tsx";

/** The values of fields by their name. */
type Kept = Readonly<Record<string, string>>;

const keptIn = (kept: Kept, key: string) =>
  Object.fromEntries(
    rowFields.flatMap((field) => {
      const value = kept[inRow(field, key)];
      return value === undefined ? [] : [[field, value]];
    }),
  );

type Props = {
  code: string;
  files: readonly QueuedFile[];
  actions: FileActions;
  lines: LineChoices;
  errors: Record<string, string>;
  caption: ReactNode;
};

/** Only pasted pictures are called this: see public/drop-files.js. */
const isPasted = (name: string) => /^Screenshot \d{4}-\d\d-\d\d \d{6}\.(png|jpg)$/.test(name);

const isKnown = ({ there }: QueuedFile) => Boolean(there?.known);

function SentTable({
  code,
  files,
  actions,
  lines,
  errors,
  caption,
  kept,
  ticks,
}: Props & { kept: Kept; ticks: boolean }) {
  const rows = files.map((file) => ({
    key: file.key,
    name: file.name,
    arrival: file.there?.arrival ?? null,
    values: { ...firstValues(file.name, lines, isPasted(file.name)), ...keptIn(kept, file.key) },
    file: <OneFile code={code} file={file} actions={actions} told={file.state !== "refused"} />,
    refused: file.state === "refused" && <FileState code={code} file={file} />,
    known: isKnown(file),
    wrong: needsAttention(file),
  }));
  return <NamingTable rows={rows} lines={lines} errors={errors} caption={caption} ticks={ticks} />;
}

function SentList({ code, files, actions, caption }: Omit<Props, "lines" | "errors">) {
  return (
    <section className="up-part">
      {caption}
      <ul className="ups">
        {files.map((file) => (
          <li key={file.key} className={needsAttention(file) ? "up up-wrong" : isKnown(file) ? "up up-here" : "up"}>
            <OneFile code={code} file={file} actions={actions} told />
            {file.there && <input type="hidden" name="arrival" value={file.there.arrival} />}
          </li>
        ))}
      </ul>
      {files.some(isKnown) && (
        <label className="choice">
          <input type="checkbox" name="again" value="1" />
          Add what is here already all the same
        </label>
      )}
    </section>
  );
}

type OneProps = Pick<Props, "code" | "actions"> & {
  file: QueuedFile;
  /** Whether what became of it stands below its name. */
  told: boolean;
};

function OneFile({ code, file, actions, told }: OneProps) {
  return (
    <div className="up-file" id={`file-${file.key}`} tabIndex={-1}>
      <div className="up-main">
        <FileName {...file} />
        {told && <FileState code={code} file={file} />}
      </div>
      <FileButtons file={file} actions={actions} />
    </div>
  );
}

type SentProps = UploadProps & {
  files: readonly QueuedFile[];
  actions: FileActions;
  /** What was typed in the rows, which come and go. */
  kept: Kept;
  together: boolean;
  setTogether: (together: boolean) => void;
};

export function SentFiles(props: SentProps) {
  const { files, together, setTogether } = props;
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
        <SentList {...props} caption={caption} />
      ) : (
        <SentTable {...props} caption={caption} ticks={many || !props.asksRestricted} />
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
      {many && together && <WholeFields {...props} />}
    </>
  );
}
