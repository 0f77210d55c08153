/** Evidence that comes without a file: words that are typed here, a link, or the name of what is still to come. */
import { randomUUID } from "node:crypto";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";

import { addEvidence, insertEvidence } from "./arrivals.server.ts";
import type { Details } from "./details.ts";
import { cleanFileName } from "./file-kind.ts";
import { kinds } from "./kinds/kinds.ts";
import { cleanText } from "./text/clean-text.ts";

/** The longest note, in characters: what a form can hold. */
export const NOTE_LENGTH = 100_000;

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/**
 * Adds evidence whose words are typed. They become a text file of their own, so that they are hashed, searched and cited
 * as those of any file. Throws `Invalid` where there are none. Returns the evidence’s id.
 */
export async function addNote(desk: Desk, of: Inspection, draft: Details, typed: string): Promise<string> {
  demand(of, "evidence.add");
  if (kinds[draft.kind].file !== "typed") throw new NotFound();
  const text = cleanText(typed);
  if (!text.trim()) throw new Invalid({ text: "Type the words of the note" });
  if (typed.length > NOTE_LENGTH) {
    const most = NOTE_LENGTH.toLocaleString("en-GB");
    throw new Invalid({ text: `The note must be ${most} characters or fewer. Put a longer one into a file.` });
  }
  const arrival = await desk.storage.receive(bytesOf(`${text}\n`), Infinity);
  try {
    return await addEvidence(desk, of, draft, { name: cleanFileName(`${draft.title}.txt`), arrival });
  } finally {
    await arrival.drop();
  }
}

/**
 * Adds evidence that has no file: a link, which is whole as it is, or the name of what is still to come, which stands as
 * “Needs file” until a file of it is sent. Returns the evidence’s id.
 */
export async function addAwaited(desk: Desk, of: Inspection, draft: Details): Promise<string> {
  demand(of, "evidence.add");
  const id = randomUUID();
  const event = { action: "evidence.add", subject: `evidence:${id}`, inspection: of.id };
  await desk.change(event, async (db, keep) => {
    await insertEvidence(db, desk, of, id, draft);
    keep(null, { title: draft.title, ...draft.fields });
  });
  return id;
}
