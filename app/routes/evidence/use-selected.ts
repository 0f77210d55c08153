/** Follows what someone marks in a document, with a mouse, a finger or the keys. */
import { type RefObject, useCallback, useEffect, useState } from "react";

import type { Selected } from "./selected.ts";

/** How long a finger or the keys rest before what they marked is taken for meant. */
const REST = 400;

/** What reads a selection comes with the first press. */
const reader = () => import("./selected.ts");

const unmark = () => void reader().then(({ showMarked }) => showMarked(null));

export type Marking = Selected & {
  /** Whether a mouse marked it: the hand that marks with keys goes on from where it is. */
  byMouse: boolean;
};

/** What is marked within `root`, or null; `drop` forgets it. Nothing is followed where `on` is false. */
export function useSelected(root: RefObject<HTMLElement | null>, on: boolean): [Marking | null, () => void] {
  const [marking, setMarking] = useState<Marking | null>(null);
  const drop = useCallback(() => {
    unmark();
    document.getSelection()?.removeAllRanges();
    setMarking(null);
  }, []);
  useEffect(() => {
    const element = root.current;
    if (!element || !on) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pressed = false;
    // Whether the last touch or press was outside the box: only that takes away what was marked before.
    let elsewhere = false;
    const take = async (byMouse: boolean) => {
      const { selectedIn, showMarked } = await reader();
      const box = element.querySelector(".link-box");
      if (box?.contains(document.activeElement)) return;
      const selected = selectedIn(element);
      if (!selected && !elsewhere) return;
      elsewhere = false;
      showMarked(selected?.range ?? null);
      setMarking(selected && { ...selected, byMouse });
    };
    const down = (event: PointerEvent) => {
      void reader();
      elsewhere = !(event.target as Element).closest(".link-box");
      pressed = elsewhere && event.pointerType === "mouse" && element.contains(event.target as Node);
    };
    const up = () => {
      if (pressed) setTimeout(() => void take(true));
      pressed = false;
    };
    const changed = () => {
      clearTimeout(timer);
      if (!pressed) timer = setTimeout(() => void take(false), REST);
    };
    document.addEventListener("pointerdown", down);
    document.addEventListener("pointerup", up);
    document.addEventListener("selectionchange", changed);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("pointerdown", down);
      document.removeEventListener("pointerup", up);
      document.removeEventListener("selectionchange", changed);
      unmark();
    };
  }, [root, on]);
  return [marking, drop];
}
