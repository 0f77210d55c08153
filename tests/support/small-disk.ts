/** A file system of a few megabytes, in memory, in a namespace of its own: a disk that can be filled. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const ALONE = ["--user", "--map-root-user", "--mount"];

/** Whether this machine lets us have one. */
export const canMount =
  spawnSync("unshare", [...ALONE, "mount", "-t", "tmpfs", "none", tmpdir()]).status === 0 &&
  spawnSync("nsenter", ["--version"]).error === undefined;

export type SmallDisk = {
  /** Where it lies for programs that are run `under` these words, and where this process sees it. */
  folder: string;
  seen: string;
  under: string[];
};

/** A disk of so many megabytes that holds what is in `from`. It is gone when the test has ended. */
export async function smallDisk(from: string, megabytes: number): Promise<SmallDisk> {
  const folder = mkdtempSync(join(tmpdir(), "throughline-disk-"));
  const mount = `mount -t tmpfs -o size=${megabytes}m none "$0" && cp -a "$1/." "$0" && echo mounted && exec sleep infinity`;
  const holder = spawn("unshare", [...ALONE, "bash", "-c", mount, folder, from], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => {
    holder.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  await new Promise<void>((resolve, reject) => {
    holder.stdout.once("data", () => resolve());
    holder.once("close", () => reject(new Error("No disk could be made.")));
  });
  const under = ["nsenter", `--target=${holder.pid}`, "--user", "--mount", "--preserve-credentials"];
  return { folder, seen: `/proc/${holder.pid}/root${folder}`, under };
}
