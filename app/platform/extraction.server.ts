/**
 * Reads the text of a file in a process of its own, bounded in memory, time, output and reach. Whatever the file does to
 * that process, the answer is an extraction: this never throws.
 */
import { constants, type FileHandle, open } from "node:fs/promises";
import { createRequire } from "node:module";

import { extraction } from "#app/models/evidence/text/extraction-schema.ts";
import { type Extraction, unread } from "#app/models/evidence/text/extraction.ts";
import { isPicture, isReadable, isRecognisable } from "#app/models/evidence/text/readable-type.ts";

import { runBounded, type Ending } from "./bounded.server.ts";
import { confinement } from "./confinement.server.ts";

/** What became of a file's bytes when a machine read them. `name` is for the reader only. */
export type Extract = (path: string, mediaType: string, name: string) => Promise<Extraction>;

/** What to run, and how long it may take: seconds of the processor, milliseconds of the clock. */
type Work = { words: string[]; seconds?: number; deadline?: number };

let queue: Promise<unknown> = Promise.resolve();

/** One file at a time, in the order in which they were asked for. */
function inTurn(path: string, name: string, work: Work): Promise<Extraction> {
  const turn = queue.then(() => extractNow(path, name, work));
  queue = turn;
  return turn;
}

export const extract: Extract = (path, mediaType, name) => {
  if (isPicture(mediaType)) return Promise.resolve(unread("no-text"));
  if (!isReadable(mediaType)) return Promise.resolve(unread("unsupported"));
  return inTurn(path, name, { words: [mediaType] });
};

/** Twenty pages at some seconds each. */
const LONG = { seconds: 150, deadline: 240_000 };

const packages = ["tesseract.js", "@tesseract.js-data/eng"];

/** Which of the packages that recognise words in pictures are not installed. */
export function missingForRecognition(): string[] {
  const require = createRequire(import.meta.url);
  return packages.filter((name) => {
    try {
      return !require.resolve(`${name}/package.json`);
    } catch {
      return true;
    }
  });
}

/** Recognises words in a picture, or in a PDF of pictures: takes seconds a page. */
export const recognise: Extract = (path, mediaType, name) => {
  if (!isRecognisable(mediaType)) return Promise.resolve(unread("no-text"));
  if (missingForRecognition().length) {
    return Promise.resolve(
      unread("no-text", "Words in pictures are not recognised here: the packages for it are missing."),
    );
  }
  return inTurn(path, name, { words: ["--recognise", mediaType], ...LONG });
};

async function extractNow(path: string, name: string, work: Work): Promise<Extraction> {
  let file: FileHandle | null = null;
  try {
    file = await open(path, constants.O_RDONLY);
    return await read(file.fd, work);
  } catch {
    return unread("timeout", `The text of “${name}” could not be read just now.`);
  } finally {
    await file?.close().catch(() => undefined);
  }
}

async function read(input: number, { words: asked, seconds, deadline }: Work): Promise<Extraction> {
  const { command, words } = await confinement(seconds);
  const ending = await runBounded(command, [...words, ...asked], input, deadline);
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
  ended: unread("timeout", "The program that reads text stopped at this file."),
  memory: unread("too-large", "Reading it took more memory than it may have, so it was stopped."),
  output: unread("too-large", "It holds more text than can be kept."),
  time: unread("timeout", "Reading it took more time than it may have, so it was stopped."),
} satisfies Record<Ending["why"], Extraction>;
