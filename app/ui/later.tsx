/**
 * Parts that a browser loads once a page shows them. The server has them all from the start, so that it draws pages whole,
 * and tells the browser which it drew: those are loaded before the page begins to answer, so that no part of it is dead.
 */
import { type ComponentType, createElement, lazy, Suspense } from "react";

const loading: Promise<void>[] = [];
const drawn = new Set<string>();

declare global {
  /** In the browser: the parts that the server drew. */
  var partsDrawn: readonly string[] | undefined;
}

/** Done once all parts that this page can begin with are here: on the server all there are, in a browser those that it drew. */
export async function partsReady(): Promise<void> {
  // A part that comes may bring parts of its own.
  for (const part of loading) await part;
}

/** On the server: the names of the parts drawn since the last call. */
export function takeDrawn(): string[] {
  const names = [...drawn];
  drawn.clear();
  return names;
}

/** A component whose code comes later: a form that few open. `name` tells it from other parts. */
export function later<Props extends object>(
  name: string,
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const server = typeof document === "undefined";
  if (!server && !globalThis.partsDrawn?.includes(name)) {
    const Part = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
    return (props) => <Suspense>{createElement(Part, props)}</Suspense>;
  }
  // Not inside a boundary: React begins to work what stands in one after the rest, and gives it up if the rest changes before.
  let part: ComponentType<Props>;
  loading.push(load().then((known) => void (part = known)));
  return (props) => {
    if (server) drawn.add(name);
    return createElement(part, props);
  };
}
