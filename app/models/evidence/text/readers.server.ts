/** Which reader reads what, by media type, and how its answer becomes an extraction. */
import { mediaTypeOf } from "../file-kind.ts";
import { corrupt, type Extraction, MAX_DEPTH, tooLarge, unread, Unreadable } from "./extraction.ts";
import { Full, type Gathering, Units, within } from "./gathering.ts";
import { inflate } from "./inflate.server.ts";
import { readCsv } from "./read-csv.ts";
import { readDocx } from "./read-docx.ts";
import { readEml } from "./read-eml.ts";
import { readHtml } from "./read-html.ts";
import { readMsg } from "./read-msg.ts";
import { readOdp } from "./read-odp.ts";
import { readOds } from "./read-ods.ts";
import { readOdt } from "./read-odt.ts";
import { readPdf } from "./read-pdf.server.ts";
import { readPptx } from "./read-pptx.ts";
import { readText } from "./read-text.ts";
import { readXlsx } from "./read-xlsx.ts";
import { isReadable, type ReadableType } from "./readable-type.ts";
import type { Attachment, Reader, Tools } from "./tools.ts";

const office = "application/vnd.openxmlformats-officedocument";
const open = "application/vnd.oasis.opendocument";

const readers = {
  "application/pdf": readPdf,
  [`${office}.wordprocessingml.document` as const]: readDocx,
  [`${office}.presentationml.presentation` as const]: readPptx,
  [`${office}.spreadsheetml.sheet` as const]: readXlsx,
  [`${open}.text` as const]: readOdt,
  [`${open}.spreadsheet` as const]: readOds,
  [`${open}.presentation` as const]: readOdp,
  "text/csv": readCsv,
  "text/plain": readText,
  "text/markdown": readText,
  "text/html": readHtml,
  "message/rfc822": readEml,
  "application/vnd.ms-outlook": readMsg,
} satisfies Record<ReadableType, Reader>;

/** Any failure of a reader as one that says something to the person who added the file. */
function asUnreadable(error: unknown): Unreadable {
  if (error instanceof Unreadable) return error;
  if (error instanceof RangeError && /allocation|string length|array length/i.test(error.message)) {
    return tooLarge("It takes more memory than it may have.");
  }
  return corrupt("It is damaged, or not built as its type should be.");
}

/** The media type to read an attachment as: by its name and first bytes, else as claimed where its name says nothing. */
function typeOf({ name, claimed, bytes }: Attachment): ReadableType | null {
  const head = bytes.subarray(0, 4096);
  const type = mediaTypeOf(name, head) ?? (/\.html?$/i.test(name) ? "text/html" : null);
  if (type) return isReadable(type) ? type : null;
  return !/\.[a-z0-9]{2,5}$/i.test(name) && isReadable(claimed) ? claimed : null;
}

function toolsAt(depth: number, beat: () => void): Tools {
  return {
    inflate,
    beat,
    async attached(file: Attachment, into: Gathering) {
      const type = typeOf(file);
      if (!type) return into.warn(`“${file.name}”, which came with it, was not read.`);
      if (depth >= MAX_DEPTH) return into.warn(`“${file.name}” is mail in mail in mail, and was not read.`);
      try {
        await readers[type](file.bytes, within(into, file.name), toolsAt(depth + 1, beat));
      } catch (error) {
        if (error instanceof Full) throw error;
        into.warn(`“${file.name}”, which came with it, could not be read. ${asUnreadable(error).why}`);
      }
    },
  };
}

/** Reads the text of a file. Never throws. `beat` is called as the reading gets on. */
export async function readBytes(
  bytes: Uint8Array,
  mediaType: string,
  beat: () => void = () => {},
): Promise<Extraction> {
  if (!isReadable(mediaType)) return unread("unsupported");
  if (bytes.length === 0) return unread("no-text", "The file is empty.");
  const into = new Units();
  try {
    await readers[mediaType](bytes, into, toolsAt(0, beat));
  } catch (error) {
    if (!(error instanceof Full)) {
      const { status, why } = asUnreadable(error);
      return unread(status, why, ...into.warnings);
    }
  }
  const { units, warnings } = into;
  return units.some(({ text }) => text) ? { status: "ok", units, warnings } : unread("no-text", ...warnings);
}
