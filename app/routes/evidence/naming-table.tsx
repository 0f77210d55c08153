/** New files in a table: what each is, guessed from its name, to be put right and added in one go. */
import { type ReactNode, useState } from "react";

import { evidenceKindTitle, voices, voiceTitle } from "#app/models/evidence/evidence.ts";
import { kindGroups, kinds } from "#app/models/evidence/kinds/kinds.ts";
import type { LineChoices } from "#app/models/frameworks/line-choice.ts";

import { asksWhatItShows, inRow, type RowField } from "./naming-row.ts";

export type NamingRow = {
  /** Part of the names of its fields. */
  key: string;
  name: string;
  /** The file that came, once it has. */
  arrival: string | null;
  values: Record<RowField, string>;
  /** The file, how far it is, and what can be done with it. */
  file: ReactNode;
  /** Whether the same bytes are evidence already. */
  known: boolean;
  wrong?: boolean;
  /** Why it was refused: there is nothing to name then. */
  refused?: ReactNode;
};

type Shared = {
  lines: LineChoices;
  errors: Record<string, string>;
  /** Whether each file is ticked by itself where it names people. */
  ticks: boolean;
};

export function NamingTable({ rows, caption, ...shared }: Shared & { rows: NamingRow[]; caption: ReactNode }) {
  return (
    <table className="naming">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">Title</th>
          <th scope="col">Kind</th>
          <th scope="col">Whose voice</th>
          <th scope="col">Line of enquiry</th>
          <th scope="col">As at</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) =>
          row.refused ? <RefusedRow key={row.key} row={row} /> : <Row key={row.key} row={row} {...shared} />,
        )}
      </tbody>
    </table>
  );
}

const RefusedRow = ({ row: { file, refused } }: { row: NamingRow }) => (
  <tr className="naming-wrong">
    <th scope="row">{file}</th>
    <td className="naming-why" colSpan={5}>
      {refused}
    </td>
  </tr>
);

function Row({ row, lines, errors, ticks }: Shared & { row: NamingRow }) {
  const { key, name, arrival, values, file, known, wrong } = row;
  const [kind, setKind] = useState(values.kind);
  const cell = { row, errors };
  return (
    <tr className={wrong ? "naming-wrong" : known ? "naming-known" : undefined}>
      <th scope="row">
        {file}
        <input type="hidden" name="row" value={key} />
        {arrival && <input type="hidden" name={inRow("arrival", key)} value={arrival} />}
        {known && (
          <label className="choice choice-small">
            <input type="checkbox" name={inRow("again", key)} value="1" defaultChecked={values.again === "1"} />
            <span>
              Add it all the same<span className="vh">: {name}</span>
            </span>
          </label>
        )}
      </th>
      <td className="naming-title">
        <Labelled {...cell} field="title" label="Title">
          {(tie) => <input {...tie} autoComplete="off" defaultValue={values.title} />}
        </Labelled>
        {asksWhatItShows(name, kind) && (
          <Labelled {...cell} field="shows" label="What it shows, for people who cannot see it" shown>
            {(tie) => <textarea {...tie} rows={2} defaultValue={values.shows} />}
          </Labelled>
        )}
        {ticks && <NamesPeople row={row} />}
      </td>
      <Select {...cell} field="kind" label="Kind" change={setKind}>
        <KindOptions />
      </Select>
      <Select {...cell} field="voice" label="Whose voice">
        <VoiceOptions />
      </Select>
      <Select {...cell} field="line" label="Line of enquiry">
        <LineOptions lines={lines} />
      </Select>
      <td>
        <Labelled {...cell} field="asAt" label="As at">
          {(tie) => <input {...tie} type="date" defaultValue={values.asAt} />}
        </Labelled>
      </td>
    </tr>
  );
}

const NamesPeople = ({ row: { key, name, values } }: { row: NamingRow }) => (
  <label className="choice choice-small">
    <input type="checkbox" name={inRow("names", key)} value="1" defaultChecked={values.names === "1"} />
    <span>
      Names people who use services<span className="vh">: {name}</span>
    </span>
  </label>
);

type Tie = { id: string; name: string; "aria-describedby"?: string; "aria-invalid"?: true };

type LabelledProps = Pick<Shared, "errors"> & {
  row: NamingRow;
  field: RowField;
  label: string;
  /** Whether the label is to be seen where the head of the column is. */
  shown?: boolean;
  children: (tie: Tie) => ReactNode;
};

function Labelled({ row: { key, name }, errors, field, label, shown, children }: LabelledProps) {
  const id = inRow(field, key);
  const error = errors[id];
  return (
    <div className={error ? "naming-field field-wrong" : "naming-field"}>
      <label htmlFor={id} className={shown ? undefined : "naming-label"}>
        {label}
        <span className="vh"> of {name}</span>
      </label>
      {error && (
        <p id={`${id}-error`} className="error">
          <span className="vh">Error: </span>
          {error}
        </p>
      )}
      {children({ id, name: id, ...(error && { "aria-describedby": `${id}-error`, "aria-invalid": true as const }) })}
    </div>
  );
}

type SelectProps = Omit<LabelledProps, "children" | "shown"> & {
  children: ReactNode;
  change?: (value: string) => void;
};

function Select({ change, children, ...labelled }: SelectProps) {
  return (
    <td>
      <Labelled {...labelled}>
        {(tie) => (
          <select
            {...tie}
            defaultValue={labelled.row.values[labelled.field]}
            onChange={change && ((event) => change(event.target.value))}
          >
            {children}
          </select>
        )}
      </Labelled>
    </td>
  );
}

/** Kinds that rest on a file. */
const KindOptions = () => (
  <>
    {kindGroups.map(({ title, kinds: group }) => (
      <optgroup key={title} label={title}>
        {group
          .filter((kind) => kinds[kind].file !== "none")
          .map((kind) => (
            <option key={kind} value={kind}>
              {evidenceKindTitle(kind)}
            </option>
          ))}
      </optgroup>
    ))}
  </>
);

const VoiceOptions = () => (
  <>
    <option value="">Not stated</option>
    {voices.map((voice) => (
      <option key={voice} value={voice}>
        {voiceTitle(voice)}
      </option>
    ))}
  </>
);

const LineOptions = ({ lines }: { lines: LineChoices }) => (
  <>
    <option value="">None yet</option>
    {lines.map(({ theme, lines: group }) => (
      <optgroup key={theme} label={theme}>
        {group.map(({ ref, title }) => (
          <option key={ref} value={ref}>
            {ref} {title}
          </option>
        ))}
      </optgroup>
    ))}
  </>
);
