/** OpenDocument presentations: a unit for each slide, with its notes; hidden slides are marked. */
import { type HiddenStyles, odfLines, odfMacros, openDocument, readHiddenStyles } from "./odf.ts";
import type { Gathering } from "./gathering.ts";
import type { Reader } from "./tools.ts";
import { childOf, eachElement, type Element, elementsOf } from "./xml.ts";

export const readOdp: Reader = (bytes, into, { inflate, beat }) => {
  const zip = openDocument(bytes, "presentation", inflate);
  const macros = odfMacros(zip);
  if (macros) into.warn(macros);
  const styles = readHiddenStyles(zip);
  let number = 0;
  eachElement(zip.read("content.xml"), ["style:style", "draw:page"], (element) => {
    beat();
    if (element.name === "style:style") styles.take(element);
    else readPage(element, ++number, styles, into);
  });
};

const running = new Set(["page-number", "footer", "header", "date-time"]);

const classOf = (shape: Element) => shape.attributes["presentation:class"] ?? "";

/** A shape that shows something of its own: not a prompt, not what is the same on every slide. */
const isShown = (shape: Element) =>
  !running.has(classOf(shape)) && shape.attributes["presentation:placeholder"] !== "true";

function readPage(page: Element, number: number, styles: HiddenStyles, into: Gathering): void {
  const shapes = elementsOf(page)
    .filter(({ name }) => name.startsWith("draw:"))
    .filter(isShown);
  const title = (shape: Element) => classOf(shape) === "title";
  const ordered = [...shapes.filter(title), ...shapes.filter((shape) => !title(shape))];
  const lines = odfLines({ name: "", attributes: {}, children: ordered }, styles);
  const notes = childOf(page, "presentation:notes");
  const said = (notes ? elementsOf(notes) : []).filter((shape) => classOf(shape) === "notes" && isShown(shape));
  const spoken = odfLines({ name: "", attributes: {}, children: said }, styles);
  if (spoken.length) lines.push("", `Notes: ${spoken.join("\n")}`);
  const hidden = styles.has("drawing-page", page.attributes["draw:style-name"]);
  into.add({ kind: "slide", label: `slide ${number}`, text: lines.join("\n"), hidden });
}
