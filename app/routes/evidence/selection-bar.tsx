/** What can be done with the evidence that is ticked: each button is a way of its own to send the one form. */
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";

import { paths } from "#app/paths.ts";
import type { FormState } from "#app/platform/answer.ts";
import { Field } from "#app/ui/form.tsx";

import type { Library } from "./library.server.ts";

/** The form that the ticks of the table belong to. */
export const SELECTION = "selection";

/** Where the message of each field leads. */
export const selectionIds = { tag: "mark-tag", line: "mark-line", reader: "mark-reader" };

type Props = { data: Library; failed: FormState | undefined };

export function SelectionBar({ data, failed }: Props) {
  const { code, query, marks } = data;
  const may = (name: Library["marks"][number]) => marks.includes(name);
  return (
    <Form
      id={SELECTION}
      method="post"
      action={paths.evidenceSelection(code, query)}
      className="selection"
      aria-label="With the evidence that is selected"
    >
      <p className="selection-many" role="status" data-many>
        With the evidence that you ticked:
      </p>
      {may("tag-add") && <TagMark data={data} failed={failed} />}
      {may("line-add") && <LineMark data={data} failed={failed} />}
      {may("assign") && <ReaderMark data={data} failed={failed} />}
      {may("read") && (
        <div className="selection-part">
          <Act name="read">Mark read</Act>
          <Act name="unread">Mark not read</Act>
        </div>
      )}
    </Form>
  );
}

const Act = ({ name, children }: { name: string; children: ReactNode }) => (
  <button className="btn btn-quiet btn-small" type="submit" name="act" value={name}>
    {children}
  </button>
);

function TagMark({ data: { tags }, failed }: Props) {
  return (
    <div className="selection-part">
      <Field label="Tag" id={selectionIds.tag} error={failed?.errors.tag}>
        {(tie) => <input {...tie} name="tag" list="tags" autoComplete="off" defaultValue={failed?.typed.tag} />}
      </Field>
      <datalist id="tags">
        {tags.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <Act name="tag-add">Add tag</Act>
      <Act name="tag-remove">Remove tag</Act>
    </div>
  );
}

function LineMark({ data: { lines }, failed }: Props) {
  return (
    <div className="selection-part">
      <Field label="Line" id={selectionIds.line} error={failed?.errors.line}>
        {(tie) => (
          <select {...tie} name="line" defaultValue={failed?.typed.line ?? ""}>
            <option value="">Choose a line</option>
            {lines.map(({ ref, title }) => (
              <option key={ref} value={ref}>
                {ref} {title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Act name="line-add">Add line</Act>
    </div>
  );
}

function ReaderMark({ data: { readers }, failed }: Props) {
  return (
    <div className="selection-part">
      <Field label="Reader" id={selectionIds.reader} error={failed?.errors.reader}>
        {(tie) => (
          <select {...tie} name="reader" defaultValue={failed?.typed.reader ?? ""}>
            <option value="">Choose who reads it</option>
            {readers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Act name="assign">Assign</Act>
    </div>
  );
}
