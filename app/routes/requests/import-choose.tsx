/** Where a list of requests is chosen, and what it must hold. */
import { Form, Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { ErrorSummary, type Failed, Field } from "#app/ui/form.tsx";

const columns = [
  { title: "Title", means: "A few words", example: "Complaints log" },
  {
    title: "Request",
    means: "What to send. The council reads it",
    example: "Please send the complaints log for 2026.",
  },
  { title: "Lines", means: "Lines of enquiry, if any", example: "4.6; 6.2" },
  { title: "Due", means: "The day first", example: "11/12/2026" },
  { title: "Person or team", means: "Someone of the council who takes part, or a team", example: "Housing team" },
];

export function ChooseList({ code, failed }: { code: string; failed: Failed }) {
  return (
    <>
      <ErrorSummary failed={failed} />
      <h1 className="h1">Import a list of requests</h1>
      <p className="lede">
        Bring the list of information that you ask every council for. You see what would be made of each row, and what
        is wrong with it, before anything is kept.
      </p>
      <div className="table-box">
        <table className="request-columns">
          <caption>Columns of the list</caption>
          <thead>
            <tr>
              <th scope="col">Heading</th>
              <th scope="col">What it holds</th>
              <th scope="col">Such as</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ title, means, example }) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                <td>{means}</td>
                <td>{example}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <a href={paths.requestTemplate(code)} download>
          Download an empty list
        </a>
      </p>
      <Form method="post" encType="multipart/form-data" className="form" noValidate>
        <Field
          label="List of requests"
          id="file"
          hint="A CSV file, as a spreadsheet saves it. Up to 500 rows."
          error={failed?.errors.file ?? failed?.errors.text}
        >
          {(tie) => <input {...tie} className="drop" type="file" name="file" accept=".csv,text/csv,.txt" />}
        </Field>
        <div className="actions">
          <button className="btn" type="submit">
            Check the list
          </button>
          <Link to={paths.requests(code)}>Cancel</Link>
        </div>
      </Form>
    </>
  );
}
