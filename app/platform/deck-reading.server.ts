/** Reads a deck of others in the same bounded process as the text of evidence: whatever the file does, this never throws. */
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { z } from "zod";

import { type Source, source } from "#app/models/briefing/read/source.ts";

import { type Ending, runBounded } from "./bounded.server.ts";
import { confinement } from "./confinement.server.ts";

const answer = z.union([z.strictObject({ source }), z.strictObject({ why: z.string().max(500) })]);

/** Seconds of the processor, milliseconds of the clock: a deck of a hundred slides takes a second of either. */
const limits = { seconds: 8, deadline: 9_500 };

const endings = {
  ended: "It is damaged, or not built as a presentation should be.",
  memory: "Reading it took more memory than it may have, so it was stopped.",
  output: "It holds more text than can be kept.",
  time: "Reading it took more time than it may have, so it was stopped.",
} satisfies Record<Ending["why"], string>;

/** The deck, or in a whole sentence why there is none. */
export async function readDeckFile(bytes: AsyncIterable<Uint8Array>): Promise<{ source: Source } | { why: string }> {
  const folder = await mkdtemp(join(tmpdir(), "deck-"));
  try {
    const path = join(folder, "file");
    await writeFile(path, bytes);
    const file = await open(path, "r");
    try {
      const { command, words } = await confinement(limits.seconds);
      const ending = await runBounded(command, [...words, "--deck"], file.fd, limits.deadline);
      const read = ending.why === "ended" ? answer.safeParse(parsed(ending.output)) : null;
      return read?.success ? read.data : { why: endings[ending.why] };
    } finally {
      await file.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function parsed(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return null;
  }
}
