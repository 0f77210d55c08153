/** That a passage was linked, and the way back: for those who came by a form. */
import { Form } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { Link } from "#app/ui/link.tsx";

import type { ReaderView } from "./reader.server.ts";

export function LinkedNotice({ data: { code, id, linked, file, line, sheet } }: { data: ReaderView }) {
  if (!linked) return null;
  const back = paths.evidenceText(code, id, { file: file.id, part: sheet.sheets[0]?.part, line });
  return (
    <div className="notice linked-notice" role="status">
      <p>
        Linked to{" "}
        <Link to={paths.line(code, linked.ref, {}, linked.finding)}>
          {linked.name} of {linked.ref}
        </Link>
        .
      </p>
      {linked.undo !== null && (
        <Form method="post" action={paths.undo(code, linked.undo)}>
          <input type="hidden" name="next" value={back} />
          <button className="btn btn-quiet btn-small" type="submit">
            Undo<span className="vh"> linking the passage</span>
          </button>
        </Form>
      )}
    </div>
  );
}
