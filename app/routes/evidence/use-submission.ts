/** Sends the form once all files are there; until then it waits, or says what is in the way. */
import { useNavigation } from "@remix-run/react";
import { type FormEvent, useEffect, useRef, useState } from "react";

import type { QueuedFile } from "./queue.ts";
import { anyMoving } from "./use-uploads.ts";

export function useSubmission(files: readonly QueuedFile[]) {
  const form = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState<"" | "waits" | "stuck">("");
  const sent = useNavigation().state !== "idle";
  const busy = anyMoving(files);
  const ready = files.length > 0 && files.every(({ state }) => state === "there");
  useEffect(() => {
    if (asked !== "waits" || busy) return;
    if (ready) form.current?.requestSubmit();
    setAsked(ready ? "" : "stuck");
  }, [asked, busy, ready]);
  useEffect(() => {
    if (asked === "stuck") document.querySelector<HTMLElement>(".error-summary")?.focus();
  }, [asked]);
  const submit = (event: FormEvent) => {
    if (ready && !sent) return;
    event.preventDefault();
    if (!sent) setAsked(busy ? "waits" : "stuck");
  };
  return { form, asked, setAsked, submit };
}
