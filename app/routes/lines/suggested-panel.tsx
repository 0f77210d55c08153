/** The tab of the workspace that suggests passages for a finding that has none. */
import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";

import { SuggestedPassages } from "./suggested.tsx";
import type { Workspace } from "./workspace.server.ts";

export function SuggestedPanel({ data }: { data: Workspace }) {
  const { suggested, code, ref } = data;
  if (!suggested) return <p className="muted">Every strength and weakness on this line has a citation.</p>;
  const { finding, others } = suggested;
  return (
    <div className="panel-body">
      <p className="small">
        For <b>{finding.name}</b>: {finding.text}
      </p>
      <SuggestedPassages data={suggested} level={3} />
      {others.length > 0 && (
        <p className="small">
          Also without a citation:{" "}
          {others.map(({ id, name }, at) => (
            <span key={id}>
              {at > 0 && ", "}
              <Link to={paths.line(code, ref, { panel: "suggested", finding: id }, "evidence")} preventScrollReset>
                {name}
              </Link>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
