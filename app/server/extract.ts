/**
 * The program that reads one file, in a process of its own that may be killed at any moment: the file on standard input,
 * its media type as the only argument, the extraction as JSON on standard output. Line feeds before it say that the
 * reading gets on. `--recognise` before the media type recognises words in pictures; `--look` reads how a presentation
 * looks, `--deck` what it says; `--check` loads all that reading needs and says so.
 */
import { fstatSync, readFileSync, writeSync } from "node:fs";
import { setPriority } from "node:os";

import { readDeckBytes } from "#app/models/briefing/read/deck-bytes.server.ts";
import { lookInBytes } from "#app/models/briefing/template-file.server.ts";
import { unread } from "#app/models/evidence/text/extraction.ts";
import { preparePdf } from "#app/models/evidence/text/read-pdf.server.ts";
import { readBytes } from "#app/models/evidence/text/readers.server.ts";
import { recogniseBytes } from "#app/models/evidence/text/recognising.server.ts";

const INPUT = 0;
const OUTPUT = 1;
const LARGEST = 256 * 1024 * 1024;
/** Milliseconds between two signs of life. */
const BEAT = 250;

/** No code but JavaScript: a parser that can be made to load native code is a way out. */
process.dlopen = () => {
  throw new Error("Native code is not loaded here.");
};
setPriority(10);

function write(text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) at += writeSync(OUTPUT, bytes, at);
}

let last = 0;
function beat(): void {
  const now = Date.now();
  if (now - last < BEAT) return;
  last = now;
  write("\n");
}

async function run(what: string, type: string): Promise<void> {
  if (what === "--check") {
    await preparePdf();
    return write("ready");
  }
  if (fstatSync(INPUT).size > LARGEST) return write(JSON.stringify(unread("too-large", "It is larger than 256 MB.")));
  beat();
  const bytes = readFileSync(INPUT);
  if (what === "--look") return write(JSON.stringify(lookInBytes(bytes)));
  if (what === "--deck") return write(JSON.stringify(readDeckBytes(bytes, beat)));
  const recognises = what === "--recognise";
  write(JSON.stringify(await (recognises ? recogniseBytes(bytes, type, beat) : readBytes(bytes, what, beat))));
}

await run(process.argv[2] ?? "", process.argv[3] ?? "");
// What pdf.js may still have open is of no use any more.
process.exit(0);
