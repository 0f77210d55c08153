/** Reads a file that someone sends in the same bounded process as the text of evidence: whatever it does, this never throws. */
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { z } from "zod";

import { type Ending, runBounded } from "./bounded.server.ts";
import { confinement } from "./confinement.server.ts";

type Reading<T> = {
  /** What the process is asked for, as its argument: "--deck". */
  asks: string;
  /** What it answers when it can. */
  answer: z.ZodType<T>;
  /** Of the processor. */
  seconds: number;
  /** Milliseconds of the clock. */
  deadline: number;
  /** In whole sentences, why there is no answer. */
  endings: Record<Ending["why"], string>;
};

const refusal = z.strictObject({ why: z.string().max(500) });

/** What was read, or in a whole sentence why it was not. */
export async function readBounded<T>(
  bytes: AsyncIterable<Uint8Array>,
  { asks, answer, seconds, deadline, endings }: Reading<T>,
): Promise<T | { why: string }> {
  const folder = await mkdtemp(join(tmpdir(), "throughline-"));
  try {
    const path = join(folder, "file");
    await writeFile(path, bytes);
    const file = await open(path, "r");
    try {
      const { command, words } = await confinement(seconds);
      const ending = await runBounded(command, [...words, asks], file.fd, deadline);
      const read = ending.why === "ended" ? z.union([answer, refusal]).safeParse(parsed(ending.output)) : null;
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
