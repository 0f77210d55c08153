/** What can be done with a piece of evidence. */
import { Form, Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";

import type { ItemView } from "./item-view.ts";

export function ItemActions({ item, editing }: { item: ItemView; editing: boolean }) {
  const { code, id, inside, mayEdit, mayReturn, mayAccept, mayAppraise, whole, asksConsent } = item;
  if (!mayEdit && !mayAppraise && !asksConsent) return null;
  return (
    <nav className="item-actions" aria-label="What you can do">
      {inside && mayAppraise && <ReadMark item={item} read={inside.read} />}
      {mayEdit && !editing && (
        <Link className="btn btn-quiet" to={paths.evidenceItem(code, id, { edit: "details" })}>
          Change the details
        </Link>
      )}
      {mayEdit && whole && (
        <Link className="btn btn-quiet" to={paths.evidenceRevision(code, id)}>
          Send a new version
        </Link>
      )}
      {item.mayRedact && (
        <Link className="btn btn-quiet" to={paths.evidenceRedaction(code, id)}>
          Make a redacted copy
        </Link>
      )}
      {asksConsent && (
        <Link className="btn btn-quiet" to={paths.consent(code, id)}>
          How the words may be used
        </Link>
      )}
      {mayReturn && (
        <Link className="btn btn-quiet" to={paths.evidenceReturn(code, id)}>
          Send it back
        </Link>
      )}
      {mayAccept && (
        <Form method="post" action={paths.evidenceAcceptance(code, id)}>
          <button className="btn btn-quiet" type="submit">
            Take it as it is
          </button>
        </Form>
      )}
    </nav>
  );
}

/** Theirs alone: colleagues and the council do not see who has read what. */
function ReadMark({ item: { code, id, ref }, read }: { item: ItemView; read: string | null }) {
  return (
    <Form method="post" action={paths.evidenceReading(code, id)}>
      <input type="hidden" name="read" value={read ? "0" : "1"} />
      <input type="hidden" name="back" value={paths.evidenceItem(code, id)} />
      <button className="btn btn-quiet" type="submit">
        {read ? "Mark as not read" : "Mark as read"}
        <span className="vh"> {ref}</span>
      </button>
      <span className="muted small">{read ? `You read it on ${read}.` : "Only you see this mark."}</span>
    </Form>
  );
}
