/** What the list of evidence shows, for this person: the same under the address of each of its forms. */
import { listReaders } from "#app/models/evidence/appraisals.server.ts";
import { findNamed } from "#app/models/evidence/library.server.ts";
import { type ListedEvidence, listEvidence } from "#app/models/evidence/list.server.ts";
import { evidenceKindTitle } from "#app/models/evidence/evidence.ts";
import { findMarked, marksOf } from "#app/models/evidence/marks.server.ts";
import { type EvidenceQuery, readEvidenceQuery } from "#app/models/evidence/query.ts";
import { bestHits } from "#app/models/evidence/text/hits.server.ts";
import { listViews } from "#app/models/evidence/views.server.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { shortDate } from "#app/ui/dates.ts";

import { chosenOf, facetsShown, linesIn, viewsShown } from "./library-facets.ts";

type Named = { id: string; name: string };

const dates = (row: ListedEvidence) => (row.asAt ? shortDate(row.asAt) : null);

const shown = (row: ListedEvidence, readers: Named[], me: string | undefined) => ({
  id: row.id,
  ref: row.ref,
  title: row.title,
  kind: evidenceKindTitle(row.kind),
  asAt: dates(row),
  added: shortDate(row.addedAt),
  by: row.addedBy,
  department: row.department,
  side: row.side,
  state: row.state,
  restricted: row.sensitivity === "restricted",
  citations: row.citations,
  lines: row.lines,
  tags: row.tags,
  read: row.read,
  reader: row.assigned && (row.assigned === me ? "you" : (readers.find(({ id }) => id === row.assigned)?.name ?? null)),
});

/** The list as the address asks for it. A dozen queries, however much evidence there is. */
export async function loadLibrary(desk: Desk, of: Inspection, url: URL) {
  const query: EvidenceQuery = readEvidenceQuery(url.searchParams);
  const inspector = allowed(of, "evidence.see-inspectorate");
  const { rows, counts, views, ...list } = await listEvidence(desk, of, query);
  const ids = query.q ? rows.map(({ id }) => id) : [];
  const hits = await bestHits(desk, of.id, ids, query.q ?? "");
  const readers = inspector ? await listReaders(desk, of) : [];
  const lines = linesIn(of.framework);
  const facets = facetsShown(counts, query, lines);
  return {
    code: of.code,
    inspection: of.title,
    inspector,
    query,
    ...list,
    rows: rows.map((row) => ({ ...shown(row, readers, desk.user?.id), hit: hits.get(row.id) ?? null })),
    facets,
    chosen: chosenOf(query, facets),
    views: viewsShown(views, inspector),
    own: await listViews(desk, of),
    marks: marksOf(of),
    lines,
    readers,
    tags: [...(counts.tag?.keys() ?? [])],
    marked: await findMarked(desk, of, url.searchParams.get("marked") ?? ""),
    added: await findNamed(desk, of, url.searchParams.get("added") ?? ""),
    mayAdd: allowed(of, "evidence.add"),
  };
}

export type Library = Awaited<ReturnType<typeof loadLibrary>>;
