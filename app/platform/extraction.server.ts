/**
 * Reads the text of a file in a process of its own, bounded in memory, time, output and reach. Whatever the file does to
 * that process, the answer is an extraction: this never throws.
 */
import { constants, type FileHandle, open } from "node:fs/promises";

import { extraction } from "#app/models/evidence/text/extraction-schema.ts";
import { type Extraction, unread } from "#app/models/evidence/text/extraction.ts";
import { isPicture, isReadable } from "#app/models/evidence/text/readable-type.ts";

import { runBounded, type Ending } from "./bounded.server.ts";
import { type Confinement, confinement } from "./confinement.server.ts";

/** What became of a file's bytes when a machine read them. `name` is for the reader only. */
export type Extract = (path: string, mediaType: string, name: string) => Promise<Extraction>;

let queue: Promise<unknown> = Promise.resolve();

/** One file at a time, in the order in which they were asked for. */
export const extract: Extract = (path, mediaType, name) => {
  if (isPicture(mediaType)) return Promise.resolve(unread("no-text"));
  if (!isReadable(mediaType)) return Promise.resolve(unread("unsupported"));
  const turn = queue.then(() => extractNow(path, mediaType, name));
  queue = turn;
  return turn;
};

async function extractNow(path: string, mediaType: string, name: string): Promise<Extraction> {
  let file: FileHandle | null = null;
  try {
    const confined = await confinement();
    file = await open(path, constants.O_RDONLY);
    return await read(file.fd, mediaType, confined);
  } catch {
    return unread("timeout", `The text of “${name}” could not be read just now.`);
  } finally {
    await file?.close().catch(() => undefined);
  }
}

async function read(input: number, mediaType: string, { command, words }: Confinement): Promise<Extraction> {
  const ending = await runBounded(command, [...words, mediaType], input);
  if (ending.why === "ended") {
    const read = extraction.safeParse(parsed(ending.output));
    if (read.success) return read.data;
  }
  return endings[ending.why];
}

function parsed(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return null;
  }
}

const endings = {
  ended: unread("corrupt", "The program that reads text stopped at this file."),
  memory: unread("too-large", "Reading it took more memory than it may have, so it was stopped."),
  output: unread("too-large", "It holds more text than can be kept."),
  time: unread("timeout", "Reading it took more time than it may have, so it was stopped."),
} satisfies Record<Ending["why"], Extraction>;
