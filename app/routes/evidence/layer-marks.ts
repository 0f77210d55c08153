/** Marks stretches of the text that lies over a page's picture: boxes between the two, so that nothing of either changes. */

export type Layer = { text: string; nodes: { node: Text; start: number }[] };

export type Drawn = { id: string; className: string; label: string; start: number; end: number };

/** The text of the layer, a line for each line of the page. */
export function textOfLayer(layer: HTMLElement): Layer {
  const nodes: Layer["nodes"] = [];
  let text = "";
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      nodes.push({ node, start: text.length });
      text += node.data;
    } else if (node.nodeName === "BR") text += "\n";
  }
  return { text, nodes };
}

function rectsOf({ nodes }: Layer, { start, end }: Drawn): DOMRect[] {
  return nodes.flatMap(({ node, start: from }) => {
    const [first, last] = [Math.max(0, start - from), Math.min(node.length, end - from)];
    if (first >= last) return [];
    const range = document.createRange();
    range.setStart(node, first);
    range.setEnd(node, last);
    return [...range.getClientRects()];
  });
}

/** Draws the boxes anew. Those who hear the page have the list of passages beside it. */
export function drawMarks(holder: HTMLElement, layer: Layer, marks: readonly Drawn[]): void {
  const frame = holder.getBoundingClientRect();
  const boxes = marks.flatMap((mark) =>
    rectsOf(layer, mark).map((rect, at) => {
      const box = document.createElement("span");
      box.className = `pdf-mark ${mark.className}`;
      if (at === 0 && mark.id) box.id = mark.id;
      if (at === 0 && mark.label) box.dataset.label = mark.label;
      box.style.setProperty("left", `${rect.left - frame.left}px`);
      box.style.setProperty("top", `${rect.top - frame.top}px`);
      box.style.setProperty("width", `${rect.width}px`);
      box.style.setProperty("height", `${rect.height}px`);
      return box;
    }),
  );
  holder.querySelector(".pdf-marks")?.replaceChildren(...boxes);
}
