/** A library to look things up in: evidence whose text has been read. */
import { readFile } from "node:fs/promises";

import { deskFor, type Services } from "#app/desk.server.ts";
import { addEvidence, type EvidenceDraft } from "#app/models/evidence/arrivals.server.ts";
import type { ReadableType } from "#app/models/evidence/text/readable-type.ts";
import { readBytes } from "#app/models/evidence/text/readers.server.ts";
import { keepText, nextUnread } from "#app/models/evidence/text/texts.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { blobPath } from "#app/platform/disk.server.ts";

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

/** Reads all files that wait, where no background job does. */
export async function readAll(services: Services): Promise<void> {
  const product = deskFor(services, null);
  for (let file = await nextUnread(product); file; file = await nextUnread(product)) {
    const bytes = await readFile(blobPath(services.settings.DATA_DIR, file.sha256));
    await keepText(product, file, await readBytes(new Uint8Array(bytes), file.mediaType as ReadableType));
  }
}
