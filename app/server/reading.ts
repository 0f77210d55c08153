/** Reads the text of files that have arrived, one after another, each in a process of its own. */
import { deskFor, type Services } from "#app/desk.server.ts";
import { keepText, nextUnread, type UnreadFile } from "#app/models/evidence/text/texts.server.ts";
import { blobPath } from "#app/platform/disk.server.ts";
import { extract } from "#app/platform/extraction.server.ts";

/** Reads one file and keeps what was read; a file that cannot be read is kept as such, and not tried again. */
export async function readText(services: Services, file: UnreadFile): Promise<void> {
  const { sha256, mediaType, name } = file;
  const extraction = await extract(blobPath(services.settings.DATA_DIR, sha256), mediaType, name);
  await keepText(deskFor(services, null), file, extraction);
}

/** Reads until nothing waits, or until it is to stop. */
export async function readTexts(services: Services, stopping: () => boolean = () => false): Promise<void> {
  const desk = deskFor(services, null);
  for (let file = await nextUnread(desk); file && !stopping(); file = await nextUnread(desk)) {
    await readText(services, file);
  }
}
