/** What stands in the way of adding files, in words. */
import type { QueuedFile } from "./queue.ts";

export const needsAttention = ({ state }: QueuedFile): boolean => state === "refused" || state === "stopped";

/** What has to be done about files before they can be added, by the id of each. `tried`: they were to be added. */
export function faultsOf(files: readonly QueuedFile[], tried: boolean): Record<string, string> {
  const wrong = files.filter((file) => needsAttention(file) || file.state === "paused");
  const told = wrong.filter(({ state }) => state === "refused" || tried);
  const words = ({ name, state, why }: QueuedFile) => {
    if (state === "paused") return `“${name}” is paused. Go on with it, or remove it.`;
    return why?.includes(name) ? why : `“${name}”: ${why}`;
  };
  return {
    ...Object.fromEntries(told.map((file) => [`file-${file.key}`, words(file)])),
    ...(tried && !files.length ? { file: "Choose a file to upload" } : {}),
  };
}

/** How many files are named in one go. */
export const MOST_ROWS = 100;

export const tooMany = (left: number) =>
  `${MOST_ROWS} files can be added at a time. ${left === 1 ? "1 file was" : `${left} files were`} left out: choose ${left === 1 ? "it" : "them"} again once these are added.`;
