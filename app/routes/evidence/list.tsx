import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { evidenceKinds, evidenceKindTitle } from "#app/models/evidence/evidence.ts";
import { countKinds, type EvidenceRow, findNamed, listEvidence } from "#app/models/evidence/library.server.ts";
import { bestHits } from "#app/models/evidence/text/hits.server.ts";
import { readEvidenceQuery } from "#app/models/evidence/query.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { shortDate } from "#app/ui/dates.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import styles from "#app/ui/styles/evidence.css?url";
import { titled } from "#app/ui/titled.ts";

import { EvidenceFilter } from "./filter.tsx";
import { EvidenceTable } from "./table.tsx";

export const meta = titled("Evidence");
export const links = () => [{ rel: "stylesheet", href: styles }];

const shown = ({ id, ref, title, kind, asAt, addedAt, addedBy, citations }: EvidenceRow) => ({
  id,
  ref,
  title,
  kind: evidenceKindTitle(kind),
  asAt: asAt && shortDate(asAt),
  added: shortDate(addedAt),
  by: addedBy,
  citations,
});

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.see");
  const query = readEvidenceQuery(url.searchParams);
  const { rows, ...page } = await listEvidence(desk, inspection, query);
  const hits = await bestHits(desk, query.q ? rows.map(({ id }) => id) : [], query.q ?? "");
  const kinds = await countKinds(desk, inspection);
  return {
    code: inspection.code,
    query,
    rows: rows.map((row) => ({ ...shown(row), hit: hits.get(row.id) ?? null })),
    ...page,
    kinds: evidenceKinds
      .filter((kind) => kinds.has(kind) || kind === query.kind)
      .map((kind) => ({ kind, title: evidenceKindTitle(kind), pieces: kinds.get(kind) ?? 0 })),
    added: await findNamed(desk, inspection, url.searchParams.get("added") ?? ""),
    inspector: allowed(inspection, "evidence.see-inspectorate"),
    mayAdd: allowed(inspection, "evidence.add"),
  };
});

export type EvidenceList = ReturnType<typeof useLoaderData<typeof loader>>;

export default function EvidenceListPage() {
  const data = useLoaderData<typeof loader>();
  const { code, query, rows, page, pages, kinds, added, inspector, mayAdd } = data;
  return (
    <main id="main" className="wide page">
      <div className="title-row">
        <h1 className="h1">Evidence</h1>
        {mayAdd && kinds.length > 0 && (
          <Link className="btn" to={paths.evidenceUpload(code)}>
            Upload files
          </Link>
        )}
      </div>
      {!inspector && (
        <p className="lede">What your council has sent. What inspectors add themselves is not shown to the council.</p>
      )}
      <Added code={code} added={added} />
      {kinds.length > 0 && <EvidenceFilter {...data} />}
      {rows.length > 0 && <EvidenceTable {...data} />}
      <Pagination
        page={page}
        pages={pages}
        label="Pages of evidence"
        to={(to) => paths.evidence(code, { ...query, page: to > 1 ? to : undefined })}
      />
      {kinds.length > 0 && rows.length === 0 && (
        <div className="blank">
          <p className="lede">Nothing matches what you asked for.</p>
          <Link className="btn btn-quiet" to={paths.evidence(code)}>
            Show all evidence
          </Link>
        </div>
      )}
      {kinds.length === 0 && <NoneYet code={code} mayAdd={mayAdd} />}
    </main>
  );
}

function Added({ code, added }: Pick<EvidenceList, "code" | "added">) {
  if (!added.length) return null;
  return (
    <div className="notice" role="status">
      <p>
        <b>{added.length === 1 ? "1 file is" : `${added.length} files are`} in the evidence</b>
      </p>
      <ul>
        {added.map(({ id, ref, title }) => (
          <li key={id}>
            {ref} <Link to={paths.evidenceItem(code, id)}>{title}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function NoneYet({ code, mayAdd }: Pick<EvidenceList, "code" | "mayAdd">) {
  return (
    <div className="blank">
      <p className="lede">There is no evidence yet.</p>
      {mayAdd && (
        <Link className="btn" to={paths.evidenceUpload(code)}>
          Upload files
        </Link>
      )}
    </div>
  );
}
