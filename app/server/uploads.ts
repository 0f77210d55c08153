/**
 * Files that come in pieces, and go on where the line broke: the tus protocol 1.0. It stands before Remix, which would
 * hold bodies in memory. What has come whole waits, as its sender's alone, for the form that makes it evidence.
 */
import { ERRORS, Server, type Upload } from "@tus/server";
import type { Request as Incoming, RequestHandler, Response as Outgoing } from "express";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";

import { deskFor, type Services, sessionOf } from "#app/desk.server.ts";
import { recordRefusal } from "#app/models/audit/refusals.server.ts";
import { cleanFileName } from "#app/models/evidence/file-kind.ts";
import { arrive, findWaiting, sizeWaiting } from "#app/models/evidence/waiting.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { adoptFile } from "#app/platform/disk.server.ts";
import { Busy, Invalid, NoRoom, NotFound } from "#app/platform/failure.ts";
import { UploadLocks } from "#app/platform/locks.ts";
import { openUploads, type UploadStore } from "#app/platform/resumable.server.ts";

import { refuse } from "./doors.ts";
import { Turns } from "./turns.ts";

/** Begun and not ended, of one person; more only where one has been untouched for an hour, which is forgotten then. */
const MOST_OPEN = 50;
const STALE = 3_600_000;
/** Files of the largest size that may wait, begun or whole, of one person. */
const MOST_WAITING = 25;

const MB = 1_000_000;

/** An answer that is no upload's usual one, as the tus server throws it. */
class Answer extends Error {
  constructor(
    readonly status_code: number,
    readonly body: string,
  ) {
    super(body);
  }
}

type Asking = { services: Services; desk: Desk; store: UploadStore };

export function uploads(services: Services): RequestHandler {
  const locker = new UploadLocks();
  const turns = new Turns();
  const arriving = new Map<string, Promise<Record<string, string>>>();
  const answer = async (incoming: Incoming, outgoing: Outgoing) => {
    const session = await sessionOf(incoming.headers.cookie, services);
    if (!session || session.owes) {
      return refuse(outgoing, 401, "Sign in again. Then go on with the upload: what has come is kept.");
    }
    const { person } = session;
    const asking: Asking = {
      services,
      desk: deskFor(services, person),
      store: await openUploads(services.settings.DATA_DIR, person.id),
    };
    // Those who begin many uploads at once are counted one after the other.
    if (outgoing.closed) return;
    if (incoming.method === "POST") await turns.take(person.id, (done) => outgoing.once("close", done));
    const finish = (upload: Upload) => {
      const going = arriving.get(upload.id) ?? whole(asking, upload).finally(() => arriving.delete(upload.id));
      arriving.set(upload.id, going);
      return going;
    };
    if (incoming.method === "HEAD") {
      const known = await headOf(asking, incoming, finish);
      if (known) return void outgoing.status(known.status).set(known.headers).end();
    }
    await send(incoming, await serverFor(asking, { locker, finish }).handleWeb(requestOf(incoming)), outgoing);
  };
  return (incoming, outgoing, next) => void answer(incoming, outgoing).catch(next);
}

type Finish = (upload: Upload) => Promise<Record<string, string>>;

/** The tus server as one person meets it. */
function serverFor(asking: Asking, { locker, finish }: { locker: UploadLocks; finish: Finish }): Server {
  const { services, store } = asking;
  const limit = services.settings.MAX_UPLOAD_MB * MB;
  return new Server({
    path: "/uploads",
    datastore: store,
    locker,
    relativeLocation: true,
    maxSize: limit,
    namingFunction: () => randomUUID(),
    onUploadCreate: (_request, upload) => begin(asking, upload),
    onUploadFinish: async (_request, upload) => ({ headers: await finish(upload) }),
    onResponseError: (request, error) => {
      if ("status_code" in error && error.status_code !== 413) return error;
      if ("status_code" in error) return { status_code: 413, body: tooLarge(request.headers, limit) };
      if (error instanceof NoRoom) return { status_code: 507, body: error.message };
      throw error;
    },
  });
}

const nameIn = (metadata: Upload["metadata"]) => cleanFileName(metadata?.filename ?? "");

function tooLarge(headers: Headers, limit: number): string {
  const [, encoded = ""] = /(?:^|,)\s*filename ([^,]*)/.exec(headers.get("Upload-Metadata") ?? "") ?? [];
  const name = Buffer.from(encoded, "base64").toString("utf8");
  return `${name ? `“${cleanFileName(name)}”` : "A file"} must be smaller than ${limit / MB}MB.`;
}

