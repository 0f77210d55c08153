/** What is said aloud about uploads: at the start, half way and at the end, and not in between. */
import { useEffect, useState } from "react";

import { needsAttention } from "./file-faults.ts";
import type { QueuedFile } from "./queue.ts";
import { anyUnfinished } from "./unfinished.ts";
import { anyMoving } from "./use-uploads.ts";

const total = (files: readonly QueuedFile[], of: "sent" | "size") => files.reduce((sum, file) => sum + file[of], 0);

const counted = (many: number) => (many === 1 ? "1 file" : `${many} files`);

function words(files: readonly QueuedFile[]): string {
  if (!files.length) return "";
  if (anyMoving(files)) {
    const half = 2 * total(files, "sent") >= total(files, "size");
    return half ? "Half has been uploaded" : `Uploading ${counted(files.length)}`;
  }
  const there = files.filter(({ state }) => state === "there").length;
  const wrong = files.filter(needsAttention).length;
  const left = wrong ? `${counted(wrong)} need${wrong === 1 ? "s" : ""} your attention` : "";
  return [there ? `${counted(there)} uploaded` : "", left].filter(Boolean).join(". ");
}

export function UploadStatus({ files }: { files: readonly QueuedFile[] }) {
  return (
    <p className="vh" role="status">
      {words(files)}
    </p>
  );
}

/** Tells who comes back after a lost connection or a closed tab how to go on. */
export function Unfinished({ code, begun }: { code: string; begun: boolean }) {
  const [any, setAny] = useState(false);
  useEffect(() => setAny(anyUnfinished(code)), [code]);
  if (!any || begun) return null;
  return (
    <p className="notice">
      An upload from this computer was cut off. Choose the same file again: it goes on from where it stopped.
    </p>
  );
}
