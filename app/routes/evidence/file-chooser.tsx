/** The button for files and, where a script runs, the one for a folder. Dropping and pasting are never the only way. */
import { type RefObject, useEffect, useRef } from "react";

import { Field } from "#app/ui/form.tsx";

type Props = {
  label: string;
  limit: number;
  /** For the `accept` of the field. */
  endings: string;
  error: string | undefined;
  input: RefObject<HTMLInputElement>;
  /** Takes the files; null where no script runs, so that they go with the form. */
  receive: ((files: File[]) => void) | null;
};

const kinds = "PDF, Word, Excel, PowerPoint, OpenDocument, CSV, text, e-mail, web page, JPG or PNG";

/** Programs leave files in folders that nobody sees. */
const isSeen = ({ name }: File) => !name.startsWith(".") && name !== "Thumbs.db";

/** Takes the files out of their field: they are sent at once, and must not go again with the form. */
function taken(field: HTMLInputElement): File[] {
  const files = [...(field.files ?? [])].filter(isSeen);
  field.value = "";
  return files;
}

export function FileChooser({ label, limit, endings, error, input, receive }: Props) {
  useEffect(() => {
    // Chosen before the script began.
    if (receive && input.current?.files?.length) receive(taken(input.current));
  }, [receive, input]);
  return (
    <Field
      label={label}
      id="file"
      hint={`${kinds}, up to ${limit}MB each.${receive ? " You can also paste a screenshot." : ""}`}
      error={error}
    >
      {(tie) => (
        <div className={receive ? "drop-zone drop-live" : "drop-zone"}>
          <input
            {...tie}
            ref={input}
            type="file"
            name="file"
            multiple
            accept={endings}
            onChange={receive ? (event) => receive(taken(event.currentTarget)) : undefined}
          />
          {receive && <FolderButton receive={receive} />}
        </div>
      )}
    </Field>
  );
}

function FolderButton({ receive }: { receive: (files: File[]) => void }) {
  const folder = useRef<HTMLInputElement>(null);
  // React knows no such attribute.
  useEffect(() => folder.current?.setAttribute("webkitdirectory", ""), []);
  return (
    <>
      <button type="button" className="btn btn-quiet" onClick={() => folder.current?.click()}>
        Choose a folder
      </button>
      <span>or drop files anywhere on this page</span>
      <input
        ref={folder}
        type="file"
        aria-label="Folder"
        multiple
        hidden
        onChange={(event) => receive(taken(event.currentTarget))}
      />
    </>
  );
}
