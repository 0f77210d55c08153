/**
 * PDF with pdf.js: text only. Nothing is drawn, no script of the file runs, no font or picture is loaded from anywhere.
 * Runs in the bounded child only: pdf.js itself bounds neither memory nor time.
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type * as PdfJs from "pdfjs-dist/legacy/build/pdf.mjs";

import { corrupt, tooLarge, Unreadable } from "./extraction.ts";
import { Full, type Gathering } from "./gathering.ts";
import { type Annotation, noteLines } from "./page-note.ts";
import { pageText, type Piece } from "./page-text.ts";
import type { Reader } from "./tools.ts";

type Pdf = typeof PdfJs;
type Page = Awaited<ReturnType<Awaited<ReturnType<Pdf["getDocument"]>["promise"]>["getPage"]>>;

/** To find one page among more than these takes pdf.js longer than it takes to read it. */
const MOST_PAGES = 10_000;

/** pdf.js wants these to draw with, and looks for native code where they are missing. */
class Undrawn {}

/** Loads pdf.js, which runs in this thread; throws where it cannot be loaded. */
export async function preparePdf(): Promise<Pdf> {
  const scope = globalThis as Record<string, unknown>;
  for (const name of ["DOMMatrix", "ImageData", "Path2D"]) scope[name] ??= Undrawn;
  return import("pdfjs-dist/legacy/build/pdf.mjs");
}

/** Tables that say which character is which in fonts of other scripts; they come with pdf.js. */
const characterMaps = () => join(dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json")), "cmaps/");

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "");

/** Memory that could not be had is no fault of the file's making. */
const isMemory = (error: unknown) => error instanceof RangeError && /allocation|length/i.test(error.message);

export const readPdf: Reader = async (bytes, into, { beat }) => {
  const { getDocument } = await preparePdf();
  const task = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    maxImageSize: 0,
    cMapUrl: characterMaps(),
    cMapPacked: true,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    beat();
    if (pdf.numPages > MOST_PAGES) throw tooLarge("It has more than 10,000 pages.");
    const layers = await pdf.getOptionalContentConfig().catch(() => null);
    if (layers && [...layers].some(([, group]) => !group.visible)) {
      into.warn("It has layers that are switched off. Their text may be among what was read.");
    }
    await readPages(pdf.numPages, (number) => pdf.getPage(number), into, beat);
  } catch (error) {
    throw sayingWhy(error);
  } finally {
    await task.destroy().catch(() => undefined);
  }
};

export function sayingWhy(error: unknown): unknown {
  if (error instanceof Full || error instanceof Unreadable) return error;
  if (nameOf(error) === "PasswordException") return new Unreadable("encrypted", "It is locked with a password.");
  if (isMemory(error)) return tooLarge("It takes more memory than it may have.");
  return corrupt("It is damaged, or is no PDF.");
}

async function readPages(
  count: number,
  pageAt: (number: number) => Promise<Page>,
  into: Gathering,
  beat: () => void,
): Promise<void> {
  const failed: number[] = [];
  const bare: number[] = [];
  for (let number = 1; number <= count; number++) {
    const text = await readPage(number, pageAt);
    beat();
    if (text === null) failed.push(number);
    else if (!text) bare.push(number);
    into.add({ kind: "page", label: `page ${number}`, text: text ?? "" });
  }
  if (failed.length === count) throw corrupt("None of its pages can be read.");
  if (failed.length) into.warn(`${pages(failed)} could not be read.`);
  if (bare.length && bare.length + failed.length < count) {
    into.warn(`${pages(bare)} ${bare.length === 1 ? "holds" : "hold"} no text and may be a picture or a scan.`);
  }
}

async function readPage(number: number, pageAt: (number: number) => Promise<Page>): Promise<string | null> {
  try {
    const page = await pageAt(number);
    const { items } = await page.getTextContent();
    const notes = noteLines((await page.getAnnotations()) as Annotation[]);
    page.cleanup();
    const text = pageText(items.filter((item): item is typeof item & Piece => "str" in item));
    return [text, ...(notes.length ? ["", ...notes] : [])].join("\n").trim();
  } catch (error) {
    if (isMemory(error)) throw error;
    return null;
  }
}

/** "Page 3", "Pages 3, 4 and 9", "Pages 3, 4, 5 and 20 more". */
function pages(numbers: number[]): string {
  if (numbers.length === 1) return `Page ${numbers[0]}`;
  const shown = numbers.length > 12 ? [...numbers.slice(0, 10), `${numbers.length - 10} more`] : numbers;
  return `Pages ${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
