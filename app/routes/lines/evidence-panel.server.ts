/** What stands beside the findings of a line: a document to read, or what the findings cite. */
import { findEvidence } from "#app/models/evidence/library.server.ts";
import { listCiting } from "#app/models/findings/cited.server.ts";
import { lastCited } from "#app/models/findings/last-cited.server.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { paths, type WorkspaceView } from "#app/paths.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";

import { previewOf } from "../evidence/preview.ts";
import { passageView } from "../evidence/reader.server.ts";
import { loadSheet, marksOf } from "../evidence/sheet.server.ts";

type On = { id: string; ref: string };
type Document = { id: string; title: string };
type Place = { file?: string; part: number; at: number } | null;

/** The document that was asked for, else the one that was cited last; null where there is none to be read. */
async function documentFor(desk: Desk, of: Inspection, line: On, { doc, part, at = 0 }: WorkspaceView) {
  if (doc) return { id: doc, place: part === undefined ? null : ({ part, at } as Place) };
  const last = await lastCited(desk, of, line.id);
  return last && { id: last.evidence, place: last.place as Place };
}

/** One document as the workspace shows it; null where it cannot be read by this person, or holds no file. */
async function readHere(desk: Desk, of: Inspection, line: On, view: WorkspaceView) {
  const wanted = await documentFor(desk, of, line, view);
  if (!wanted) return null;
  const item = await findEvidence(desk, of, wanted.id).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  const file = item?.files.find(({ id }) => id === wanted.place?.file) ?? item?.files[0];
  if (!item || !file) return null;
  const citing = await listCiting(desk, of, item.id);
  const place = wanted.place && { part: wanted.place.part, at: wanted.place.at };
  const sheet = await loadSheet(desk, of, file.id, { place, marks: marksOf(citing, file.id) });
  const at = { file: file.id, part: sheet.sheets[0]?.part, line: line.ref };
  const pages = previewOf(file.mediaType) !== null;
  return {
    code: of.code,
    ...{ id: item.id, title: item.title, line: line.ref, find: null },
    file: { id: file.id },
    sheet,
    passages: citing.filter(({ stretches }) => stretches.some((one) => one.file === file.id)).map(passageView),
    linking: allowed(of, "finding.write") ? { lines: [{ ref: line.ref, label: "" }] } : null,
    open: (pages ? paths.evidencePages : paths.evidenceText)(of.code, item.id, at),
  };
}

/** For inspectors; null for those who are shown findings only. `linked` is what the findings of the line cite. */
export async function loadPanel(desk: Desk, of: Inspection, line: On, linked: Document[], view: WorkspaceView) {
  if (!allowed(of, "evidence.see-inspectorate")) return null;
  const panel = view.panel ?? "reader";
  const reader = panel === "reader" ? await readHere(desk, of, line, view) : null;
  const others = linked.map(({ id, title }) => ({ id, title }));
  const documents =
    reader && !others.some(({ id }) => id === reader.id) ? [...others, { id: reader.id, title: reader.title }] : others;
  const at = documents.findIndex(({ id }) => id === reader?.id);
  return {
    panel,
    reader,
    documents: {
      count: documents.length,
      at: at + 1,
      before: documents[at - 1] ?? null,
      next: documents[at + 1] ?? null,
    },
  };
}

export type PanelView = NonNullable<Awaited<ReturnType<typeof loadPanel>>>;