/** Whether this person may begin an upload, here and now. */
async function begin({ services, desk, store }: Asking, { size = 0, metadata }: Upload) {
  const code = metadata?.inspection ?? "";
  await findInspection(desk, code, "evidence.add").catch((error: unknown) => notFound(desk, services, error));
  const open = await store.list();
  const [oldest] = open;
  if (open.length >= MOST_OPEN) {
    if (!oldest || Date.now() - oldest.touched.getTime() < STALE) {
      throw new Answer(
        429,
        `You have ${MOST_OPEN} uploads under way. Wait until one of them has ended, then try again.`,
      );
    }
    await store.forget(oldest.id);
  }
  const begun = open.reduce((sum, upload) => sum + upload.size, 0);
  if (begun + (await sizeWaiting(desk)) + size > MOST_WAITING * services.settings.MAX_UPLOAD_MB * MB) {
    throw new Answer(
      429,
      "Too many files of yours wait to be added as evidence. Add them or take them away, then send the others.",
    );
  }
  if (begun + size > (await desk.storage.room())) throw new NoRoom();
  return { metadata: { inspection: code, filename: nameIn(metadata) } };
}

/** What is missing and what is not allowed answer alike; only the record tells them apart. */
async function notFound(desk: Desk, services: Services, error: unknown): Promise<never> {
  if (!(error instanceof NotFound)) throw error;
  if (error.act) await recordRefusal(desk, services.refusals, { act: error.act, route: "/uploads" });
  throw ERRORS.FILE_NOT_FOUND;
}

/** The last byte is in: the file is checked and kept, and waits to be added. Returns headers that say so. */
async function whole({ services, desk, store }: Asking, { id, metadata }: Upload): Promise<Record<string, string>> {
  try {
    const inspection = await findInspection(desk, metadata?.inspection ?? "", "evidence.add");
    const arrival = await adoptFile(services.settings.DATA_DIR, store.pathOf(id));
    const { known, note } = await arrive(desk, inspection, { id, name: nameIn(metadata), arrival });
    await store.forget(id);
    return {
      "Upload-Arrival": id,
      ...(known && { "Upload-Known": known.ref }),
      ...(note && { "Upload-Note": encodeURIComponent(note) }),
    };
  } catch (error) {
    // The bytes may be checked again without being sent again.
    if (error instanceof Busy) throw new Answer(503, error.message);
    if (error instanceof Invalid || error instanceof NotFound) await store.forget(id);
    if (error instanceof Invalid) throw new Answer(422, error.message);
    return notFound(desk, services, error);
  }
}

/**
 * The answer for an upload of which all bytes are in: it may be that nobody was told. Where the server was cut off before
 * the file was checked, that is done now. Null for any other.
 */
async function headOf({ desk, store }: Asking, incoming: Incoming, finish: Finish) {
  const id = /^\/uploads\/([0-9a-f-]{36})\/?$/i.exec(incoming.path)?.[1] ?? "";
  const headers = (size: number, more: Record<string, string>) => ({
    status: 200,
    headers: { "Tus-Resumable": "1.0.0", "Upload-Offset": `${size}`, "Upload-Length": `${size}`, ...more },
  });
  const waiting = id && (await findWaiting(desk, id));
  if (waiting) return headers(waiting.size, { "Upload-Arrival": id });
  const upload = id ? await store.getUpload(id).catch(() => null) : null;
  if (!upload || upload.size === undefined || upload.offset !== upload.size) return null;
  try {
    return headers(upload.size, await finish(upload));
  } catch (error) {
    const { status_code: status } = error as { status_code?: number };
    if (status === undefined) throw error;
    return { status, headers: { "Tus-Resumable": "1.0.0" } };
  }
}

/** What comes of a body: where the line breaks it ends there, and what came before is kept. */
async function* bytesOf(incoming: Incoming): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of incoming) yield chunk as Uint8Array;
  } catch {
    // Whoever sent it asks later how much has come.
  }
}

function requestOf(incoming: Incoming): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const each of [value ?? []].flat()) headers.append(name, each);
  }
  const { method } = incoming;
  const body = Readable.toWeb(Readable.from(bytesOf(incoming), { objectMode: false })) as globalThis.ReadableStream;
  const url = new URL(incoming.originalUrl, "http://uploads.invalid");
  return new Request(url, { method, headers, ...(method !== "HEAD" && { body, duplex: "half" as const }) });
}

/** Headers that would let pages of other sites read the answer. */
const CROSS_SITE = /^access-control-/i;

async function send(incoming: Incoming, answer: Response, outgoing: Outgoing): Promise<void> {
  if (outgoing.headersSent) return;
  outgoing.status(answer.status);
  for (const [name, value] of answer.headers) if (!CROSS_SITE.test(name)) outgoing.set(name, value);
  if (answer.status >= 400) outgoing.type("text/plain; charset=utf-8");
  // Of what is refused the rest is not read.
  if (!incoming.complete) outgoing.set("Connection", "close");
  outgoing.end(await answer.text());
}
