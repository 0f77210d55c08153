/** Who plays what in a mock inspection. */
import type { Part } from "#app/models/inspections/part.ts";

/** The parts of a rehearsal. Whoever starts it takes part in any case. */
export const rehearsalParts = [
  "lead",
  "inspector",
  "reviewer",
  "officer",
  "manager",
] as const satisfies readonly Part[];
type RehearsalPart = (typeof rehearsalParts)[number];

/** By the id of a person of the council: the part that they play; those who play none are not there. */
export type Cast = Record<string, RehearsalPart>;
