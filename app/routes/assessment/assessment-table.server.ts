/** The self-assessment as a file: the lines that the address asks for. */
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { assessmentStateTitle } from "#app/models/readiness/assessment.ts";
import { listAssessedLines } from "#app/models/readiness/assessments.server.ts";
import { type Asked, type Table } from "#app/platform/csv.ts";
import type { Desk } from "#app/platform/desk.ts";

import { linesFor } from "./shows.ts";

const header = ["Line", "Title", "Theme", "State", "What we know", "How we know", "What comes next"];
const figures = ["Own rating", "Reason", "Evidence", "Open gaps"];

export async function assessmentTable(desk: Desk, inspection: Inspection, asked: Asked): Promise<Table> {
  demand(inspection, "assessment.see");
  const lines = linesFor(await listAssessedLines(desk, inspection), asked);
  const rows = lines.map(({ ref, title, theme, state, assessment, rated, evidence, gaps }) => {
    const { know, how, next, reason } = assessment;
    const said = [ref, title, theme, assessmentStateTitle(state), know, how, next];
    return [...said, rated?.label ?? null, reason, evidence, gaps];
  });
  return { header: [...header, ...figures], rows: rows };
}
