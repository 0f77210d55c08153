/** The activity page as a file: all of it that the reader may know of. That it was taken is on record. */
import { reading } from "#app/desk.server.ts";
import { readActivityQuery } from "#app/models/audit/activity-query.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { activityHeader, exportActivity, recordActivityExport } from "#app/models/readiness/activity.server.ts";
import { csvAnswer } from "#app/platform/csv.ts";

export const loader = reading(async ({ desk, params, url, request }) => {
  const inspection = await findInspection(desk, params.code ?? "", "activity.see");
  const rows = exportActivity(desk, inspection, readActivityQuery(url.searchParams));
  const answer = csvAnswer(`${inspection.code}-activity.csv`, activityHeader(inspection), rows);
  if (request.method !== "HEAD") await recordActivityExport(desk, inspection);
  return answer;
});
