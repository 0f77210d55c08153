/** Says that this has been read, and goes on to what has not. */
import { Form } from "@remix-run/react";

import { paths } from "#app/paths.ts";

import type { ReaderView } from "./reader.server.ts";

export function ReadingForm({ data: { code, id, ref, reading, line } }: { data: ReaderView }) {
  if (!reading) return null;
  const next = reading.next ? paths.evidenceText(code, reading.next, { line }) : paths.evidence(code);
  return (
    <Form method="post" action={paths.evidenceReading(code, id)} className="reader-box" id="reading" reloadDocument>
      <input type="hidden" name="read" value="1" />
      <input type="hidden" name="back" value={next} />
      {reading.read && <p className="muted">You have marked {ref} as read.</p>}
      <button className="btn btn-quiet" type="submit">
        {reading.next ? "Mark read and open the next" : "Mark read"} <kbd aria-hidden="true">R</kbd>
      </button>
    </Form>
  );
}
