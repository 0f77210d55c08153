/** Reads made-up files as the product does, without the process around it. */
import type { Extraction } from "#app/models/evidence/text/extraction.ts";
import type { ReadableType } from "#app/models/evidence/text/readable-type.ts";
import { readBytes } from "#app/models/evidence/text/readers.server.ts";

const office = "application/vnd.openxmlformats-officedocument" as const;
const open = "application/vnd.oasis.opendocument" as const;

export const typeOf = {
  docx: `${office}.wordprocessingml.document`,
  pptx: `${office}.presentationml.presentation`,
  xlsx: `${office}.spreadsheetml.sheet`,
  odt: `${open}.text`,
  ods: `${open}.spreadsheet`,
  odp: `${open}.presentation`,
  pdf: "application/pdf",
  csv: "text/csv",
  txt: "text/plain",
  html: "text/html",
  eml: "message/rfc822",
  msg: "application/vnd.ms-outlook",
} as const satisfies Record<string, ReadableType>;

export const readAs = (ending: keyof typeof typeOf, data: Uint8Array | string): Promise<Extraction> =>
  readBytes(typeof data === "string" ? new TextEncoder().encode(data) : new Uint8Array(data), typeOf[ending]);

/** Each unit as its label and its text; those that are hidden say so. */
export const unitsOf = ({ units }: Extraction): [label: string, text: string][] =>
  units.map(({ label, text, hidden }) => [hidden ? `${label} (hidden)` : label, text]);
