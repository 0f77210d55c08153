/** Frameworks for tests: those of the content folder, and small ones written as a user would. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { formatFault } from "#app/models/frameworks/fault.ts";
import type { Framework } from "#app/models/frameworks/framework.ts";
import { readFramework } from "#app/models/frameworks/read-framework.ts";
import { contentFolder } from "#app/platform/home.server.ts";

/** The texts of a framework's files, by name. */
export function filesOf(slug: string): Record<string, string> {
  const folder = join(contentFolder, "frameworks", slug);
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** Reads the files of a framework; throws with all that is wrong in them. */
export function frameworkFrom(slug: string, files: Record<string, string>): Framework {
  const texts = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { framework, faults } = readFramework(slug, texts);
  if (!framework) throw new Error(faults.map(formatFault).join("\n"));
  return framework;
}

const known = new Map<string, Framework>();

/** A framework of the content folder, to do with as the test likes. */
export function frameworkOf(slug: string): Framework {
  const framework = known.get(slug) ?? frameworkFrom(slug, filesOf(slug));
  known.set(slug, framework);
  return structuredClone(framework);
}

export const CQC = "cqc-local-authority-2023";
export const SUPPORTING_PEOPLE = "supporting-people-2007";
