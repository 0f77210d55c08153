/** Draws on the pages of a PDF: each mark belongs to a place in the structure, or is an artefact. In points from the top left. */
import type PDFDocument from "pdfkit";

import { lineHeight, unitsPerEm } from "./carlito.ts";
import type { Box } from "./deck.ts";
import type { Face, Run } from "./measure.ts";
import { page } from "./page.ts";
import { cutOf, type ThemeGround, type ThemePicture } from "./theme.ts";
import { stretches, type Fonts, type Script } from "./pdf-font.ts";

export type Document = InstanceType<typeof PDFDocument>;
export type Place = ReturnType<Document["struct"]>;

/** Of Carlito: how far the baseline is under the top of a line, as a multiple of the size of its text. */
const ascent = 1950 / unitsPerEm;

/** Where text stands on the page. `x`, `y`: the left end and the top of the line. */
export type Spot = { x: number; y: number; size: number; colour: string };

/** `scope`: which cells a header cell heads. */
type PlaceOptions = PDFKit.Mixins.StructureElementOptions & { scope?: "Column" | "Row"; bbox?: number[] };

export class Pen {
  readonly #loaded = new Set<string>();

  constructor(
    readonly doc: Document,
    readonly fonts: Fonts,
  ) {}

  #use(face: Face, script: Script): void {
    const name = `${face} ${script}`;
    if (!this.#loaded.has(name)) {
      // Its types know Buffers only; it takes any bytes.
      this.doc.registerFont(name, this.fonts(face, script) as Buffer);
      this.#loaded.add(name);
    }
    this.doc.font(name);
  }

  /** Draws one line of text and says where it ends. What no font can draw is a box, and can still be read aloud. */
  say(text: string, face: Face, { x, y, size, colour }: Spot, largest = size): number {
    let at = x;
    this.doc.fontSize(size).fillColor(`#${colour}`);
    for (const stretch of stretches(text)) {
      this.#use(face, stretch.script ?? "latin");
      if (stretch.script === null) this.doc.markContent("Span", { actual: stretch.text });
      this.doc.text(stretch.text, at, y + ascent * largest, { lineBreak: false, baseline: "alphabetic" });
      if (stretch.script === null) this.doc.endMarkedContent();
      at += this.doc.widthOfString(stretch.text);
    }
    return at;
  }

  widthOf(text: string, face: Face, size: number): number {
    this.doc.fontSize(size);
    return stretches(text).reduce((sum, stretch) => {
      this.#use(face, stretch.script ?? "latin");
      return sum + this.doc.widthOfString(stretch.text);
    }, 0);
  }

  /** A part of the structure, under `parent`. */
  place(parent: Place, type: string, options: PlaceOptions = {}): Place {
    const made = this.doc.struct(type, options);
    parent.add(made);
    return made;
  }

  /** What is drawn meanwhile is the content of this place. */
  within(at: Place, type: string, draw: () => void): void {
    const content = this.doc.markStructureContent(type);
    draw();
    this.doc.endMarkedContent();
    at.add(content);
  }

  /** What is drawn meanwhile is for the eye alone. */
  artefact(draw: () => void, type: "Pagination" | "Layout" = "Layout"): void {
    this.doc.markContent("Artifact", { type });
    draw();
    this.doc.endMarkedContent();
  }

  picture({ data, type, box: { x, y, width, height } }: Omit<ThemePicture, "plate">): void {
    this.doc.image(`data:${type};base64,${data}`, x, y, { width, height });
  }

  /** A picture over the whole page, cut where its shape is another. */
  ground(picture: ThemeGround): void {
    const { across, down } = cutOf(picture);
    const [width, height] = [page.width / (1 - 2 * across), page.height / (1 - 2 * down)];
    this.doc.save().rect(0, 0, page.width, page.height).clip();
    this.picture({ ...picture, box: { x: -width * across, y: -height * down, width, height } });
    this.doc.restore();
  }

  fill({ x, y, width, height }: Box, colour: string): void {
    this.doc.rect(x, y, width, height).fill(`#${colour}`);
  }

  /** Lines of one style under each other, as the whole content of a place of this type. Answers where they end. */
  lines(parent: Place, type: string, texts: string[], face: Face, spot: Spot, step: number): number {
    const at = this.place(parent, type);
    this.within(at, type, () => texts.forEach((text, n) => this.say(text, face, { ...spot, y: spot.y + n * step })));
    at.end();
    return spot.y + texts.length * step;
  }

  /** A link to a named place of the document; `alt` says where it leads. */
  goTo({ x, y, width, height }: Box, name: string, alt: string, at: Place): void {
    // A string of its own kind: PDFKit writes plain ones as names.
    const contents = new String(alt) as string;
    const options = { structParent: at, Contents: contents } as PDFKit.Mixins.AnnotationOption;
    this.doc.goTo(x, y, width, height, name, options);
  }
}

export const penOf = (doc: Document, fonts: Fonts): Pen => new Pen(doc, fonts);

/** Runs of one line side by side; the largest of them sets the baseline. */
export function sayRuns(pen: Pen, runs: (Run & { colour: string })[], x: number, y: number): number {
  const largest = Math.max(...runs.map(({ size }) => size));
  return runs.reduce((at, { text, face, size, colour }) => pen.say(text, face, { x: at, y, size, colour }, largest), x);
}

export const lineStep = (size: number): number => size * lineHeight;
