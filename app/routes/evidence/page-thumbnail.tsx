/** A small picture of a page, drawn once it comes into sight. */
import { useEffect, useRef } from "react";

import { paths } from "#app/paths.ts";

import { openPdf } from "./pdf-document.ts";
import type { ReaderView } from "./reader.server.ts";

const WIDTH = 84;

export function PageThumbnail({ data, part }: { data: ReaderView; part: number }) {
  const holder = useRef<HTMLSpanElement>(null);
  const address = paths.evidenceFile(data.code, data.id, data.file.id);
  useEffect(() => {
    const element = holder.current;
    if (!element) return undefined;
    const watch = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      watch.disconnect();
      drawSmall(address, part + 1, element).catch(() => undefined);
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [address, part]);
  return <span className="thumbnail" ref={holder} aria-hidden="true" />;
}

async function drawSmall(address: string, number: number, holder: HTMLElement): Promise<void> {
  const pdf = await openPdf(address);
  if (number > pdf.numPages) return;
  const page = await pdf.getPage(number);
  const whole = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: (WIDTH * Math.min(2, window.devicePixelRatio || 1)) / whole.width });
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport }).promise;
  holder.replaceChildren(canvas);
}
