/** Reads a form as it comes in: fields into memory, files straight to storage. */
import busboy from "busboy";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";

import { Invalid, NoRoom } from "./failure.ts";
import type { Arrival, Storage } from "./storage.ts";

type FormFile = { field: string; name: string; arrival: Arrival };

export type Form = {
  fields: Map<string, string>;
  /** All values of a field that may be given more than once. */
  all(name: string): string[];
  /** The value of a field, or "" where it was not sent. */
  value(name: string): string;
  /** The value of a field as a whole number, or null. */
  number(name: string): number | null;
  /** In the order in which they were chosen. */
  files: FormFile[];
  /** Files that were sent but are too large to be taken. */
  refused: Refusal[];
};

type Refusal = { name: string; why: string };

/** A hundred files, each with a row of fields. */
const MAX_FIELDS = 1500;
const MAX_FILES = 100;
const MAX_TEXT = 256 * 1024;
/** Whoever is cut off while still sending hears no answer: so much of a text that is too long is read, and not kept. */
const HEARD_OUT = 16 * 1024 * 1024;

const TOO_LONG = "The text is too long to be saved in one go. Shorten it and try again.";
const TOO_MANY = `Choose at most ${MAX_FILES} files at a time.`;
const CUT_OFF = "The upload was cut off before it was complete. Check your connection and try again.";

function formOf(pairs: [string, string][], files: FormFile[] = [], refused: Refusal[] = []): Form {
  const fields = new Map(pairs);
  const value = (name: string) => fields.get(name) ?? "";
  return {
    fields,
    files,
    refused,
    value,
    all: (name) => pairs.filter(([key]) => key === name).map(([, each]) => each),
    number: (name) => (/^-?\d{1,9}$/.test(value(name)) ? Number(value(name)) : null),
  };
}

/**
 * The form in the body of `request`. Files are streamed, hashed and synced, but kept only by who takes them; one of
 * more than `limit` bytes is refused. Throws `Invalid` for a body that is no form, is cut off, or holds too much, and
 * `NoRoom` for one that there is no place for.
 */
export async function readForm(request: Request, storage: Storage, limit: number): Promise<Form> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!request.body) return formOf([]);
  if (type.startsWith("multipart/form-data")) return readMultipart(request, type, storage, limit);
  if (!type.startsWith("application/x-www-form-urlencoded")) {
    throw new Invalid({ form: "This address takes forms only." });
  }
  const pairs = [...new URLSearchParams(await readText(request.body))];
  return formOf(pairs.slice(0, MAX_FIELDS));
}

async function readText(body: Request["body"] & object): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as ReadableStream<Uint8Array>) {
    size += chunk.length;
    if (size > HEARD_OUT) break;
    if (size <= MAX_TEXT) chunks.push(chunk);
  }
  if (size > MAX_TEXT) throw new Invalid({ form: TOO_LONG });
  return Buffer.concat(chunks).toString("utf8");
}

type FileStream = Readable & { truncated?: boolean };

const megabytes = (bytes: number) => `${Math.round(bytes / 100_000) / 10}MB`;

async function receive(stream: FileStream, field: string, name: string, storage: Storage, limit: number) {
  // A stream that fails before anyone listens would end the process.
  stream.on("error", () => undefined);
  const bytes = stream.iterator({ destroyOnReturn: false });
  const arrival = await storage.receive(bytes, Infinity).catch((error: unknown) => {
    // Nobody reads on: without this the rest of the form would wait for it.
    stream.resume();
    throw error;
  });
  if (!stream.truncated) return { field, name, arrival };
  await arrival.drop();
  return { name, why: `“${name}” must be smaller than ${megabytes(limit)}.` };
}

async function readMultipart(request: Request, type: string, storage: Storage, limit: number): Promise<Form> {
  if (Number(request.headers.get("Content-Length")) > (await storage.room())) throw new NoRoom();
  const pairs: [string, string][] = [];
  const arriving: Promise<FormFile | Refusal>[] = [];
  const faults: Record<string, string> = {};
  const limits = { fieldSize: MAX_TEXT, fields: MAX_FIELDS, files: MAX_FILES, fileSize: limit, headerPairs: 50 };
  const parser = busboy({ headers: { "content-type": type }, limits, defParamCharset: "utf8" });

  parser.on("field", (name, value, { valueTruncated }) => {
    if (valueTruncated) faults[name] = TOO_LONG;
    pairs.push([name, value]);
  });
  parser.on("filesLimit", () => void (faults.file = TOO_MANY));
  parser.on("file", (field, stream, { filename }) => {
    if (filename) arriving.push(receive(stream, field, filename, storage, limit));
    else stream.resume();
  });

  const source = Readable.fromWeb(request.body as ReadableStream<Uint8Array>);
  const sent = await pipeline(source, parser).then(
    () => true,
    () => false,
  );
  const settled = await Promise.allSettled(arriving);
  const broken = settled.find((one) => one.status === "rejected");
  const arrived = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const files = arrived.filter((one) => "arrival" in one);
  if (!sent) faults.file = CUT_OFF;
  if (broken || Object.keys(faults).length) {
    await Promise.all(files.map(({ arrival }) => arrival.drop()));
    if (broken && sent) throw broken.reason;
    throw new Invalid(faults);
  }
  return formOf(
    pairs,
    files,
    arrived.filter((one) => "why" in one),
  );
}
