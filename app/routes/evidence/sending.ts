/** Sends one file in pieces that the server keeps, so that a lost connection or a closed tab costs at most one of them. */
import type { DetailedError, HttpResponse, PreviousUpload, Upload, UploadOptions, UrlStorage } from "tus-js-client";

import { paths } from "#app/paths.ts";

/** Bytes of one request: a few seconds on a slow line. */
const PIECE = 5 * 1024 * 1024;
const DELAYS = [0, 1000, 3000, 5000, 10_000, 20_000];

/** What has come of a file: the server's name for it. */
export type There = {
  arrival: string;
  /** The evidence that holds the same bytes already, as E12. */
  known: string | null;
  /** What whoever sent it should know. */
  note: string | null;
};

export type Hears = {
  progress(sent: number): void;
  /** Cut off for the moment: it tries again by itself. */
  stalled(): void;
  there(what: There): void;
  /** `final`: sending it again would end the same way. */
  stopped(why: string, final: boolean): void;
};

export type Sending = { pause(): void; resume(): void; cancel(): Promise<void> };

const LOST = "The connection was lost. What was sent so far is kept.";
const GONE = "You may no longer add files to this inspection.";

/** Refused for what it is: sending it again would end the same way. */
const FINAL = [413, 422];

/** In the server's own words, where it says some. */
function whyStopped(answer: HttpResponse | null): { why: string; final: boolean } {
  const status = answer?.getStatus() ?? 0;
  const said = answer?.getBody().trim();
  const final = FINAL.includes(status);
  if (final || [401, 429, 503, 507].includes(status)) return { why: said || "This file was refused.", final };
  return { why: status >= 400 && status < 500 ? GONE : LOST, final };
}

/** One place in the browser's memory for one file of one inspection. A digest, since a name can tell who it is about. */
async function placeOf(file: File, code: string): Promise<string> {
  const told = new TextEncoder().encode([file.name, file.type, file.size, file.lastModified].join("\n"));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", told));
  return `${code}-${[...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** Keeps the address of what was begun, and nothing about the file. */
const nameless = (storage: UrlStorage): UrlStorage => ({
  findAllUploads: () => storage.findAllUploads(),
  findUploadsByFingerprint: (place) => storage.findUploadsByFingerprint(place),
  removeUpload: (key) => storage.removeUpload(key),
  addUpload: (place, upload) => storage.addUpload(place, { ...upload, metadata: {} }),
});

const heard = (hears: Hears): Pick<UploadOptions, "onProgress" | "onSuccess" | "onError" | "onShouldRetry"> => ({
  onProgress: (sent) => hears.progress(sent),
  onSuccess: ({ lastResponse }) => {
    const arrival = lastResponse.getHeader("Upload-Arrival");
    const known = lastResponse.getHeader("Upload-Known") || null;
    const note = decodeURIComponent(lastResponse.getHeader("Upload-Note") ?? "") || null;
    if (arrival) hears.there({ arrival, known, note });
    else hears.stopped("The file came, but the server did not say so. Send it again.", false);
  },
  onError: (error) => {
    const { why, final } = whyStopped("originalResponse" in error ? error.originalResponse : null);
    hears.stopped(why, final);
  },
  onShouldRetry: (error: DetailedError) => {
    const status = error.originalResponse?.getStatus() ?? 0;
    const again =
      navigator.onLine && (status < 400 || status === 409 || status === 423 || status >= 500) && status !== 507;
    if (again) hears.stalled();
    return again;
  },
});

function goOn(upload: Upload, [last]: PreviousUpload[]): void {
  if (last) upload.resumeFromPreviousUpload(last);
  upload.start();
}

/** Begins to send, or goes on where an earlier visit stopped. The program that does it is loaded when it is first needed. */
export async function send(file: File, code: string, hears: Hears): Promise<Sending> {
  const tus = await import("tus-js-client");
  const upload = new tus.Upload(file, {
    endpoint: paths.uploads(),
    chunkSize: PIECE,
    retryDelays: DELAYS,
    metadata: { filename: file.name, inspection: code },
    fingerprint: () => placeOf(file, code),
    urlStorage: nameless(tus.defaultOptions.urlStorage),
    removeFingerprintOnSuccess: true,
    ...heard(hears),
  });
  goOn(upload, await upload.findPreviousUploads());
  return {
    pause: () => void upload.abort(),
    resume: () => upload.start(),
    cancel: () => upload.abort(true),
  };
}
