import { Form, Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { stateTitle } from "#app/models/accounts/account.ts";
import { listPeople } from "#app/models/accounts/people.server.ts";
import { roleTitle } from "#app/models/accounts/role.ts";
import { paths } from "#app/paths.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import styles from "#app/ui/styles/accounts.css?url";
import { titled } from "#app/ui/titled.ts";

import { Crumbs } from "./crumbs.tsx";

export const meta = titled("People", "Administration");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, url }) => {
  const q = (url.searchParams.get("q") ?? "").trim().slice(0, 200);
  const asked = url.searchParams.get("page") ?? "";
  const { rows, ...page } = await listPeople(desk, { q, page: /^[1-9]\d{0,6}$/.test(asked) ? Number(asked) : 1 });
  return {
    q,
    ...page,
    rows: rows.map(({ role, state, ...row }) => ({
      ...row,
      role: roleTitle(role),
      state,
      stateTitle: stateTitle(state),
    })),
  };
});

export default function People() {
  const { q, rows, total, page, pages } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wide page">
      <Crumbs here="People" />
      <div className="title-row">
        <h1 className="h1">People</h1>
        <Link className="btn" to={paths.newPerson()}>
          Add a person
        </Link>
      </div>
      <Form method="get" action={paths.people()} role="search" aria-label="People" className="find">
        <div className="field">
          <label htmlFor="q">Find by name, e-mail address or organisation</label>
          <input id="q" name="q" type="search" autoComplete="off" defaultValue={q} key={q} />
        </div>
        <button className="btn btn-quiet" type="submit">
          Find
        </button>
        {q && <Link to={paths.people()}>Show everyone</Link>}
      </Form>
      {rows.length === 0 && <p className="lede">Nobody matches “{q}”.</p>}
      {rows.length > 0 && <PeopleTable rows={rows} />}
      {rows.length > 0 && (
        <div className="title-row">
          <p className="muted">
            {pages > 1 ? `Page ${page} of ${pages}` : total === 1 ? "1 person" : `${total} people`}
          </p>
          <Pagination
            page={page}
            pages={pages}
            label="Pages of people"
            to={(to) => paths.people({ q, page: to > 1 ? to : undefined })}
          />
        </div>
      )}
    </main>
  );
}

type Rows = ReturnType<typeof useLoaderData<typeof loader>>["rows"];

function PeopleTable({ rows }: { rows: Rows }) {
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label="People">
      <table>
        <caption className="vh">People who have an account</caption>
        <thead>
          <tr>
            <th scope="col">Name and e-mail address</th>
            <th scope="col">Role</th>
            <th scope="col">Organisation</th>
            <th scope="col">Account</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={paths.person(row.id)}>{row.name}</Link>
                <span className="account-email">{row.email}</span>
              </th>
              <td>{row.role}</td>
              <td>{row.organisation ?? <span className="muted">None</span>}</td>
              <td>{row.state === "active" ? row.stateTitle : <span className="tag">{row.stateTitle}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
