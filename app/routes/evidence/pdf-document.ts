/** Opens a PDF with pdf.js: loaded where a document is shown as it looks, and nowhere else. For browsers only. */
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import workerAddress from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

/** Tables and fonts that come with pdf.js, served from our own address. */
const tables = "/pdfjs/";

let open: { address: string; pdf: Promise<PDFDocumentProxy> } | null = null;

export const pdfjs = () => import("pdfjs-dist/legacy/build/pdf.mjs");

async function load(address: string): Promise<PDFDocumentProxy> {
  const { getDocument, GlobalWorkerOptions } = await pdfjs();
  GlobalWorkerOptions.workerSrc = workerAddress;
  return getDocument({
    url: address,
    // No code of the document runs, and what it holds is fetched page by page.
    isEvalSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
    disableStream: true,
    rangeChunkSize: 1 << 18,
    cMapUrl: `${tables}cmaps/`,
    standardFontDataUrl: `${tables}standard_fonts/`,
    wasmUrl: `${tables}wasm/`,
    useWasm: false,
    verbosity: 0,
  }).promise;
}

/** The document at this address: the same for all who ask, and one at a time. */
export function openPdf(address: string): Promise<PDFDocumentProxy> {
  if (open?.address === address) return open.pdf;
  void open?.pdf.then((pdf) => pdf.destroy()).catch(() => undefined);
  const pdf = load(address);
  open = { address, pdf };
  return pdf;
}
