/** Reads the text of files that have arrived, one after another, each in a process of its own. */
import { deskFor, type Services } from "#app/desk.server.ts";
import type { Extraction } from "#app/models/evidence/text/extraction.ts";
import { isRecognisable } from "#app/models/evidence/text/readable-type.ts";
import { keepText, nextUnread, type UnreadFile } from "#app/models/evidence/text/texts.server.ts";
import { relocateCitations } from "#app/models/findings/relocations.server.ts";
import { blobPath } from "#app/platform/disk.server.ts";
import { extract, missingForRecognition, recognise } from "#app/platform/extraction.server.ts";

/** Why words in pictures will not be recognised though they should be, for whoever runs the server; else null. */
export function recognitionProblem({ OCR }: Services["settings"]): string | null {
  const missing = OCR === "on" ? missingForRecognition() : [];
  if (!missing.length) return null;
  return `OCR is on, but words in pictures are not recognised: ${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} not installed. Run \`npm ci\` with optional packages.`;
}

/** What could not be read just now is tried once more, and then no more until someone asks. */
async function twice(work: () => Promise<Extraction>): Promise<Extraction> {
  const first = await work();
  return first.status === "timeout" ? work() : first;
}

/** What a machine makes of a file: its text, else, where that is wanted, the words in its pictures. */
async function readFile({ settings }: Services, { sha256, mediaType, name }: UnreadFile) {
  const path = blobPath(settings.DATA_DIR, sha256);
  const read = await twice(() => extract(path, mediaType, name));
  if (settings.OCR === "off" || read.status !== "no-text" || !isRecognisable(mediaType)) return { read };
  const words = await twice(() => recognise(path, mediaType, name));
  return { read: { ...words, warnings: [...read.warnings, ...words.warnings] }, origin: "recognised" as const };
}

/** Reads one file and keeps what was read; a file that cannot be read is kept as such. */
export async function readText(services: Services, file: UnreadFile): Promise<void> {
  const { read, origin } = await readFile(services, file);
  const desk = deskFor(services, null);
  await keepText(desk, file, read, origin);
  await relocateCitations(desk, file);
}

/** Reads until nothing waits, or until it is to stop. Returns how many files that were. */
export async function readTexts(services: Services, stopping: () => boolean = () => false): Promise<number> {
  const desk = deskFor(services, null);
  let many = 0;
  for (let file = await nextUnread(desk); file && !stopping(); file = await nextUnread(desk)) {
    await readText(services, file);
    many++;
  }
  return many;
}
