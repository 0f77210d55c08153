/** The demonstration, made once for a run and copied for each test file that changes it. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { home } from "#app/platform/home.server.ts";

/** Where the run's demonstration stands. */
export const demoFolder = join(home, ".cache/demo");

/** Makes the demonstration with the product's own command. Vitest calls this once, before the tests. */
export function setup(): void {
  rmSync(demoFolder, { recursive: true, force: true });
  const words = [join(home, "build/programs/main.js"), "demo", "--no-serve"];
  // Not the runner's own environment: vitest sets names that the product reads too.
  const environment = { PATH: process.env.PATH, DATA_DIR: demoFolder, NODE_ENV: "production" as const };
  const { status, stderr } = spawnSync(process.execPath, words, { env: environment, encoding: "utf8" });
  if (status !== 0) throw new Error(`The demonstration could not be made: ${stderr}`);
}

/** A copy of the demonstration to work in, and how to throw it away. */
export function copyDemo(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "throughline-demo-"));
  cpSync(demoFolder, folder, { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
