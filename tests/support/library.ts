/** A library to look things up in: evidence whose text has been read. */
import { addEvidence, type EvidenceDraft } from "#app/models/evidence/arrivals.server.ts";
import { keepText, nextUnread } from "#app/models/evidence/text/texts.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { inspectionOf, type World } from "./fresh.ts";

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

/** Sends a file of this title that says `text`, which is read as the background job would. Returns the evidence's id. */
export async function send(
  world: World,
  desk: Desk,
  title: string,
  { text = title, ...draft }: Partial<EvidenceDraft> & { text?: string } = {},
): Promise<string> {
  const arrival = await desk.storage.receive(bytesOf(text), Infinity);
  const details = { kind: "document", voice: null, asAt: null, ...draft, title } as const;
  const id = await addEvidence(desk, await inspectionOf(desk), details, { name: "file.txt", arrival });
  const product = world.desk(null);
  for (let file = await nextUnread(product); file; file = await nextUnread(product)) {
    const unit = { kind: "page", label: "page 1", text, hidden: false } as const;
    await keepText(product, file, { status: "ok", units: [unit], warnings: [] });
  }
  return id;
}
