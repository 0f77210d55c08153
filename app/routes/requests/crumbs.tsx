import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";

/** The way back to the requests. */
export function Crumbs({ code, here }: { code: string; here: string }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="crumbs">
        <li>
          <Link to={paths.requests(code)}>Requests</Link>
        </li>
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
