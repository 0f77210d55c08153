import type { Deck } from "./deck.ts";
export function renderHtml(deck: Deck): string {
  return deck.meta.title;
}
