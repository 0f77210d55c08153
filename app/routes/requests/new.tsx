/** A request of one's own, not raised from an area: kept as a draft first, so that it can be checked. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { draftRequest } from "#app/models/requests/drafts.server.ts";
import { listAnswerers } from "#app/models/requests/requests.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/requests.css?url";
import { titled } from "#app/ui/titled.ts";

import { Crumbs } from "./crumbs.tsx";
import { fieldsFrom, RequestFieldset, requestFrom } from "./request-form.tsx";

export const meta = titled("New request");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "request.write");
  return { code: inspection.code, people: await listAnswerers(desk, inspection) };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "request.write");
  const { value } = await form();
  const id = await draftRequest(desk, inspection, requestFrom(value));
  return redirect(paths.requestDraft(inspection.code, id));
});

export default function NewRequest() {
  const { code, people } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const fields = fieldsFrom((name) => failed?.typed[name] ?? "");
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} />
      <Crumbs code={code} here="New request" />
      <h1 className="h1">New request</h1>
      <p className="lede">
        It is a draft until you send it, which the council does not see. Before you send it you are shown what the
        council sent already.
      </p>
      <Form method="post" className="form" noValidate>
        <RequestFieldset fields={fields} people={people} failed={failed} />
        <div className="actions">
          <button className="btn" type="submit">
            Keep the draft and check it
          </button>
          <Link to={paths.requests(code)}>Cancel</Link>
        </div>
      </Form>
    </main>
  );
}
