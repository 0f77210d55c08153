/** One’s own note on a line. */
import { Form } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import type { FormState } from "#app/platform/answer.ts";
import { Field } from "#app/ui/form.tsx";

import type { Workspace } from "./workspace.server.ts";

export function PrivateNote({ data: { code, ref, note }, failed }: { data: Workspace; failed: FormState | undefined }) {
  if (!note) return null;
  const { stale, errors = {}, typed = {} } = failed ?? {};
  return (
    <details className="box private-note" id="private-note" open={Boolean(failed)}>
      <summary>Your private note{note.text && " (written)"}</summary>
      <Form method="post" action={paths.lineNote(code, ref)} className="form" preventScrollReset>
        <input type="hidden" name="version" value={stale?.version ?? note.version} />
        {stale && (
          <p className="notice notice-warn">
            <b>You saved this in another window:</b> {stale.current.text}
          </p>
        )}
        <Field label="Note" id="private" hint="Only you see it." error={errors.text}>
          {(tie) => <textarea {...tie} name="private" rows={4} defaultValue={typed.private ?? note.text} />}
        </Field>
        <button className="btn btn-quiet btn-small" type="submit">
          Save note
        </button>
      </Form>
    </details>
  );
}
