/** The requests of the inspection, for those who ask. */
import { Form, Link } from "@remix-run/react";

import { requestRef } from "#app/models/requests/request.ts";
import { paths } from "#app/paths.ts";
import { shortDate } from "#app/ui/dates.ts";

import type { loadAsked } from "./asked.server.ts";
import { BurdenMeter } from "./burden-meter.tsx";
import { RequestTag } from "./tag.tsx";

type Data = Awaited<ReturnType<typeof loadAsked>>;

const told = (done: string | null): string | null => {
  if (done === "given-up") return "The draft is given up.";
  const [, sent = "", drafted = ""] = /^imported-(\d{1,4})-(\d{1,4})$/.exec(done ?? "") ?? [];
  if (!sent) return null;
  const parts = [
    Number(sent) > 0 && `${sent} ${sent === "1" ? "request is" : "requests are"} with the council`,
    Number(drafted) > 0 && `${drafted} ${drafted === "1" ? "draft is" : "drafts are"} kept`,
  ];
  return `${parts.filter(Boolean).join(", and ")}.`;
};

export function Asked({ data }: { data: Data }) {
  const { code, mayWrite, done, none, rows } = data;
  const words = told(done);
  return (
    <main id="main" className="wide page">
      <div className="title-row">
        <h1 className="h1">Requests</h1>
        {mayWrite && (
          <div className="actions">
            <Link className="btn" to={paths.newRequest(code)}>
              New request
            </Link>
            <Link className="btn btn-quiet" to={paths.requestImport(code)}>
              Import a list
            </Link>
          </div>
        )}
      </div>
      {words && (
        <p className="notice" role="status">
          {words}
        </p>
      )}
      {none ? (
        <p className="lede">
          Nothing has been asked for yet. Raise a request from an area to explore, write one, or import the list of
          information that you ask every council for.
        </p>
      ) : (
        <>
          <Narrow data={data} />
          <div className="request-cols request-cols-list">
            <div className="request-main">
              {rows.length ? <Table data={data} /> : <p className="muted">There are none.</p>}
              <p>
                <a href={paths.requestsFile(code)} download>
                  Download all requests as CSV
                </a>
              </p>
            </div>
            <aside className="request-side" aria-label="What is asked of the council">
              <BurdenMeter burden={data.burden} level={2} />
            </aside>
          </div>
        </>
      )}
    </main>
  );
}

function Narrow({ data: { code, show, shows } }: { data: Data }) {
  return (
    <nav aria-label="Show requests">
      <ul className="request-tabs">
        {shows.map(({ name, title, count }) => (
          <li key={name}>
            <Link
              to={paths.requests(code, name === "open" ? {} : { show: name })}
              aria-current={name === show ? "page" : undefined}
            >
              {title} <span className="request-count">{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Table({ data }: { data: Data }) {
  const { code, rows, show, sort, title } = data;
  const sorted = (by: string, words: string) => (
    <th scope="col" aria-sort={sort === by ? "ascending" : undefined}>
      <Link className="sort" to={paths.requests(code, { show: show === "open" ? "" : show, sort: by })}>
        {words}
      </Link>
    </th>
  );
  return (
    <div className="table-box">
      <table className="request-table">
        <caption className="vh">Requests: {title}</caption>
        <thead>
          <tr>
            {sorted("number", "Number")}
            {sorted("title", "Title")}
            <th scope="col">Lines</th>
            <th scope="col">Who answers</th>
            {sorted("due", "Due")}
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} data={data} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ data: { code, mayWrite }, row }: { data: Data; row: Data["rows"][number] }) {
  const { id, number, title, lines, due, whom, tag, late } = row;
  return (
    <tr>
      <td className="nowrap">{number === null ? "" : requestRef(number)}</td>
      <th scope="row">
        <Link to={number === null ? paths.requestDraft(code, id) : paths.request(code, number)}>{title}</Link>
      </th>
      <td data-head="Lines">{lines.join(", ")}</td>
      <td data-head="Who answers">{whom ?? <span className="muted">Not given</span>}</td>
      <td data-head="Due" className="nowrap">
        {due ? shortDate(due) : <span className="muted">Not set</span>}
      </td>
      <td>
        <RequestTag tag={tag} />
        {late && mayWrite && number !== null && (
          <Form method="post" action={paths.requestReminder(code, number)}>
            <button className="btn-plain small" type="submit">
              Send a reminder<span className="vh"> of {requestRef(number)}</span>
            </button>
          </Form>
        )}
      </td>
    </tr>
  );
}
