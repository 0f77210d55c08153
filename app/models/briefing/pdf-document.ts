/** A tagged PDF as it begins and ends, whatever is on its pages. */
import PDFDocument from "pdfkit";

import type { Document } from "./pdf-pen.ts";

/** Dated by `asOf`, an ISO date, never by the clock. */
export function documentOf({ title, subject, asOf }: { title: string; subject: string; asOf: string }): Document {
  const at = new Date(`${asOf}T00:00:00Z`);
  return new PDFDocument({
    autoFirstPage: false,
    pdfVersion: "1.7",
    tagged: true,
    lang: "en-GB",
    displayTitle: true,
    info: {
      Title: title,
      Subject: subject,
      Author: "Throughline",
      Creator: "Throughline",
      Producer: "Throughline",
      CreationDate: at,
      ModDate: at,
    },
    // No font until one is asked for: else a standard one would be named in the file.
    font: "",
  });
}

/** All of the document, once nothing more is to be drawn. */
export async function bytesOf(doc: Document): Promise<Uint8Array> {
  doc.end();
  const pieces: Uint8Array[] = [];
  for await (const piece of doc) pieces.push(piece as Uint8Array);
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
