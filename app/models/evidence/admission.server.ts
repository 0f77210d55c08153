/** Whether a file that has arrived is let in: by its name, by what it holds, and by what the virus scanner makes of it. */
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Busy, Invalid } from "#app/platform/failure.ts";
import type { Arrival } from "#app/platform/storage.ts";

import { checkFile } from "./check/check-file.server.ts";
import { cleanFileName } from "./file-kind.ts";

/** A file that has arrived whole, under the name that it was sent by. */
export type NamedArrival = {
  name: string;
  arrival: Arrival;
  /** Of one that was let in before and waits to be added: what was found then. */
  waiting?: { id: string; mediaType: string; scannedAt: string | null };
};

/** A file that may be kept. */
export type Admitted = {
  name: string;
  arrival: Arrival;
  mediaType: string;
  scannedAt: string | null;
  /** What whoever sent it should know, as whole sentences; null where all is well. */
  note: string | null;
  /** The id under which it waited. */
  waited: string | null;
};

/**
 * Lets a file in, or throws: `Invalid` where it cannot be taken, `Busy` where the virus scanner does not answer. Keeps
 * nothing and drops nothing. A virus is put on record, by the hash of what holds it.
 */
export async function admit(
  desk: Desk,
  of: Inspection,
  { name: given, arrival, waiting }: NamedArrival,
): Promise<Admitted> {
  const name = cleanFileName(given);
  if (waiting) {
    const { id, mediaType, scannedAt } = waiting;
    return { name, arrival, mediaType, scannedAt, note: null, waited: id };
  }
  const checked = await checkFile(name, arrival);
  if ("why" in checked) throw new Invalid({ file: checked.why });
  return { name, arrival, ...checked, scannedAt: await scan(desk, of, name, arrival), waited: null };
}

async function scan(desk: Desk, of: Inspection, name: string, arrival: Arrival): Promise<string | null> {
  if (!desk.scanner || arrival.size === 0) return null;
  const verdict = await desk.scanner.scan(arrival.open());
  if (verdict === "clean") return desk.now().toISOString();
  if (verdict === "too-large") {
    throw new Invalid({
      file: `“${name}” is too large for the virus check. Send it in smaller parts, or tell the administrator.`,
    });
  }
  if (verdict === "unknown") {
    throw new Busy(`“${name}” could not be checked for viruses just now. Try again in a few minutes.`);
  }
  const { sha256, size } = arrival;
  const event = {
    action: "evidence.infected",
    subject: `inspection:${of.id}`,
    inspection: of.id,
    detail: { sha256, size },
  };
  await desk.change(event, async () => {});
  throw new Invalid({ file: `“${name}” was stopped by the virus check. Check the computer that it comes from.` });
}
