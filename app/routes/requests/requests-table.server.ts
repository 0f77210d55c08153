/** The requests as a file: those that the reader may see. */
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { londonClock } from "#app/models/fieldwork/london-time.ts";
import { requestRef } from "#app/models/requests/request.ts";
import { listRequests } from "#app/models/requests/requests.server.ts";
import { type Table } from "#app/platform/csv.ts";
import type { Desk } from "#app/platform/desk.ts";

import { tagOf } from "./tag.tsx";

const header = [
  "Number",
  "Title",
  "Request",
  "Lines",
  "Due",
  "State",
  "Who answers",
  "Asked by",
  "Sent (UTC)",
  "Reason",
];

export async function requestsTable(desk: Desk, inspection: Inspection): Promise<Table> {
  demand(inspection, "request.see");
  const today = londonClock(desk.now()).day;
  const rows = (await listRequests(desk, inspection)).map((one) => [
    one.number === null ? null : requestRef(one.number),
    one.title,
    one.text,
    one.lines.map(({ ref }) => ref).join("; "),
    one.due,
    tagOf(one, today).words,
    one.person?.name ?? one.team,
    one.askedBy,
    one.sentAt,
    one.reason,
  ]);
  return { header: header, rows: rows };
}
