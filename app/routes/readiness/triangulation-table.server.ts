/** The triangulation as a file: a row for each line. */
import { voices, voiceTitle } from "#app/models/evidence/evidence.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { listTriangulation } from "#app/models/readiness/material-views.server.ts";
import { leanTitle } from "#app/models/readiness/triangulation.ts";
import { type Table } from "#app/platform/csv.ts";
import type { Desk } from "#app/platform/desk.ts";

const header = [
  "Line",
  "Title",
  ...voices.map(voiceTitle),
  "Voice not said",
  "Sources",
  "Authors named",
  "Author not said",
  "One-sided",
  "What it rests on",
  "Evidence",
];

export async function triangulationTable(desk: Desk, inspection: Inspection): Promise<Table> {
  demand(inspection, "check.see");
  const rows = (await listTriangulation(desk, inspection)).map(
    ({ ref, title, voices: by, sources, authors, unnamed, leans, words }) => [
      ref,
      title,
      ...by.map(({ sources: of }) => of.length),
      sources.length,
      authors,
      unnamed,
      leans.map(leanTitle).join("; "),
      words,
      sources.map((source) => source.ref).join("; "),
    ],
  );
  return { header: header, rows: rows };
}
