/** An empty list of requests, to fill in with a spreadsheet. */
import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { listColumns, listColumnTitle } from "#app/models/requests/request-list.ts";
import { csvAnswer } from "#app/platform/csv.ts";

export const loader = reading(async ({ desk, params }) => {
  await findInspection(desk, params.code ?? "", "request.write");
  return csvAnswer("requests.csv", listColumns.map(listColumnTitle), []);
});
