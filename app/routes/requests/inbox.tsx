/** The council's inbox. */
import { Link } from "@remix-run/react";

import { requestRef } from "#app/models/requests/request.ts";
import { paths } from "#app/paths.ts";

import type { loadInbox } from "./inbox.server.ts";
import { RequestTag } from "./tag.tsx";

type Data = Awaited<ReturnType<typeof loadInbox>>;

export function Inbox({ data: { code, show, tabs, requests } }: { data: Data }) {
  return (
    <main id="main" className="wide page">
      <h1 className="h1">Requests</h1>
      <p className="lede">What the inspectors have asked for. Open one to answer it.</p>
      <nav aria-label="Which requests">
        <ul className="request-tabs">
          {tabs.map(({ name, title, count }) => (
            <li key={name}>
              <Link to={paths.requests(code, { show: name })} aria-current={name === show ? "page" : undefined}>
                {title} <span className="request-count">{count}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {requests.length === 0 ? <p>There is nothing here.</p> : <InboxList code={code} requests={requests} />}
    </main>
  );
}

/** Rows of requests, the one that is open marked. */
export function InboxList({ code, requests, open }: Pick<Data, "code" | "requests"> & { open?: number }) {
  return (
    <ul className="inbox">
      {requests.map(({ id, number, title, tag, notes }) => (
        <li key={id} className={number === open ? "inbox-row inbox-open" : "inbox-row"}>
          <div>
            <Link to={paths.request(code, number)} aria-current={number === open ? "page" : undefined}>
              {requestRef(number)} {title}
            </Link>
            {notes.length > 0 && <p className="muted small">{notes.join(". ")}</p>}
          </div>
          <RequestTag tag={tag} />
        </li>
      ))}
    </ul>
  );
}
