/** Which lines wait for the council: they have a request that it has not answered. */
import { and, count, eq, inArray } from "drizzle-orm";

import { request, requestLine } from "#db/schema/requests.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

/** How many requests are with the council, by the id of the line. Lines without one are not there. One query. */
export const countOpenByLine = (desk: Pick<Desk, "read">, of: Inspection): Promise<Map<string, number>> =>
  countOpenInLines(desk, [of]);

/** The same for the lines of several inspections, in one query. */
export async function countOpenInLines(
  desk: Pick<Desk, "read">,
  all: readonly Inspection[],
): Promise<Map<string, number>> {
  for (const of of all) demand(of, "request.see");
  const ids = all.map(({ id }) => id);
  const rows = await desk.read
    .select({ line: requestLine.line, open: count() })
    .from(requestLine)
    .innerJoin(request, eq(request.id, requestLine.request))
    .where(and(inArray(request.inspection, ids), inArray(request.state, ["sent", "returned"])))
    .groupBy(requestLine.line);
  return new Map(rows.map(({ line, open }) => [line, open]));
}
