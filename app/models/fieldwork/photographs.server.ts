/** Photographs that are taken at a visit: evidence at once, named by the visit. */
import { addEvidence } from "#app/models/evidence/arrivals.server.ts";
import type { NamedArrival } from "#app/models/evidence/admission.server.ts";
import { checkDetails } from "#app/models/evidence/details.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid } from "#app/platform/failure.ts";

import { londonClock } from "./london-time.ts";
import { findVisit } from "./visits.server.ts";

/** `shows`: what matters in it, in words. `restricted`: people who use services could be recognised. */
export type TypedPhotograph = { shows: string; restricted: boolean };

/** Adds a photograph to the evidence. Throws `Invalid` with a message for each field. Returns the evidence's id. */
export async function addPhotograph(
  desk: Desk,
  of: Inspection,
  visitId: string,
  { shows, restricted }: TypedPhotograph,
  file: NamedArrival | null,
): Promise<string> {
  demand(of, "visit.write");
  const visit = await findVisit(desk, of, visitId);
  const { day } = londonClock(desk.now());
  const errors: Record<string, string> = {};
  if (!file) errors.file = "Take or choose a photograph";
  else if (file.arrival.size === 0) errors.file = "The photograph is empty. Take it again";
  if (!shows.trim()) errors.shows = "Enter what the photograph shows";
  if (!file || Object.keys(errors).length) throw new Invalid(errors);
  const details = checkDetails(
    {
      title: `Photograph: ${shows.replace(/\s+/g, " ").trim()}`.slice(0, 120).trimEnd(),
      kind: "photograph",
      voice: "observation",
      asAt: day,
      sensitivity: restricted ? "restricted" : "internal",
      own: { shows, where: visit.place ?? "", when: day },
    },
    { titled: true },
  );
  return addEvidence(desk, of, details, file);
}
