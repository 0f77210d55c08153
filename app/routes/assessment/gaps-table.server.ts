/** The gaps as a file: those that the address asks for. */
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { gapStandingTitle } from "#app/models/readiness/gap.ts";
import { listGaps } from "#app/models/readiness/gaps.server.ts";
import { type Asked, type Table } from "#app/platform/csv.ts";
import type { Desk } from "#app/platform/desk.ts";

import { gapShows, shownBy } from "./shows.ts";

const header = ["Line", "Gap", "Who sees to it", "By when", "Standing", "Closed (UTC)", "What closed it"];

export async function gapsTable(desk: Desk, inspection: Inspection, asked: Asked): Promise<Table> {
  demand(inspection, "assessment.see");
  const show = shownBy(gapShows, asked);
  const gaps = (await listGaps(desk, inspection)).filter((one) => show.is(one));
  const rows = gaps.map(({ line, text, owner, due, standing, closed }) => {
    const given = [line.ref, text, owner?.name ?? null, due, gapStandingTitle(standing)];
    return [...given, closed?.at ?? null, closed?.reason ?? null];
  });
  return { header: header, rows: rows };
}
