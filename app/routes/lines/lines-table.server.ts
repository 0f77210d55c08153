/** The table of lines as a file: those that the address asks for, in its order. */
import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { isAsked, matchLines, readLineQuery, readSort, sortLines } from "#app/models/readiness/order.ts";
import { listJudgements } from "#app/models/readiness/overview.server.ts";
import { type LineView, stateTitle } from "#app/models/readiness/readiness.ts";
import { type Asked, type Cell, type Table } from "#app/platform/csv.ts";
import type { Desk } from "#app/platform/desk.ts";

type Column = { title: string; cell(line: LineView): Cell };

const columns: Column[] = [
  { title: "Reference", cell: ({ ref }) => ref },
  { title: "Line of enquiry", cell: ({ title }) => title },
  { title: "Strengths", cell: ({ strengths }) => strengths },
  { title: "Weaknesses", cell: ({ weaknesses }) => weaknesses },
  { title: "Areas to explore", cell: ({ areas }) => areas },
  { title: "Strengths and weaknesses cited", cell: ({ cited }) => cited },
  { title: "Rating", cell: ({ standing }) => standing.words },
  { title: "Readiness", cell: ({ state }) => stateTitle(state) },
];

const inside: Column[] = [
  { title: "Areas with nothing planned", cell: ({ openAreas }) => openAreas },
  { title: "Lead", cell: ({ lead }) => lead?.name ?? null },
];

export async function linesTable(desk: Desk, inspection: Inspection, asked: Asked): Promise<Table> {
  demand(inspection, "line.see");
  const query = readLineQuery(asked.searchParams);
  const q = (asked.searchParams.get("q") ?? "").trim().slice(0, 200);
  const themes = (await listJudgements(desk, inspection)).flatMap((judgement) => judgement.themes);
  const found = themes.flatMap(({ title, lines }) => matchLines(lines, q, () => title));
  const sorted = sortLines(
    found.filter((line) => isAsked(query, line)),
    readSort(asked.searchParams.get("sort")),
  );
  const shown = allowed(inspection, "finding.see-inside") ? [...columns, ...inside] : columns;
  return { header: shown.map(({ title }) => title), rows: sorted.map((line) => shown.map(({ cell }) => cell(line))) };
}
