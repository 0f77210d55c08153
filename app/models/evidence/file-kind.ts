/** The files that are taken: by their name's ending and by what their first bytes are, together. */

type Shape = "pdf" | "zip" | "ole" | "png" | "jpeg" | "text";

const begins = (head: Uint8Array, ...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);

const ascii = (text: string) => [...text].map((sign) => sign.charCodeAt(0));

const isZip = (head: Uint8Array) => begins(head, 0x50, 0x4b, 0x03, 0x04);
const isOle = (head: Uint8Array) => begins(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const isPng = (head: Uint8Array) => begins(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const isJpeg = (head: Uint8Array) => begins(head, 0xff, 0xd8, 0xff);

/** Programs, and what belongs under another name. */
const isOther = (head: Uint8Array) =>
  [ascii("MZ"), ascii("\x7fELF"), ascii("%PDF-"), ascii("{\\rtf")].some((mark) => begins(head, ...mark)) ||
  [isZip, isOle, isPng, isJpeg].some((is) => is(head));

/** Excel saves "Unicode text" as UTF-16: half of its bytes are zero, and two at the start say so. */
const isUtf16 = (head: Uint8Array) => begins(head, 0xff, 0xfe) || begins(head, 0xfe, 0xff);

const shapes: Record<Shape, (head: Uint8Array) => boolean> = {
  // A PDF reader accepts the mark anywhere in the first kilobyte; so do real councils' scanners.
  pdf: (head) => new TextDecoder("latin1").decode(head.subarray(0, 1024)).includes("%PDF-"),
  zip: isZip,
  ole: isOle,
  png: isPng,
  jpeg: isJpeg,
  text: (head) => (!head.includes(0) || isUtf16(head)) && !isOther(head),
};

const office = "application/vnd.openxmlformats-officedocument";
const open = "application/vnd.oasis.opendocument";

const kinds: Record<string, { title: string; shape: Shape; type: string }> = {
  pdf: { title: "PDF", shape: "pdf", type: "application/pdf" },
  docx: { title: "Word", shape: "zip", type: `${office}.wordprocessingml.document` },
  xlsx: { title: "Excel", shape: "zip", type: `${office}.spreadsheetml.sheet` },
  pptx: { title: "PowerPoint", shape: "zip", type: `${office}.presentationml.presentation` },
  odt: { title: "OpenDocument text", shape: "zip", type: `${open}.text` },
  ods: { title: "OpenDocument spreadsheet", shape: "zip", type: `${open}.spreadsheet` },
  odp: { title: "OpenDocument presentation", shape: "zip", type: `${open}.presentation` },
  doc: { title: "Word", shape: "ole", type: "application/msword" },
  xls: { title: "Excel", shape: "ole", type: "application/vnd.ms-excel" },
  ppt: { title: "PowerPoint", shape: "ole", type: "application/vnd.ms-powerpoint" },
  msg: { title: "E-mail", shape: "ole", type: "application/vnd.ms-outlook" },
  eml: { title: "E-mail", shape: "text", type: "message/rfc822" },
  csv: { title: "CSV", shape: "text", type: "text/csv" },
  txt: { title: "Text", shape: "text", type: "text/plain" },
  md: { title: "Markdown", shape: "text", type: "text/markdown" },
  png: { title: "PNG image", shape: "png", type: "image/png" },
  jpg: { title: "JPG image", shape: "jpeg", type: "image/jpeg" },
  jpeg: { title: "JPG image", shape: "jpeg", type: "image/jpeg" },
};

/** For the `accept` of a file field. */
export const acceptedEndings = Object.keys(kinds)
  .map((ending) => `.${ending}`)
  .join(",");

const ending = (name: string) => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";

/** How the type of a stored file is called on a page. */
export const fileTypeTitle = (name: string): string => kinds[ending(name)]?.title ?? "File";

/** The media type to store and serve a file as, never the one that a browser claims; null where it is not taken. */
export function mediaTypeOf(name: string, head: Uint8Array): string | null {
  const kind = kinds[ending(name)];
  return kind && shapes[kind.shape](head) ? kind.type : null;
}

/** Why a file cannot be taken, in words that name it and the remedy; null where it can. */
export function whyNotFile(name: string, size: number, head: Uint8Array): string | null {
  if (size === 0) return `“${name}” is empty. Choose the file again, or check that it opens on your computer.`;
  if (!kinds[ending(name)]) {
    return `“${name}” must be a PDF, Word, Excel, PowerPoint, OpenDocument, CSV, text, e-mail, JPG or PNG file.`;
  }
  if (kinds[ending(name)]?.type.startsWith(office) && isOle(head)) {
    return `“${name}” is protected by a password. Take the password off, save it, and choose the file again.`;
  }
  if (mediaTypeOf(name, head) === null) {
    return `“${name}” does not hold what its name says. Open it, save it again under the right type, and choose the new file.`;
  }
  return null;
}

// Control characters, and signs that turn or hide text: they make a name show as what it is not.
const deceptive = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A file's name as it will be shown: the last part of any path, without deceptive signs, at most 180 characters. */
export function cleanFileName(raw: string): string {
  const last = raw.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const name = last.replace(deceptive, "").trim();
  if (name.length <= 180) return name || "Unnamed file";
  const tail = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? "";
  return name.slice(0, 180 - tail.length) + tail;
}

/** A title from a file's name: "Strategy_group-minutes.pdf" is "Strategy group minutes". */
export const titleFromName = (name: string): string =>
  name
    .replace(/\.[a-z0-9]{1,8}$/i, "")
    .replace(/[_-]+/g, " ")
    .replace(/\s+/g, " ")
    .trim() || name;
