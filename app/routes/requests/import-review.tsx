/** What an import would make of each row, and what is wrong with the rest. */
import { Form, Link } from "@remix-run/react";

import { listColumnTitle, type ListRow, type RequestList } from "#app/models/requests/request-list.ts";
import { paths } from "#app/paths.ts";
import { shortDate } from "#app/ui/dates.ts";
import { ErrorSummary, type Failed } from "#app/ui/form.tsx";

import { Crumbs } from "./crumbs.tsx";

type Props = {
  code: string;
  proposal: { name: string; text: string; list: RequestList };
  failed: Failed;
};

const some = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;
const numbers = new Intl.ListFormat("en-GB");

export function ReviewList({ code, proposal, failed }: Props) {
  const { name, list } = proposal;
  const good = list.rows.filter(({ faults }) => faults.length === 0);
  const faulty = list.rows.filter(({ faults }) => faults.length > 0);
  return (
    <>
      <ErrorSummary failed={failed} ids={{ rows: good[0] ? `row-${good[0].number}` : "main" }} />
      <Crumbs code={code} here="Import a list" />
      <h1 className="h1">Check what would be made</h1>
      <p className="lede">
        “{name}” holds {some(list.rows.length, "row")}: {good.length} can be taken
        {faulty.length > 0 && `, ${faulty.length} cannot as they are`}. Nothing is kept until you confirm.
      </p>
      {list.unread.length > 0 && (
        <p className="notice notice-warn">
          Not read, because the heading is not known: {numbers.format(list.unread.map((one) => `“${one}”`))}.
        </p>
      )}
      {list.empty.length > 0 && (
        <p className="muted">
          Empty, and left out: {list.empty.length === 1 ? "row" : "rows"} {numbers.format(list.empty.map(String))}.
        </p>
      )}
      {faulty.length > 0 && <Faults rows={faulty} />}
      {good.length > 0 ? (
        <Confirm code={code} proposal={proposal} rows={good} />
      ) : (
        <p>
          There is nothing to take. Mend the list and <Link to={paths.requestImport(code)}>choose it again</Link>.
        </p>
      )}
    </>
  );
}

function Faults({ rows }: { rows: ListRow[] }) {
  return (
    <section aria-labelledby="faults" className="request-faults">
      <h2 className="h2" id="faults">
        {rows.length === 1 ? "A row that cannot be taken" : `${rows.length} rows that cannot be taken`}
      </h2>
      <p className="muted">Mend them in the list and bring it again: what is there already is not made twice.</p>
      <div className="table-box">
        <table className="request-take request-wrong">
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Title</th>
              <th scope="col">What is wrong</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ number, title, faults }) => (
              <tr key={number}>
                <th scope="row">{number}</th>
                <td className="request-cell">{title || <span className="muted">None</span>}</td>
                <td className="request-why">
                  <ul>
                    {faults.map(({ column, message }) => (
                      <li key={`${column} ${message}`}>
                        {column && <b>{listColumnTitle(column)}:</b>} {message}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Confirm({ code, proposal, rows }: Omit<Props, "failed"> & { rows: ListRow[] }) {
  const { name, text } = proposal;
  const undated = rows.filter(({ draft }) => draft?.due === null).length;
  return (
    <Form method="post" encType="multipart/form-data" className="request-confirm">
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="confirm" value="1" />
      <textarea name="text" defaultValue={text} hidden readOnly aria-label="The text of the list" />
      <h2 className="h2">{rows.length === 1 ? "A row to take" : `${rows.length} rows to take`}</h2>
      <div className="table-box">
        <table className="request-take">
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Request</th>
              <th scope="col">Lines</th>
              <th scope="col">Due</th>
              <th scope="col">Who answers</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.number} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <fieldset className="request-how-sent">
        <legend className="legend">What should become of them?</legend>
        <label className="choice">
          <input type="radio" name="send" value="no" defaultChecked />
          Keep them as drafts, to be checked one by one
        </label>
        <label className="choice">
          <input type="radio" name="send" value="yes" />
          Send them to the council now
        </label>
        {undated > 0 && (
          <p className="hint">
            {undated === 1 ? "1 row without a day stays a draft" : `${undated} rows without a day stay drafts`}: a
            request needs one to be sent.
          </p>
        )}
      </fieldset>
      <div className="actions">
        <button className="btn" type="submit">
          Make the ticked requests
        </button>
        <Link to={paths.requestImport(code)}>Choose another list</Link>
      </div>
    </Form>
  );
}

function Row({ row: { number, draft, lines, whom } }: { row: ListRow }) {
  return (
    <tr>
      <td>
        <label className="choice" htmlFor={`row-${number}`}>
          <input type="checkbox" id={`row-${number}`} name="row" value={number} defaultChecked />
          <span>
            <span className="vh">Take row </span>
            {number}
          </span>
        </label>
      </td>
      <th scope="row" className="request-cell">
        {draft?.title}
        <p className="request-excerpt">{draft?.text}</p>
      </th>
      <td data-head="Lines">{lines.join(", ")}</td>
      <td data-head="Due" className="nowrap">
        {draft?.due ? shortDate(draft.due) : <span className="muted">Not set</span>}
      </td>
      <td data-head="Who answers">{whom ?? <span className="muted">Not given</span>}</td>
    </tr>
  );
}
