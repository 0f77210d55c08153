/** Sweeps up uploads that nobody came back for: apart from what takes them, which the sweep does without. */
import { readdir, stat, unlink } from "node:fs/promises";
import { join } from "node:path";

import { ignoreMissing, makeFolder } from "./disk.server.ts";

const HOUR = 3_600_000;
/** How long an upload may take with all its interruptions, in milliseconds. */
const LASTS = 7 * 24 * HOUR;

/** Where the uploads of all people stand, each person's in a folder of their own. */
export const folderIn = (root: string): string => join(root, "uploads");

/** Takes away uploads that were begun too long ago, and halves of such. Returns how many files that were. */
export async function sweepUploads(root: string): Promise<number> {
  await makeFolder(folderIn(root));
  let swept = 0;
  for (const owner of await readdir(folderIn(root), { withFileTypes: true })) {
    if (!owner.isDirectory()) continue;
    const folder = join(folderIn(root), owner.name);
    const names = new Set(await readdir(folder));
    for (const name of names) {
      const twin = name.endsWith(".json") ? name.slice(0, -".json".length) : `${name}.json`;
      // The note beside the bytes is written once, when the upload begins.
      const told = await stat(join(folder, name.endsWith(".json") ? name : twin)).catch(ignoreMissing);
      const found = told ?? (await stat(join(folder, name)).catch(ignoreMissing));
      const most = names.has(twin) ? LASTS : HOUR;
      if (!found || Date.now() - found.mtimeMs <= most) continue;
      await unlink(join(folder, name)).catch(ignoreMissing);
      swept++;
    }
  }
  return swept;
}
