/** The way back to the evidence of an inspection. */
import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";

type Props = {
  code: string;
  /** The piece of evidence that the page belongs to, where it is not the page of it. */
  item?: { id: string; ref: string; title: string };
  here: string;
};

export function EvidenceCrumbs({ code, item, here }: Props) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="crumbs">
        <li>
          <Link to={paths.evidence(code)}>Evidence</Link>
        </li>
        {item && (
          <li>
            <Link to={paths.evidenceItem(code, item.id)}>
              {item.ref} {item.title}
            </Link>
          </li>
        )}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
