/** The interviewees as a file: those that the address asks for. */
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { intervieweeStateTitle } from "#app/models/readiness/interviewee.ts";
import { listInterviewees } from "#app/models/readiness/interviewees.server.ts";
import { type Asked, type Table } from "#app/platform/csv.ts";
import type { Desk } from "#app/platform/desk.ts";

import { intervieweeShows, shownBy } from "./shows.ts";

const header = ["Who", "Meeting", "Begins (UTC)", "Standing", "Briefed on", "Debriefed on", "Note"];

export async function intervieweesTable(desk: Desk, inspection: Inspection, asked: Asked): Promise<Table> {
  demand(inspection, "assessment.see");
  const show = shownBy(intervieweeShows, asked);
  const people = (await listInterviewees(desk, inspection)).filter((one) => show.is(one));
  const rows = people.map(({ who, visit, state, briefedOn, debriefedOn, note }) => {
    return [
      who,
      visit?.title ?? null,
      visit?.startsAt ?? null,
      intervieweeStateTitle(state),
      briefedOn,
      debriefedOn,
      note,
    ];
  });
  return { header: header, rows: rows };
}
