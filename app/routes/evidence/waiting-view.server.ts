/** Files that a person has uploaded and not added yet, as pages show them. */
import { randomUUID } from "node:crypto";

import { arrive, listWaiting } from "#app/models/evidence/waiting.server.ts";
import { lineChoices } from "#app/models/frameworks/line-choice.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import { sideOfPart } from "#app/models/inspections/part.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Busy, Invalid } from "#app/platform/failure.ts";
import type { Arrival } from "#app/platform/storage.ts";
import { shortDate, timeOf } from "#app/ui/dates.ts";

/** The council says of each upload whether it names people who use services; inspectors tick what does. */
export const asksRestricted = (of: Inspection): boolean => sideOfPart(of.part) === "council";

const UNSAID = "Choose whether any of these files name people who use services";

/** A message where the question has to be answered and was not. */
export const mustSayRestricted = (of: Inspection, answer: string): { restricted: string } | null =>
  asksRestricted(of) && answer !== "yes" && answer !== "no" ? { restricted: UNSAID } : null;

export async function loadWaiting(desk: Desk, of: Inspection) {
  const files = await listWaiting(desk, of);
  return {
    code: of.code,
    lines: lineChoices(of.framework),
    asksRestricted: asksRestricted(of),
    waiting: files.map(({ id, name, size, arrivedAt, known }) => ({
      id,
      name,
      size,
      came: `Uploaded ${shortDate(arrivedAt)}, ${timeOf(arrivedAt)}`,
      known: known?.ref ?? null,
    })),
  };
}

/** What `work` makes of the form; where it says no, the files wait, so that they need not be sent again. */
export async function orKept<T>(
  desk: Desk,
  of: Inspection,
  files: { name: string; arrival: Arrival }[],
  work: () => T,
): Promise<T> {
  try {
    return work();
  } catch (error) {
    for (const { name, arrival } of files) {
      await arrive(desk, of, { id: randomUUID(), name, arrival }).catch((why: unknown) => {
        // One that cannot be taken is told when it is chosen again.
        if (!(why instanceof Invalid || why instanceof Busy)) throw why;
      });
    }
    throw error;
  }
}
