/** Sends the form of an answer once its files are there; until then it waits, or says what is in the way. */
import { type FormEvent, useEffect, useRef, useState } from "react";

import type { QueuedFile } from "../evidence/queue.ts";
import { anyMoving } from "../evidence/use-uploads.ts";

/** How long a second press of the button is taken for a slip of the hand, in milliseconds. */
const TWICE = 5000;

export function useAnswerSubmission(files: readonly QueuedFile[]) {
  const form = useRef<HTMLFormElement>(null);
  const pressed = useRef<HTMLElement | null>(null);
  const sentAt = useRef(-TWICE);
  const [asked, setAsked] = useState<"" | "waits" | "stuck">("");
  const busy = anyMoving(files);
  const ready = files.every(({ state }) => state === "there");
  useEffect(() => {
    if (asked !== "waits" || busy) return;
    // With the button that was pressed: it says whether the answer is kept or sent.
    if (ready) form.current?.requestSubmit(pressed.current);
    setAsked(ready ? "" : "stuck");
  }, [asked, busy, ready]);
  useEffect(() => {
    if (asked === "stuck") document.querySelector<HTMLElement>(".error-summary")?.focus();
  }, [asked]);
  const submit = (event: FormEvent) => {
    const twice = performance.now() - sentAt.current < TWICE;
    if (ready && !twice) return void (sentAt.current = performance.now());
    event.preventDefault();
    if (ready) return;
    pressed.current = (event.nativeEvent as SubmitEvent).submitter;
    setAsked(busy ? "waits" : "stuck");
  };
  return { form, asked, setAsked, submit };
}
