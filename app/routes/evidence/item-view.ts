/** One piece of evidence as its page shows it. */
import type { loadItem } from "./item.server.ts";

export type ItemView = Awaited<ReturnType<typeof loadItem>>;

/** How many findings cite it, each once however often it does. */
export const countCiting = (inside: Pick<NonNullable<ItemView["inside"]>, "citing"> | null): number =>
  new Set(inside?.citing.flatMap(({ citations }) => citations.map(({ finding }) => finding))).size;
