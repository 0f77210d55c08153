/** The files that a page sends, from the moment that its scripts run. */
import { useEffect, useMemo, useSyncExternalStore } from "react";

import { whyNotFile } from "#app/models/evidence/file-kind.ts";

import { type Check, Queue, type QueuedFile } from "./queue.ts";
import { send } from "./sending.ts";

const HEAD_BYTES = 4096;

/** Told at once what the server would refuse at the end. `megabytes` is the most that a file may have. */
const checkFor =
  (megabytes: number): Check =>
  async (file) => {
    if (file.size > megabytes * 1_000_000) return `“${file.name}” must be smaller than ${megabytes}MB.`;
    return whyNotFile(file.name, file.size, new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  };

const moving = ({ state }: QueuedFile) => state === "waiting" || state === "going" || state === "stalled";

export const anyMoving = (files: readonly QueuedFile[]): boolean => files.some(moving);

const none: readonly QueuedFile[] = [];

export function useUploads(code: string, megabytes: number): { queue: Queue; files: readonly QueuedFile[] } {
  const queue = useMemo(
    () => new Queue((file, hears) => send(file, code, hears), checkFor(megabytes)),
    [code, megabytes],
  );
  const files = useSyncExternalStore(queue.subscribe, queue.files, () => none);
  const busy = anyMoving(files);
  useEffect(() => {
    const goOn = () => queue.resumeStopped();
    addEventListener("online", goOn);
    return () => removeEventListener("online", goOn);
  }, [queue]);
  useEffect(() => {
    if (!busy) return;
    // Browsers ask in words of their own whether to leave.
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", stay);
    return () => removeEventListener("beforeunload", stay);
  }, [busy]);
  return { queue, files };
}
