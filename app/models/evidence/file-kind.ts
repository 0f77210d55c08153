/** The files that are taken, by their name's ending, and what each must begin with. What is inside: `check-file.server.ts`. */

export type Shape = "pdf" | "office" | "open" | "ole" | "png" | "jpeg" | "text";

const begins = (head: Uint8Array, ...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);

const ascii = (text: string) => [...text].map((sign) => sign.charCodeAt(0));

const isZip = (head: Uint8Array) => begins(head, 0x50, 0x4b, 0x03, 0x04);
export const isOle = (head: Uint8Array): boolean => begins(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const isPng = (head: Uint8Array) => begins(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const isJpeg = (head: Uint8Array) => begins(head, 0xff, 0xd8, 0xff);

const beginsWith = (head: Uint8Array, marks: readonly string[]) =>
  marks.some((mark) => begins(head, ...ascii(mark))) || [isZip, isOle, isPng, isJpeg].some((is) => is(head));

/** What belongs under another name than that of a text. Programs hold noughts, which no text does. */
const isNoText = (head: Uint8Array) => beginsWith(head, ["%PDF-", "{\\rtf", "\x7fELF"]);

/** Programs, packages and pictures, behind which a document may be hidden. */
const isOther = (head: Uint8Array) =>
  beginsWith(head, ["MZ", "\x7fELF", "#!", "Rar!", "GIF8", "7z\xbc\xaf", "\xcf\xfa\xed\xfe", "\xca\xfe\xba\xbe"]);

/** Excel saves "Unicode text" as UTF-16: half of its bytes are zero, and two at the start say so. */
const isUtf16 = (head: Uint8Array) => begins(head, 0xff, 0xfe) || begins(head, 0xfe, 0xff);

const isMarkup = (head: Uint8Array) =>
  /^\s*<(!doctype|html|script|svg|\?xml|\?php)/i.test(new TextDecoder("latin1").decode(head.subarray(0, 64)));

const shapes: Record<Shape, (head: Uint8Array) => boolean> = {
  // A PDF reader accepts the mark anywhere in the first kilobyte; so do real councils' scanners. Not after another file.
  pdf: (head) =>
    !isOther(head) && !isMarkup(head) && new TextDecoder("latin1").decode(head.subarray(0, 1024)).includes("%PDF-"),
  office: (head) => isZip(head) || isOle(head),
  open: isZip,
  ole: isOle,
  png: isPng,
  jpeg: isJpeg,
  text: (head) => (!head.includes(0) || isUtf16(head)) && !isNoText(head),
};

const office = "application/vnd.openxmlformats-officedocument";
const open = "application/vnd.oasis.opendocument";

type Kind = {
  title: string;
  shape: Shape;
  type: string;
  /** What the content type of its main part, or the name of its main stream, says. */
  main?: string;
};

const kinds: Record<string, Kind> = {
  pdf: { title: "PDF", shape: "pdf", type: "application/pdf" },
  docx: { title: "Word", shape: "office", type: `${office}.wordprocessingml.document`, main: "wordprocessingml" },
  xlsx: { title: "Excel", shape: "office", type: `${office}.spreadsheetml.sheet`, main: "spreadsheetml" },
  pptx: {
    title: "PowerPoint",
    shape: "office",
    type: `${office}.presentationml.presentation`,
    main: "presentationml",
  },
  odt: { title: "OpenDocument text", shape: "open", type: `${open}.text`, main: "text" },
  ods: { title: "OpenDocument spreadsheet", shape: "open", type: `${open}.spreadsheet`, main: "spreadsheet" },
  odp: { title: "OpenDocument presentation", shape: "open", type: `${open}.presentation`, main: "presentation" },
  doc: { title: "Word", shape: "ole", type: "application/msword", main: "WordDocument" },
  xls: { title: "Excel", shape: "ole", type: "application/vnd.ms-excel", main: "Workbook" },
  ppt: { title: "PowerPoint", shape: "ole", type: "application/vnd.ms-powerpoint", main: "PowerPoint Document" },
  msg: { title: "E-mail", shape: "ole", type: "application/vnd.ms-outlook", main: "__properties_version1.0" },
  eml: { title: "E-mail", shape: "text", type: "message/rfc822" },
  csv: { title: "CSV", shape: "text", type: "text/csv" },
  txt: { title: "Text", shape: "text", type: "text/plain" },
  md: { title: "Markdown", shape: "text", type: "text/markdown" },
  html: { title: "Web page", shape: "text", type: "text/html" },
  htm: { title: "Web page", shape: "text", type: "text/html" },
  png: { title: "PNG image", shape: "png", type: "image/png" },
  jpg: { title: "JPG image", shape: "jpeg", type: "image/jpeg" },
  jpeg: { title: "JPG image", shape: "jpeg", type: "image/jpeg" },
};

/** For the `accept` of a file field. */
export const acceptedEndings = Object.keys(kinds)
  .map((ending) => `.${ending}`)
  .join(",");

const ending = (name: string) => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";

/** The kind that a name speaks of; null where none of its ending is taken. */
export const kindOfName = (name: string): Kind | null => kinds[ending(name)] ?? null;

/** How the type of a stored file is called on a page. */
export const fileTypeTitle = (name: string): string => kindOfName(name)?.title ?? "File";

/** The media type to store and serve a file as, never the one that a browser claims; null where it is not taken. */
export function mediaTypeOf(name: string, head: Uint8Array): string | null {
  const kind = kindOfName(name);
  return kind && (head.length === 0 || shapes[kind.shape](head)) ? kind.type : null;
}

const each = (endings: string, words: string) => Object.fromEntries(endings.split(" ").map((one) => [one, words]));

/** What to do with a file whose ending is not taken, where that is known. */
const remedies: Record<string, string> = {
  ...each("heic heif", "is a photograph that not every computer opens. Save it as JPG, and choose that"),
  ...each("zip rar 7z gz", "is an archive. Unpack it, and choose the files in it"),
  ...each(
    "docm dotm xlsm xltm xlsb pptm potm ppsm",
    "is made to hold macros. Save it as a document without macros (.docx, .xlsx or .pptx), and choose that",
  ),
};

export const fileWords = {
  lies: (name: string) =>
    `“${name}” does not hold what its name says. Open it, save it again under the right type, and choose the new file.`,
  holds: (name: string, what: string, end: string) =>
    `“${name}” does not hold what its name says: it holds ${what}. Give it a name that ends in .${end}, and choose it again.`,
  macros: (name: string) =>
    `“${name}” holds macros, which can do harm. Save it as a document without macros (.docx, .xlsx or .pptx), and choose that.`,
  unsafe: (name: string) =>
    `“${name}” is built in a way that can do harm, as no office program builds a file. Open it, save it again, and choose the new file.`,
  huge: (name: string) =>
    `“${name}” unpacks to far more than a document holds, which can do harm. Save what matters in it as a smaller file, and choose that.`,
  flood: (name: string) =>
    `“${name}” has too many pixels to be opened safely. Save it at a smaller size, and choose that.`,
  empty: (name: string) => `“${name}” is empty. It is kept as it is. If that is not right, add the right file.`,
  locked: (name: string) =>
    `“${name}” is locked with a password. It is kept, but its text cannot be searched. Add a copy without the password if you can.`,
  damaged: (name: string) =>
    `“${name}” seems to be damaged. It is kept, but its text may not be found. Check that it opens on your computer.`,
};

/** Why a file cannot be taken, by its name and its first bytes, in words that name it and the remedy; or null. */
export function whyNotFile(name: string, size: number, head: Uint8Array): string | null {
  const remedy = remedies[ending(name)];
  if (remedy) return `“${name}” ${remedy}.`;
  if (!kindOfName(name)) {
    return `“${name}” must be a PDF, Word, Excel, PowerPoint, OpenDocument, CSV, text, e-mail, web page, JPG or PNG file.`;
  }
  return size > 0 && mediaTypeOf(name, head) === null ? fileWords.lies(name) : null;
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
