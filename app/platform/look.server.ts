/** Reads the look of an office file in the same bounded process as the text of evidence: whatever the file does, this never throws. */
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { z } from "zod";

import { templateLook, type TemplateLook } from "#app/models/briefing/template.ts";

import { type Ending, runBounded } from "./bounded.server.ts";
import { confinement } from "./confinement.server.ts";

const answer = z.union([z.strictObject({ look: templateLook }), z.strictObject({ why: z.string().max(500) })]);

/** Seconds of the processor, milliseconds of the clock: a file of this kind takes a tenth of one. */
const limits = { seconds: 15, deadline: 20_000 };

const endings = {
  ended: "It is damaged, or not built as a PowerPoint file should be.",
  memory: "Reading it took more memory than it may have, so it was stopped.",
  output: "It holds more pictures than can be kept.",
  time: "Reading it took more time than it may have, so it was stopped.",
} satisfies Record<Ending["why"], string>;

/** The look, or in a whole sentence why there is none. */
export async function readLook(bytes: AsyncIterable<Uint8Array>): Promise<{ look: TemplateLook } | { why: string }> {
  const folder = await mkdtemp(join(tmpdir(), "look-"));
  try {
    const path = join(folder, "file");
    await writeFile(path, bytes);
    const file = await open(path, "r");
    try {
      const { command, words } = await confinement(limits.seconds);
      const ending = await runBounded(command, [...words, "--look"], file.fd, limits.deadline);
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
