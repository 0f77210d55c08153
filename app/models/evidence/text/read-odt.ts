/** OpenDocument text: sections with their footnotes, then comments, headers and footers, each said to be such. */
import { cleanLine } from "./clean-text.ts";
import type { Gathering } from "./gathering.ts";
import { type HiddenStyles, noAside, odfLines, odfMacros, odfText, openDocument, readHiddenStyles } from "./odf.ts";
import { Sections } from "./sections.ts";
import type { Reader } from "./tools.ts";
import { type Ancestor, eachElement, type Element } from "./xml.ts";
import type { Zip } from "./zip.ts";

const isHidden = (path: readonly Ancestor[]) =>
  path.some(({ attributes }) => attributes["text:display"] === "none" || attributes["text:is-hidden"] === "true");

export const readOdt: Reader = (bytes, into, { inflate, beat }) => {
  const zip = openDocument(bytes, "text", inflate);
  const macros = odfMacros(zip);
  if (macros) into.warn(macros);
  const styles = readHiddenStyles(zip);
  const body = new Body(into, styles);
  // A box that is tied to a page stands in no paragraph; what was deleted is taken whole, so that it is left out whole.
  const parts = ["text:p", "text:h", "table:table-row", "style:style", "text:tracked-changes", "text:soft-page-break"];
  eachElement(zip.read("content.xml"), parts, (element, path) => {
    beat();
    if (element.name === "style:style") styles.take(element);
    else if (!isHidden(path)) body.take(element);
  });
  body.end();
  readEdges(zip, styles, into);
};

class Body {
  readonly #sections: Sections;
  readonly #comments: string[] = [];
  #notes = 0;

  constructor(
    readonly into: Gathering,
    readonly styles: HiddenStyles,
  ) {
    this.#sections = new Sections(into);
  }

  take(element: Element): void {
    if (element.name === "table:table-row") return this.#row(element);
    const aside = noAside();
    const text = odfText(element, this.styles, aside);
    if (element.name === "text:h") {
      this.#sections.heading(Math.max(1, Number(element.attributes["text:outline-level"]) || 1), text);
    } else this.#sections.line(text);
    for (const line of aside.boxes) this.#sections.line(line);
    for (const note of aside.notes) this.#sections.note(`Note ${++this.#notes}: ${note}`);
    this.#comments.push(...aside.comments);
    this.#sections.breaks({ rendered: aside.breaks, typed: 0 });
  }

  #row(row: Element): void {
    for (const line of odfLines({ name: "", attributes: {}, children: [row] }, this.styles)) this.#sections.line(line);
  }

  end(): void {
    this.#sections.end();
    if (this.#comments.length) this.into.add({ kind: "section", label: "Comments", text: this.#comments.join("\n") });
  }
}

function readEdges(zip: Zip, styles: HiddenStyles, into: Gathering): void {
  if (!zip.has("styles.xml")) return;
  const lines = new Set<string>();
  eachElement(zip.read("styles.xml"), ["style:header", "style:footer"], (edge) => {
    for (const line of odfLines(edge, styles)) lines.add(cleanLine(line));
  });
  lines.delete("");
  if (lines.size) into.add({ kind: "section", label: "Headers and footers", text: [...lines].join("\n") });
}
