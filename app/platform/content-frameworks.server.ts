/** Reads the frameworks of the content folder, with every fault in them. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { voices } from "#app/models/evidence/evidence.ts";
import { checkCrosswalk, type CrosswalkFile } from "#app/models/frameworks/crosswalk.ts";
import type { Fault } from "#app/models/frameworks/fault.ts";
import type { Framework } from "#app/models/frameworks/framework.ts";
import { readFramework } from "#app/models/frameworks/read-framework.ts";
import { stages } from "#app/models/inspections/stage.ts";

/** The names in a folder, in order; none where there is no such folder. */
export async function listFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return entries.sort();
}

/** Every framework under `folder`, read and checked; one that has faults of its own is left out. */
export async function readFrameworks(folder: string): Promise<{ frameworks: Framework[]; faults: Fault[] }> {
  const frameworks: Framework[] = [];
  const faults: Fault[] = [];
  const walked: CrosswalkFile[] = [];
  for (const slug of await listFolder(join(folder, "frameworks"))) {
    const found = await readFrameworkFolder(join(folder, "frameworks", slug), slug);
    faults.push(...found.faults);
    if (found.framework) frameworks.push(found.framework);
    walked.push(...found.crosswalks);
  }
  for (const each of walked) faults.push(...checkCrosswalk(each, frameworks));
  return { frameworks, faults };
}

async function readFrameworkFolder(folder: string, slug: string) {
  const names = (await listFolder(folder)).filter((name) => name.endsWith(".md"));
  const files = await Promise.all(
    names.map(async (name) => ({ path: join(folder, name), text: await readFile(join(folder, name), "utf8") })),
  );
  return readFramework(slug, files, { stages, voices });
}
