/** What a person does with the files of the page. */
import { useCallback, useRef, useState } from "react";

import { paths } from "#app/paths.ts";

import { MOST_ROWS } from "./file-faults.ts";
import type { FileActions } from "./file-state.tsx";
import type { Queue } from "./queue.ts";

export function useFileActions({ code, queue, choose }: { code: string; queue: Queue; choose: () => void }) {
  const replaced = useRef<string | null>(null);
  const actions: FileActions = {
    pause: (key) => queue.pause(key),
    resume: (key) => queue.resume(key),
    remove: (key) => {
      const there = queue.remove(key);
      // It has come whole and would wait for a week.
      if (there) void fetch(paths.arrivalRemoval(code, there.arrival), { method: "POST" }).catch(() => undefined);
      document.getElementById("files")?.focus();
    },
    replace: (key) => {
      replaced.current = key;
      choose();
    },
  };
  const [left, setLeft] = useState(0);
  const receive = useCallback(
    (files: File[]) => {
      if (replaced.current && files.length) queue.remove(replaced.current);
      replaced.current = null;
      const room = MOST_ROWS - queue.files().length;
      queue.add(files.slice(0, room));
      setLeft(Math.max(0, files.length - room));
    },
    [queue],
  );
  return { actions, receive, left };
}
