/** One page of a PDF as it looks: its picture, and over it the text, which can be marked. Without scripts, its text. */
import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { Link } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

import { relocate } from "#app/models/evidence/text/locate.ts";
import { findWords } from "#app/models/evidence/text/words-pattern.ts";
import { paths } from "#app/paths.ts";

import { drawMarks, type Drawn, textOfLayer } from "./layer-marks.ts";
import { openPdf, pdfjs } from "./pdf-document.ts";
import type { ReaderView } from "./reader.server.ts";
import { readerPath } from "./reader-path.ts";
import { Sheets } from "./sheets.tsx";

/** How large a page is drawn, as a part of the room that there is. */
const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

export function PdfView({ data }: { data: ReaderView }) {
  const [zoom, setZoom] = useState(2);
  const [failed, setFailed] = useState(false);
  const [drawn, setDrawn] = useState(false);
  const part = data.sheet.sheets[0]?.part ?? 0;
  const address = paths.evidenceFile(data.code, data.id, data.file.id);
  const holder = useRef<HTMLDivElement>(null);
  useDrawn(holder, { address, number: part + 1, zoom: zooms[zoom] ?? 1, data, setFailed, setDrawn });
  if (failed) {
    return (
      <>
        <p className="notice notice-warn">
          This page cannot be drawn here. Its text is below, and the file can be{" "}
          <a href={address} download>
            downloaded
          </a>
          .
        </p>
        <Sheets data={data} />
      </>
    );
  }
  return (
    <>
      {drawn && <Zoom zoom={zoom} setZoom={setZoom} />}
      <div className="pdf-holder" hidden={!drawn}>
        <div className="pdf-page" ref={holder} data-part={part}>
          <canvas aria-hidden="true" />
          <div className="pdf-marks" aria-hidden="true" />
          <div className="textLayer" />
        </div>
      </div>
      {!drawn && <Sheets data={data} />}
      {drawn && (
        <p className="vh">
          <Link to={readerPath(data, "text", { part })}>Read this page as text</Link>
        </p>
      )}
    </>
  );
}

function Zoom({ zoom, setZoom }: { zoom: number; setZoom: (zoom: number) => void }) {
  const percent = Math.round((zooms[zoom] ?? 1) * 100);
  const button = (to: number, sign: string, words: string) => (
    <button type="button" className="step" disabled={!(to in zooms)} onClick={() => setZoom(to)} aria-label={words}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
  return (
    <div className="reader-zoom" role="group" aria-label="Size of the page">
      {button(zoom - 1, "−", "Smaller")}
      <span role="status">{percent}%</span>
      {button(zoom + 1, "+", "Larger")}
    </div>
  );
}

type Wanted = {
  address: string;
  /** Of the page, from 1. */
  number: number;
  zoom: number;
  data: ReaderView;
  setFailed: (failed: boolean) => void;
  setDrawn: (drawn: boolean) => void;
};

function useDrawn(holder: React.RefObject<HTMLDivElement | null>, wanted: Wanted): void {
  const { address, number, zoom, data, setFailed, setDrawn } = wanted;
  useEffect(() => {
    let stopped = false;
    const work = async () => {
      const pdf = await openPdf(address);
      if (stopped || number > pdf.numPages) return;
      const page = await pdf.getPage(number);
      if (stopped || !holder.current) return;
      setDrawn(true);
      await drawPage(page, holder.current, zoom, () => stopped);
      if (!stopped) markPage(holder.current, data);
    };
    work().catch((error: Error) => {
      if (!stopped && error.name !== "RenderingCancelledException") setFailed(true);
    });
    return () => void (stopped = true);
  }, [holder, address, number, zoom, data, setFailed, setDrawn]);
}

/** Of the style sheet: what stands around the page on both sides together. */
const PADDING = 28;
/** No canvas is drawn larger than browsers can. */
const MOST_PIXELS = 16_000_000;

async function drawPage(
  page: PDFPageProxy,
  holder: HTMLDivElement,
  zoom: number,
  stopped: () => boolean,
): Promise<void> {
  const { TextLayer } = await pdfjs();
  const room = (holder.parentElement?.clientWidth ?? 600) - PADDING;
  const scale = (room / page.getViewport({ scale: 1 }).width) * zoom;
  const viewport = page.getViewport({ scale });
  const { width, height } = viewport;
  const dense = Math.min(window.devicePixelRatio || 1, Math.sqrt(MOST_PIXELS / (width * height)));
  // Drawn apart and put in place whole, so that no half-drawn page is seen, nor two at once.
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(width * dense);
  canvas.height = Math.floor(height * dense);
  canvas.setAttribute("aria-hidden", "true");
  await page.render({ canvas, viewport, transform: [dense, 0, 0, dense, 0, 0] }).promise;
  const layer = document.createElement("div");
  layer.className = "textLayer";
  if (stopped()) return;
  holder.style.setProperty("--total-scale-factor", String(scale));
  holder.style.setProperty("width", `${width}px`);
  holder.style.setProperty("height", `${height}px`);
  holder.querySelector("canvas")?.replaceWith(canvas);
  holder.querySelector(".textLayer")?.replaceWith(layer);
  await new TextLayer({ textContentSource: page.streamTextContent(), container: layer, viewport }).render();
}

/** Marks on the page what findings cite of it, and the words that were looked for. */
function markPage(holder: HTMLDivElement, { passages, find }: ReaderView): void {
  const layer = textOfLayer(holder.querySelector<HTMLElement>(".textLayer")!);
  const marks: Drawn[] = passages.flatMap(({ id, kind, quote, name }) => {
    const place = quote && relocate(layer.text, { exact: quote, prefix: "", suffix: "", start: 0 });
    return place && place.state !== "lost" ? [{ id: `c-${id}`, className: `m-${kind}`, label: name, ...place }] : [];
  });
  const found = find ? findWords(layer.text, find.words, 200) : [];
  drawMarks(holder, layer, [
    ...marks,
    ...found.map((place) => ({ id: "", className: "m-found", label: "", ...place })),
  ]);
}
