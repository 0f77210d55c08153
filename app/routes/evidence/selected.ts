/** What someone has marked in the text of a document: which unit, which characters, which words. For browsers only. */

export type Selected = {
  part: number;
  /** Characters of the unit's text; null where the page, being a picture with text over it, cannot tell. */
  start: number | null;
  end: number | null;
  words: string;
  range: Range;
};

const unitOf = (node: Node | null): HTMLElement | null => {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  return element?.closest<HTMLElement>("[data-part]") ?? null;
};

/** The marked stretch within one unit: what reaches beyond it is left out. */
function rangeIn(root: HTMLElement): { range: Range; unit: HTMLElement } | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const first = unitOf(range.startContainer);
  const unit = first && root.contains(first) ? first : unitOf(range.endContainer);
  if (!unit || !root.contains(unit)) return null;
  if (unit !== first) range.setStart(unit, 0);
  if (unitOf(range.endContainer) !== unit) range.setEnd(unit, unit.childNodes.length);
  return range.collapsed ? null : { range, unit };
}

/** Text that the page adds to the document's own, such as the names of findings. */
const isExtra = (node: Node) => Boolean(node.parentElement?.closest("[data-extra]"));

/** How much of a text node the range holds. */
function withinOf(node: Text, range: Range): { from: number; to: number } {
  const from = node === range.startContainer ? range.startOffset : range.comparePoint(node, 0) < 0 ? node.length : 0;
  const to =
    node === range.endContainer ? range.endOffset : range.comparePoint(node, node.length) > 0 ? 0 : node.length;
  return { from, to };
}

function charactersOf(unit: HTMLElement, range: Range) {
  const walker = document.createTreeWalker(unit, NodeFilter.SHOW_TEXT);
  let length = 0;
  let start: number | null = null;
  let end = 0;
  let words = "";
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (isExtra(node)) continue;
    const { from, to } = withinOf(node, range);
    if (from < to) {
      start ??= length + from;
      end = length + to;
      words += node.data.slice(from, to);
    }
    length += node.length;
  }
  return { start, end, words };
}

/** What is marked within `root`, or null. */
export function selectedIn(root: HTMLElement): Selected | null {
  const found = rangeIn(root);
  if (!found) return null;
  const { range, unit } = found;
  const part = Number(unit.dataset.part);
  if (unit.dataset.start === undefined) {
    const words = document.getSelection()?.toString() ?? "";
    return words.trim() ? { part, start: null, end: null, words, range } : null;
  }
  const { start, end, words } = charactersOf(unit, range);
  if (start === null || !words.trim()) return null;
  const shift = Number(unit.dataset.start);
  return { part, start: shift + start, end: shift + end, words, range };
}

/** Keeps what is marked to be seen while something else has the focus, where the browser can. */
export function showMarked(range: Range | null): void {
  const { highlights } = CSS as unknown as { highlights?: Map<string, unknown> };
  if (!highlights || typeof Highlight === "undefined") return;
  if (range) highlights.set("passage", new Highlight(range));
  else highlights.delete("passage");
}
