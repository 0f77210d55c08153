/** The pictures on the pages of a PDF, unpacked by pdf.js itself: no native code, and no script or font of the file. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type * as PdfJs from "pdfjs-dist/legacy/build/pdf.mjs";

import { type Bitmap, type Matrix, type Placed, times } from "./page-drawing.ts";
import { isTooManyPixels, MAX_PIXELS } from "./picture-size.ts";
import { preparePdf, sayingWhy } from "./read-pdf.server.ts";

export type ScannedPage = { number: number; size: { width: number; height: number }; pictures: Placed[] };

/** Pages with more pictures than this are drawings, not scans. */
const MOST_PICTURES = 200;

const folderOf = (name: string) =>
  join(dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json")), `${name}/`);

type Pdf = typeof PdfJs;
type Page = Awaited<ReturnType<Awaited<ReturnType<Pdf["getDocument"]>["promise"]>["getPage"]>>;

/** What pdf.js gives for a picture, believed in nothing. */
type Raw = { width?: unknown; height?: unknown; kind?: unknown; data?: unknown } | null;

function bitmapIn(raw: Raw, mask: boolean): Bitmap | null {
  const { width, height, data } = raw ?? {};
  const kind = mask ? 1 : raw?.kind;
  if (typeof width !== "number" || typeof height !== "number") return null;
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) return null;
  if (kind !== 1 && kind !== 2 && kind !== 3) return null;
  return width < 1 || height < 1 || isTooManyPixels({ width, height }) ? null : { width, height, kind, data };
}

const fetched = (page: Page, id: string): Promise<Raw> =>
  new Promise((resolve) => {
    const store = id.startsWith("g_") ? page.commonObjs : page.objs;
    store.get(id, (found: Raw) => resolve(found));
  });

/** The unit square of PDF begins at the bottom; pictures begin on top. */
const TOP_FIRST: Matrix = [1, 0, 0, -1, 0, 1];

/** Follows what a page draws, and keeps the pictures with the place of each. */
async function picturesOf(page: Page, { OPS }: Pdf): Promise<Placed[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const base = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
  let now = base;
  const saved: Matrix[] = [];
  const found: Placed[] = [];
  for (let at = 0; at < fnArray.length && found.length < MOST_PICTURES; at++) {
    const [fn, words] = [fnArray[at], argsArray[at] as unknown[] | null];
    const restores = fn === OPS.restore || fn === OPS.paintFormXObjectEnd;
    if (fn === OPS.save || fn === OPS.paintFormXObjectBegin) saved.push(now);
    if (restores) now = saved.pop() ?? base;
    if (fn === OPS.transform) now = times(now, words as unknown as Matrix);
    if (fn === OPS.paintFormXObjectBegin && words?.[0])
      now = times(now, [...(words[0] as number[])] as unknown as Matrix);
    const mask = fn === OPS.paintImageMaskXObject;
    if (!mask && fn !== OPS.paintImageXObject && fn !== OPS.paintInlineImageXObject) continue;
    const [first] = words ?? [];
    const raw = typeof first === "string" ? await fetched(page, first) : await withData(page, first as Raw);
    const bitmap = bitmapIn(raw, mask);
    if (bitmap) found.push({ bitmap, matrix: times(now, TOP_FIRST), mask });
  }
  return found;
}

/** A mask that is drawn more than once names its data instead of holding them. */
async function withData(page: Page, raw: Raw): Promise<Raw> {
  if (typeof raw?.data !== "string") return raw;
  const kept = await fetched(page, raw.data);
  return kept && { ...raw, data: kept.data };
}

/** Goes through the first `most` pages. Throws `Unreadable` where the file is no PDF that can be opened. */
export async function eachScannedPage(
  bytes: Uint8Array,
  most: number,
  work: (page: ScannedPage) => Promise<void>,
): Promise<{ pages: number }> {
  const pdfjs = await preparePdf();
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: MAX_PIXELS,
    cMapUrl: folderOf("cmaps"),
    cMapPacked: true,
    wasmUrl: folderOf("wasm"),
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    for (let number = 1; number <= Math.min(most, pdf.numPages); number++) {
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const pictures = await picturesOf(page, pdfjs);
      await work({ number, size: { width, height }, pictures });
      page.cleanup();
    }
    return { pages: pdf.numPages };
  } catch (error) {
    throw sayingWhy(error);
  } finally {
    await task.destroy().catch(() => undefined);
  }
}
