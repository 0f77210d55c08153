/** The folder of the data, before anything is opened in it: refused, in words, rather than made worse. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";

import { lockFolder } from "#app/desk.server.ts";
import { makeFolder } from "#app/platform/disk.server.ts";
import { Refused } from "#app/platform/failure.ts";
import { readInstance, writeInstance } from "#app/platform/instance.server.ts";

/** Takes the folder for this server alone. Throws `Refused` where another has it, or nothing can be written there. */
export async function takeFolder(folder: string): Promise<{ release(): void }> {
  try {
    await makeFolder(folder);
    const lock = lockFolder(folder);
    if (lock) return lock;
  } catch (error) {
    const { code = "an error" } = error as NodeJS.ErrnoException;
    throw new Refused(
      `Nothing can be written to ${folder} (${code}). Let the user that runs this program own the folder, or choose another with DATA_DIR.`,
    );
  }
  throw new Refused(`Another server works with ${folder}. Stop it first, or choose another folder with DATA_DIR.`);
}

/** Refuses a folder that was in use and whose database is gone: an empty one must not take its place. */
export async function refuseLost(folder: string): Promise<void> {
  const { madeAt } = await readInstance(folder);
  const file = join(folder, "throughline.db");
  const there = existsSync(file) && statSync(file).size > 0;
  if (madeAt !== null && !there) {
    throw new Refused(
      `${folder} was in use since ${madeAt.slice(0, 10)}, and its database is not there. Nothing was made in its place. Restore a backup into an empty folder: npm run cli -- restore BACKUP FOLDER`,
    );
  }
}

/** Marks a folder that holds real data, once. */
export async function markUsed(folder: string, at: Date): Promise<void> {
  if ((await readInstance(folder)).madeAt === null) await writeInstance(folder, { demo: false, at });
}
