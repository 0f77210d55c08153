/** Where a person is signed in, with a way to end each session. */
import { Form } from "@remix-run/react";

import type { SessionView } from "#app/models/accounts/sessions.server.ts";
import { paths } from "#app/paths.ts";
import { shortDate, timeOf } from "#app/ui/dates.ts";

const moment = (iso: string) => `${shortDate(iso)}, ${timeOf(iso)}`;

export function Sessions({ sessions }: { sessions: SessionView[] }) {
  return (
    <>
      <h2 className="h2">Where you are signed in</h2>
      <p>
        A session ends after half an hour without use. If you do not know one of these, end it and change your password.
      </p>
      <ul className="devices">
        {sessions.map((session) => (
          <li key={session.id}>
            <Device session={session} />
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form method="post" action={paths.otherSessionsEnd()}>
          <button className="btn btn-quiet" type="submit">
            Sign out everywhere else
          </button>
        </Form>
      )}
    </>
  );
}

function Device({ session: { id, device, startedAt, seenAt, current } }: { session: SessionView }) {
  return (
    <>
      <div>
        <b>{device}</b> {current && <span className="tag">This session</span>}
        <p className="small muted">
          Signed in {moment(startedAt)}. Last seen {moment(seenAt)}.
        </p>
      </div>
      {!current && (
        <Form method="post" action={paths.ownSessionEnd(id)}>
          <button className="btn btn-quiet btn-small" type="submit">
            End
            <span className="vh">
              {" "}
              the session of {device}, last seen {moment(seenAt)}
            </span>
          </button>
        </Form>
      )}
    </>
  );
}
