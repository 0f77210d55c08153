/** The files that a page sends, from the moment that its scripts run. */
import { useEffect, useMemo, useSyncExternalStore } from "react";

import { type Check, Queue, type QueuedFile, type Send } from "./queue.ts";

const HEAD_BYTES = 4096;

/** Told at once what the server would refuse at the end. `megabytes` is the most that a file may have. */
const checkFor =
  (megabytes: number): Check =>
  async (file) => {
    if (file.size > megabytes * 1_000_000) return `“${file.name}” must be smaller than ${megabytes}MB.`;
    const { whyNotFile } = await import("#app/models/evidence/file-kind.ts");
    return whyNotFile(file.name, file.size, new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  };

/** What sends them is loaded with the first file, as is what knows which files are taken. */
const sendTo =
  (code: string): Send =>
  async (file, hears) => {
    const { send } = await import("./sending.ts");
    return send(file, code, hears);
  };

const moving = ({ state }: QueuedFile) => state === "waiting" || state === "going" || state === "stalled";

export const anyMoving = (files: readonly QueuedFile[]): boolean => files.some(moving);

const none: readonly QueuedFile[] = [];

export function useUploads(code: string, megabytes: number): { queue: Queue; files: readonly QueuedFile[] } {
  const queue = useMemo(() => new Queue(sendTo(code), checkFor(megabytes)), [code, megabytes]);
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
