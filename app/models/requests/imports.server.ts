/** A list of requests that someone brings: read whole and shown with its faults before anything is kept. */
import { decodeText } from "#app/models/evidence/text/decode-text.ts";
import { Unreadable } from "#app/models/evidence/text/extraction.ts";
import { londonClock } from "#app/models/fieldwork/london-time.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { listLines } from "#app/models/inspections/lines.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid } from "#app/platform/failure.ts";
import type { Arrival } from "#app/platform/storage.ts";

import { addRequests } from "./drafts.server.ts";
import { sameWords } from "./likeness.ts";
import { requestRef } from "./request.ts";
import { readRequestList, type RequestList, whyNotImport } from "./request-list.ts";
import { listAnswerers, listRequests } from "./requests.server.ts";

/** Bytes of a list: less than a field of a form holds. */
const LIST_LIMIT = 200_000;

/** The text of a list that was sent, in whatever encoding it was saved. Throws `Invalid` where it is no text. */
export async function listText(name: string, arrival: Arrival): Promise<string> {
  if (arrival.size > LIST_LIMIT) {
    throw new Invalid({ file: `A list must be smaller than ${LIST_LIMIT / 1000}KB. Split it in two.` });
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of arrival.open()) chunks.push(chunk);
  try {
    const text = decodeText(Buffer.concat(chunks));
    if (!text.includes("\0")) return text;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  throw new Invalid({ file: `“${name}” is not a CSV file. In your spreadsheet choose “Save as”, then CSV.` });
}

/** Reads a list against what the inspection holds; nothing is written. Throws `Invalid` where it cannot be read at all. */
export async function planRequests(desk: Desk, of: Inspection, text: string): Promise<RequestList> {
  demand(of, "request.write");
  const requests = await listRequests(desk, of);
  const read = readRequestList(text, {
    lines: new Set((await listLines(desk, of)).map(({ ref }) => ref)),
    people: await listAnswerers(desk, of),
    requests: new Map(
      requests
        .filter(({ state }) => state !== "withdrawn")
        .map((one) => [sameWords(one.text), one.number === null ? "A draft" : requestRef(one.number)]),
    ),
    today: londonClock(desk.now()).day,
  });
  if (typeof read === "string") throw new Invalid({ file: read });
  return read;
}

/** Makes the chosen rows: drafts, or sent at once where they have a day. Rows with faults are never made. */
export async function importRequests(
  desk: Desk,
  of: Inspection,
  text: string,
  { rows: chosen, send }: { rows: readonly number[]; send: boolean },
): Promise<{ drafted: number; sent: number }> {
  const list = await planRequests(desk, of, text);
  const why = whyNotImport(list, chosen);
  if (why) throw new Invalid({ rows: why });
  const lines = new Map((await listLines(desk, of)).map(({ ref, id }) => [ref, id]));
  const made = list.rows
    .filter(({ number }) => chosen.includes(number))
    .flatMap(({ draft, lines: refs }) =>
      draft ? [{ draft, lines: refs.flatMap((ref) => lines.get(ref) ?? []) }] : [],
    );
  return addRequests(desk, of, made, send);
}
