/** How the forms of a finding end: what they do, and the way back. */
import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";

import type { Workspace } from "./workspace.server.ts";

type Props = { data: Workspace; finding: { id: string }; send: string; warn?: true };

export const FormEnd = ({ data, finding, send, warn }: Props) => (
  <div className="actions">
    <button className={warn ? "btn btn-small btn-warn" : "btn btn-small"} type="submit">
      {send}
    </button>
    <Link to={paths.line(data.code, data.ref, {}, finding.id)} preventScrollReset>
      Cancel
    </Link>
  </div>
);
