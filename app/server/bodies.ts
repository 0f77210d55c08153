/**
 * How long a body may take to arrive: a form in all, an upload by its pace. Node's own limit counts the whole request
 * and would cut off a large file on a slow line. Source: security.md 4.8 and 4.13.
 */
import type { NextFunction, Request, RequestHandler, Response } from "express";

import { isForUploads } from "./address.ts";
import { refuse } from "./doors.ts";

/** In milliseconds, but for `pace`. */
type Patience = {
  /** For the whole of a form. */
  form: number;
  /** How long an upload may be slower than its pace at first, and how long it may stand still. */
  grace: number;
  idle: number;
  /** Bytes a second that an upload has to keep, over all its time. */
  pace: number;
  /** How often is looked. */
  tick: number;
};

const usual: Patience = { form: 30_000, grace: 30_000, idle: 45_000, pace: 1000, tick: 1000 };

/** Refuses, with 408, what does not arrive in time. Listens to the socket, so that whoever reads the body is not disturbed. */
export function bodies(patience: Patience = usual): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    if (request.method === "GET" || request.method === "HEAD") return next();
    const isLate = clockFor(request, patience);
    const timer = setInterval(() => {
      if (request.complete) clearInterval(timer);
      else if (isLate()) {
        clearInterval(timer);
        giveUp(request, response);
      }
    }, patience.tick);
    for (const over of ["end", "close"]) request.once(over, () => clearInterval(timer));
    next();
  };
}

function clockFor(request: Request, { form, grace, idle, pace }: Patience): () => boolean {
  const upload = Boolean(request.is("multipart/form-data")) || isForUploads(request);
  const began = Date.now();
  const { socket } = request;
  const first = socket.bytesRead;
  let last = { bytes: first, at: began };
  return () => {
    const now = Date.now();
    // Where nobody here reads on, the sender is not to blame.
    const full = request.readableLength >= request.readableHighWaterMark;
    if (full || socket.bytesRead !== last.bytes) last = { bytes: socket.bytesRead, at: now };
    const age = now - began;
    if (full) return false;
    if (!upload) return age > form;
    return now - last.at > idle || (age > grace && (last.bytes - first) * 1000 < pace * age);
  };
}

function giveUp(request: Request, response: Response): void {
  if (response.headersSent) return void request.destroy();
  response.set("Connection", "close");
  response.once("finish", () => request.destroy());
  refuse(response, 408, "What you sent did not arrive in time. Check your connection and try again.");
  setTimeout(() => request.destroy(), 1000).unref();
}
