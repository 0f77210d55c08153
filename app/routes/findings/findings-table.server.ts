/** The list of findings as a file: all that the address asks for. */
import { kindFacts } from "#app/models/findings/finding.ts";
import { readFindingQuery } from "#app/models/findings/finding-query.ts";
import { exportFindings } from "#app/models/findings/list.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { type Asked, type Table } from "#app/platform/csv.ts";
import type { Desk } from "#app/platform/desk.ts";

const header = ["Line", "Line of enquiry", "Finding", "Kind", "Text", "Citations", "Quotation to be checked"];

export async function findingsTable(desk: Desk, inspection: Inspection, asked: Asked): Promise<Table> {
  demand(inspection, "finding.see-inside");
  const rows = exportFindings(desk, inspection, readFindingQuery(asked.searchParams));
  async function* cells() {
    for await (const { ref, line, name, kind, text, citations, lost } of rows) {
      yield [ref, line, name, kindFacts(kind).one, text, citations, lost ? "Yes" : "No"];
    }
  }
  return { header: header, rows: cells() };
}
