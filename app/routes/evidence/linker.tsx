/** Holds a document in which passages can be marked, with the box that links them and what came of it. */
import { useFetcher } from "@remix-run/react";
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";

import { paths } from "#app/paths.ts";
import { later } from "#app/ui/later.tsx";

import type { Linked } from "./linking.server.ts";
import { useSelected } from "./use-selected.ts";

/** Comes with the first passage that is marked. */
const LinkBox = later("LinkBox", () => import("./link-box.tsx").then((it) => it.LinkBox));

export type LinkerData = {
  code: string;
  /** Of the evidence. */
  id: string;
  file: { id: string };
  /** The line that the person reads for, or "". */
  line: string;
  /** Null for those who link nothing. */
  linking: { lines: { ref: string; label: string }[] } | null;
};

export function Linker({ data, children }: { data: LinkerData; children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  const [marking, drop] = useSelected(root, data.linking !== null);
  const [linked, setLinked] = useState<Linked | null>(null);
  const close = useCallback(() => {
    drop();
    root.current?.focus({ preventScroll: true });
  }, [drop]);
  const done = useCallback(
    (made: Linked) => {
      setLinked(made);
      close();
    },
    [close],
  );
  const keys = (event: KeyboardEvent) => {
    if (!marking || event.key !== "Tab" || event.shiftKey) return;
    const box = root.current?.querySelector<HTMLElement>(".link-box");
    // From what is marked the next step is the box, wherever it stands in the page.
    if (box && !box.contains(document.activeElement)) {
      event.preventDefault();
      box.focus();
    }
  };
  return (
    <div
      className="linker"
      ref={root}
      tabIndex={0}
      role="region"
      aria-label="The document"
      onKeyDown={(event) => {
        keys(event);
        marksRead(event);
      }}
    >
      <LinkStatus code={data.code} linked={linked} />
      {children}
      {marking && (
        <LinkBox
          key={`${marking.part} ${marking.words}`}
          data={data}
          marking={marking}
          root={root}
          done={done}
          close={close}
        />
      )}
    </div>
  );
}

/** R, while the document has the focus and nothing is typed. */
function marksRead(event: KeyboardEvent): void {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (key.toLowerCase() !== "r" || ctrlKey || metaKey || altKey) return;
  if ((target as Element).closest("input, select, textarea, .link-box")) return;
  document.querySelector<HTMLFormElement>("form#reading")?.requestSubmit();
}

/** Says once that the passage is linked, and takes it back. */
function LinkStatus({ code, linked }: { code: string; linked: Linked | null }) {
  const undo = useFetcher<{ undone?: boolean; errors?: Record<string, string> }>();
  const [undone, setUndone] = useState<number | null>(null);
  const { data } = undo;
  useEffect(() => {
    if (data?.undone) setUndone(linked?.undo ?? null);
    // Only an answer that has just come says what was undone.
  }, [data]);
  const taken = linked !== null && linked.undo !== null && undone === linked.undo;
  const why = data?.errors && !taken ? Object.values(data.errors).join(" ") : "";
  return (
    <div className={linked ? "linked-status" : "vh"}>
      <p role="status">
        {linked &&
          (taken
            ? `Undone. It is no longer linked to ${linked.name} of ${linked.ref}.`
            : `Linked to ${linked.name} of ${linked.ref}.`)}
        {why && ` ${why}`}
      </p>
      {linked && linked.undo !== null && !taken && (
        <undo.Form method="post" action={paths.undo(code, linked.undo)} preventScrollReset>
          <input type="hidden" name="stay" value="1" />
          <button className="btn btn-quiet btn-small" type="submit">
            Undo<span className="vh"> linking the passage</span>
          </button>
        </undo.Form>
      )}
    </div>
  );
}
