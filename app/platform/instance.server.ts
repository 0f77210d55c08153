/** `instance.json` says what a data folder is, so that it is never mistaken for an empty one. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const instance = z.object({ product: z.literal("throughline"), demo: z.boolean(), madeAt: z.string() });

export type Instance = z.infer<typeof instance>;

const fileIn = (folder: string) => join(folder, "instance.json");

/** What this folder is; a folder that was never used is no demo. Throws where the file cannot be read. */
export async function readInstance(folder: string): Promise<Instance | { demo: false; madeAt: null }> {
  const text = await readFile(fileIn(folder), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return { demo: false, madeAt: null };
  const read = instance.safeParse(JSON.parse(text));
  if (!read.success) throw new Error(`${fileIn(folder)} is not a file of this product. Check DATA_DIR.`);
  return read.data;
}

/** Marks the folder as used, at this moment. */
export const writeInstance = (folder: string, what: { demo: boolean; at: Date }): Promise<void> =>
  writeFile(
    fileIn(folder),
    `${JSON.stringify({ product: "throughline", demo: what.demo, madeAt: what.at.toISOString() }, null, 2)}\n`,
  );
