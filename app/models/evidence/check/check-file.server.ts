/**
 * Whether a file is what its name says and does no harm by how it is built: its ending, its first bytes and its main
 * part together. Reads a few small parts of it, never the whole. What is merely empty, locked or damaged is taken, and
 * said to be so.
 */
import { contentTypeOf, relationsOf, targetOf } from "../text/package.ts";
import { Unreadable } from "../text/extraction.ts";
import { inflate } from "../text/inflate.server.ts";
import type { Zip } from "../text/zip.ts";
import { fileWords, isOle, kindOfName, whyNotFile } from "../file-kind.ts";
import { type FileBytes, latin1 } from "./bytes.ts";
import { compoundNames } from "./compound-directory.ts";
import { isFlood, jpegSize, pngSize } from "./picture-size.ts";
import { endsAsZip, type ListedPart, listParts, readPart } from "./zip-directory.ts";

export type Checked = {
  mediaType: string;
  /** What whoever sends it should know, as whole sentences; null where all is well. */
  note: string | null;
};

/** Refused, in words that name the file and the remedy. */
export type Refusal = { why: string };

const refused = (why: string): Refusal => ({ why });

type Verdict = { note: string | null } | Refusal;
const fine: Verdict = { note: null };

/** What a file becomes under this name. */
export async function checkFile(name: string, file: FileBytes): Promise<Checked | Refusal> {
  const why = whyNotFile(name, file.size, file.head);
  const kind = kindOfName(name);
  if (why || !kind) return refused(why ?? fileWords.lies(name));
  const verdict = file.size === 0 ? { note: fileWords.empty(name) } : await verdicts[kind.shape](name, file);
  return "why" in verdict ? verdict : { ...verdict, mediaType: kind.type };
}

const verdicts = {
  office: checkOffice,
  open: checkOpen,
  ole: checkCompound,
  pdf: notTwoInOne,
  png: async (name: string, file: FileBytes) => checkPicture(name, file, pngSize(file)),
  jpeg: async (name: string, file: FileBytes) => checkPicture(name, file, await jpegSize(file)),
  text: async () => fine,
};

/** A file that opens as a package too, from its end, shows one thing to one program and another to the next. */
async function notTwoInOne(name: string, file: FileBytes): Promise<Verdict> {
  return (await endsAsZip(file)) ? refused(fileWords.unsafe(name)) : fine;
}

function checkPicture(name: string, file: FileBytes, size: ReturnType<typeof pngSize>): Verdict | Promise<Verdict> {
  if (!size) return { note: fileWords.damaged(name) };
  return isFlood(size) ? refused(fileWords.flood(name)) : notTwoInOne(name, file);
}

const MACRO_PART = /vbaProject|vbaData|macrosheets\/|^Basic\/|^Scripts\//i;
const MACRO_STREAM = ["Macros", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA"];
const SMALL = 1024 * 1024;

type Parts = Map<string, ListedPart>;

/** The parts of a package, or what becomes of the file without them. */
async function partsOf(name: string, file: FileBytes): Promise<Parts | Verdict> {
  const directory = await listParts(file);
  if (directory.state === "broken") return { note: fileWords.damaged(name) };
  if (directory.state === "bomb") return refused(fileWords.huge(name));
  if (directory.state === "misleading") return refused(fileWords.unsafe(name));
  if (directory.parts.some((part) => MACRO_PART.test(part.name))) return refused(fileWords.macros(name));
  if (directory.encrypted) return { note: fileWords.locked(name) };
  return new Map(directory.parts.map((part) => [part.name, part]));
}

const says = {
  wordprocessingml: ["a Word document", "docx"],
  spreadsheetml: ["an Excel workbook", "xlsx"],
  presentationml: ["a PowerPoint presentation", "pptx"],
  text: ["an OpenDocument text", "odt"],
  spreadsheet: ["an OpenDocument spreadsheet", "ods"],
  presentation: ["an OpenDocument presentation", "odp"],
} as const;

function compared(name: string, actual: string | undefined): Verdict {
  if (actual !== undefined && actual === kindOfName(name)?.main) return fine;
  const known = Object.entries(says).find(([key]) => key === actual)?.[1];
  if (!known) return refused(fileWords.lies(name));
  const [what, ending] = known;
  return refused(fileWords.holds(name, what, ending));
}

async function checkOffice(name: string, file: FileBytes): Promise<Verdict> {
  if (isOle(file.head)) return checkLocked(name, file);
  const parts = await partsOf(name, file);
  if (!(parts instanceof Map)) return parts;
  if (!parts.has("[Content_Types].xml")) return compared(name, openMain(await mimetypeOf(parts, file)));
  const needed = ["[Content_Types].xml", "_rels/.rels"];
  const read = await Promise.all(needed.map((part) => smallPart(parts, part, file)));
  const zip: Zip = {
    names: [...parts.keys()],
    has: (part) => parts.has(part),
    read: (part) => read[needed.indexOf(part)] ?? new Uint8Array(),
  };
  try {
    const main = targetOf(relationsOf(zip, ""), "officeDocument");
    const type = main && parts.has(main) ? contentTypeOf(zip, main) : "";
    if (/macroEnabled/i.test(type)) return refused(fileWords.macros(name));
    return compared(name, /(wordprocessingml|spreadsheetml|presentationml)/.exec(type)?.[1]);
  } catch (error) {
    if (error instanceof Unreadable) return { note: fileWords.damaged(name) };
    throw error;
  }
}

/** A document that is locked with a password is a compound file under a name of the new kind: MS-OFFCRYPTO 2.3.4.4. */
async function checkLocked(name: string, file: FileBytes): Promise<Verdict> {
  const names = await compoundNames(file);
  if (!names) return { note: fileWords.damaged(name) };
  return names.has("EncryptedPackage") ? { note: fileWords.locked(name) } : refused(fileWords.lies(name));
}

async function smallPart(parts: Parts, name: string, file: FileBytes): Promise<Uint8Array | null> {
  const part = parts.get(name);
  return part ? readPart(file, part, { inflate, limit: SMALL }) : null;
}

const mimetypeOf = async (parts: Parts, file: FileBytes) =>
  latin1((await smallPart(parts, "mimetype", file)) ?? new Uint8Array()).trim();

const openMain = (mimetype: string) => /^application\/vnd\.oasis\.opendocument\.([a-z]+)$/.exec(mimetype)?.[1];

async function checkOpen(name: string, file: FileBytes): Promise<Verdict> {
  const parts = await partsOf(name, file);
  return parts instanceof Map ? compared(name, openMain(await mimetypeOf(parts, file))) : parts;
}

async function checkCompound(name: string, file: FileBytes): Promise<Verdict> {
  const names = await compoundNames(file);
  if (!names) return { note: fileWords.damaged(name) };
  if (MACRO_STREAM.some((each) => names.has(each))) return refused(fileWords.macros(name));
  const main = kindOfName(name)?.main ?? "";
  // Excel 5 and 95 called their stream by another name.
  return names.has(main) || (main === "Workbook" && names.has("Book")) ? fine : refused(fileWords.lies(name));
}
