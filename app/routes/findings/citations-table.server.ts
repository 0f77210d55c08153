/** The citations: what each strength, weakness and area rests on, in the words that may be quoted. */
import { kindFacts } from "#app/models/findings/finding.ts";
import { listCitations } from "#app/models/findings/citation-list.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Cell, Table } from "#app/platform/csv.ts";
import type { Desk } from "#app/platform/desk.ts";

const header = [
  "Line",
  "Finding",
  "Kind",
  "Text of the finding",
  "Evidence",
  "Title of the evidence",
  "Where in it",
  "Quotation",
  "In the newest version",
];

const inNewest = { found: "Found", near: "Found in other words", lost: "Not found" } as const;

/** `quoted`: the references of the evidence whose words the table holds. */
export async function citationsTable(
  desk: Desk,
  inspection: Inspection,
): Promise<Table & { rows: Cell[][]; quoted: string[] }> {
  demand(inspection, "finding.see-inside");
  const all = await listCitations(desk, inspection);
  const rows = all.map((one) => [
    one.ref,
    one.finding,
    kindFacts(one.kind).one,
    one.text,
    one.evidence,
    one.title,
    one.locator,
    one.quote,
    one.state && inNewest[one.state],
  ]);
  const quoted = all.filter(({ quote }) => quote !== null).map(({ evidence }) => evidence);
  return { header, rows, quoted: [...new Set(quoted)] };
}
