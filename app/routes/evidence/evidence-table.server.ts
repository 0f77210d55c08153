/** The list of evidence as a file: all that the address asks for, in the columns that the reader may see. */
import { listReaders } from "#app/models/evidence/appraisals.server.ts";
import { anonymousTitle } from "#app/models/evidence/anonymous.ts";
import { evidenceKindTitle, sensitivityTitle, voiceTitle } from "#app/models/evidence/evidence.ts";
import { exportEvidence, type ListedEvidence } from "#app/models/evidence/list.server.ts";
import { readEvidenceQuery } from "#app/models/evidence/query.ts";
import { evidenceStateWords } from "#app/models/evidence/state.ts";
import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { type Asked, type Cell, type Table } from "#app/platform/csv.ts";
import type { Desk } from "#app/platform/desk.ts";

type Column = { title: string; cell(row: ListedEvidence): Cell };

const columns: Column[] = [
  { title: "Reference", cell: ({ ref }) => ref },
  { title: "Title", cell: ({ title, kind, named }) => (named ? title : anonymousTitle(kind)) },
  { title: "Kind", cell: ({ kind }) => evidenceKindTitle(kind) },
  { title: "Whose voice", cell: ({ voice }) => voice && voiceTitle(voice) },
  { title: "As at", cell: ({ asAt, named }) => (named ? asAt : null) },
  { title: "State", cell: ({ state }) => evidenceStateWords(state).title },
  { title: "Sensitivity", cell: ({ sensitivity }) => sensitivityTitle(sensitivity) },
  { title: "Department", cell: ({ department }) => department },
  { title: "Lines", cell: ({ lines }) => lines.join(", ") },
  { title: "Tags", cell: ({ tags }) => tags.join(", ") },
  { title: "Added (UTC)", cell: ({ addedAt }) => addedAt },
  { title: "Added by", cell: ({ addedBy }) => addedBy },
];

const inspectors = (readers: Map<string, string>): Column[] => [
  { title: "From", cell: ({ side }) => (side === "council" ? "Council" : "Inspectors") },
  { title: "Cited", cell: ({ citations }) => citations },
  { title: "Read by you", cell: ({ read }) => (read ? "Yes" : "No") },
  { title: "To be read by", cell: ({ assigned }) => assigned && (readers.get(assigned) ?? null) },
];

export async function evidenceTable(desk: Desk, inspection: Inspection, asked: Asked): Promise<Table> {
  demand(inspection, "evidence.see");
  const inspector = allowed(inspection, "evidence.see-inspectorate");
  const readers = new Map(inspector ? (await listReaders(desk, inspection)).map(({ id, name }) => [id, name]) : []);
  const shown = inspector ? [...columns, ...inspectors(readers)] : columns;
  const rows = exportEvidence(desk, inspection, readEvidenceQuery(asked.searchParams));
  async function* cells() {
    for await (const row of rows) yield shown.map(({ cell }) => cell(row));
  }
  return { header: shown.map(({ title }) => title), rows: cells() };
}
