/** A file made anew from its text: a page for each that was there, with its name at the head. Pictures and layout are gone. */
import PDFDocument from "pdfkit";

import { fonts } from "./fonts.server.ts";
import { wrap } from "./measure.ts";
import { lineStep, penOf } from "./pdf-pen.ts";

const SIZE = 10;
const [WIDTH, HEIGHT, EDGE] = [595, 842, 56];
const BLACK = "0B0C0C";
const GREY = "505A5F";

export type RedactedPage = { label: string; text: string };

/** The lines of a text as they fit on a page. */
const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .flatMap((line) => (line.trim() ? wrap(line.replace(/\t/g, "    "), "regular", SIZE, WIDTH - 2 * EDGE) : [""]));

/** `title`: of the document, without a word that was taken out. Dated by `at`. Nothing else is said of where it comes from. */
export async function redactedPdf(title: string, pages: readonly RedactedPage[], at: Date): Promise<Uint8Array> {
  const doc = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: "1.7",
    tagged: true,
    lang: "en-GB",
    displayTitle: true,
    info: { Title: title, Producer: "Throughline", Creator: "Throughline", CreationDate: at, ModDate: at },
    font: "",
  });
  const pen = penOf(doc, fonts);
  const root = doc.struct("Document", { title });
  doc.addStructure(root);
  const step = lineStep(SIZE);
  const most = Math.floor((HEIGHT - 2 * EDGE) / step) - 3;
  for (const { label, text } of pages) {
    const lines = linesOf(text);
    for (let from = 0; from === 0 || from < lines.length; from += most) {
      doc.addPage({ size: [WIDTH, HEIGHT], margin: 0 });
      const head = [from === 0 ? `${label} (redacted copy)` : `${label}, continued (redacted copy)`];
      pen.lines(root, "H1", head, "bold", { x: EDGE, y: EDGE, size: SIZE, colour: GREY }, step);
      const spot = { x: EDGE, y: EDGE + 2 * step, size: SIZE, colour: BLACK };
      pen.lines(root, "P", lines.slice(from, from + most), "regular", spot, step);
    }
  }
  root.end();
  doc.end();
  const pieces: Uint8Array[] = [];
  for await (const piece of doc) pieces.push(piece as Uint8Array);
  return new Uint8Array(Buffer.concat(pieces));
}
