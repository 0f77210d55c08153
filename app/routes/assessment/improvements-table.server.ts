/** The improvement plan as a file: a row for each measure, and one for an action without any. */
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { improvementStateTitle } from "#app/models/readiness/improvement.ts";
import { listImprovements } from "#app/models/readiness/improvements.server.ts";
import { type Asked, type Table } from "#app/platform/csv.ts";
import type { Desk } from "#app/platform/desk.ts";

import { improvementShows, shownBy } from "./shows.ts";

const action = ["Action", "Line", "Who sees to it", "By when", "State", "Overdue", "Note"];
const figures = ["Outcome", "Measure", "Unit", "Baseline", "Target", "Actual", "As at", "Progress"];
const none = figures.map(() => null);

export async function improvementsTable(desk: Desk, inspection: Inspection, asked: Asked): Promise<Table> {
  demand(inspection, "assessment.see");
  const show = shownBy(improvementShows, asked);
  const shown = (await listImprovements(desk, inspection)).filter((one) => show.is(one));
  const rows = shown.flatMap(({ title, line, owner, due, state, overdue, note, measures }) => {
    const said = [
      title,
      line?.ref ?? null,
      owner?.name ?? null,
      due,
      improvementStateTitle(state),
      overdue ? "Yes" : "No",
    ];
    if (!measures.length) return [[...said, note, ...none]];
    return measures.map(({ outcome, name, unit, baseline, target, actual, asAt, progress }) => {
      return [...said, note, outcome, name, unit, baseline, target, actual, asAt, progress.words];
    });
  });
  return { header: [...action, ...figures], rows: rows };
}
