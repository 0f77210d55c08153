/** What stands before Remix: where a request may come from, what it may ask, and what every answer says. */
import type { NextFunction, Request, Response } from "express";
import { randomBytes, randomUUID } from "node:crypto";

import { faultOf, logLine } from "#app/platform/log.ts";

import { isForUploads } from "./address.ts";

/** The answer to a request that goes no further. */
export function refuse(response: Response, status: number, words: string): void {
  response.status(status).type("text/plain; charset=utf-8").send(`${words}\n`);
}

const METHODS = ["GET", "HEAD", "POST"];
/** Of uploads that come in pieces. */
const UPLOAD_METHODS = ["HEAD", "POST", "PATCH", "DELETE", "OPTIONS"];
/** What changes something: asked for from pages of our own only. */
const CHANGING = ["POST", "PATCH", "DELETE"];
/** Remix asks for many pages at once in one address, up to this; no other address of ours comes near it. */
const LONGEST_MANIFEST = 7680;
const LONGEST = 4096;
const FORWARDED = ["forwarded", "x-forwarded-for", "x-forwarded-proto", "x-forwarded-port"];

/** Headers of every answer, and the nonce of its content security policy. */
export function headers({ secure }: { secure: boolean }) {
  return (_request: Request, response: Response, next: NextFunction) => {
    const nonce = randomBytes(16).toString("base64");
    response.locals.nonce = nonce;
    response.locals.requestId = randomUUID();
    response.set({
      "Content-Security-Policy": [
        "default-src 'none'",
        `script-src 'nonce-${nonce}' 'strict-dynamic'`,
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        // Documents are drawn in a process of their own.
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
      ].join("; "),
      "X-Content-Type-Options": "nosniff",
      // "no-referrer" would make browsers send "Origin: null" with every form.
      "Referrer-Policy": "same-origin",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
      "X-Frame-Options": "DENY",
      "Cache-Control": "private, no-store",
    });
    if (secure) response.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    next();
  };
}

/**
 * Refuses requests for another host, with a method that nothing here takes, or that would change something from
 * another site. `origins` are the addresses that this server is known by; `proxies` is how many stand before it.
 */
export function gate(origins: readonly string[], proxies = 0) {
  const hosts = new Set(origins.map((origin) => new URL(origin).host));
  const known = new Set(origins);
  return (request: Request, response: Response, next: NextFunction) => {
    delete request.headers["x-forwarded-host"];
    if (!proxies) for (const name of FORWARDED) delete request.headers[name];
    if (!hosts.has(request.headers.host ?? "")) {
      return refuse(response, 421, "This server does not answer for that host.");
    }
    const methods = isForUploads(request) ? UPLOAD_METHODS : METHODS;
    if (!methods.includes(request.method)) {
      response.set("Allow", methods.join(", "));
      return refuse(response, 405, "That method is not used here.");
    }
    const { originalUrl } = request;
    if (originalUrl.length > (originalUrl.startsWith("/__manifest?") ? LONGEST_MANIFEST : LONGEST)) {
      return refuse(response, 414, "That address is too long.");
    }
    if (!originalUrl.startsWith("/") || asksForData(originalUrl)) {
      return refuse(response, 400, "That address is not used here.");
    }
    if (CHANGING.includes(request.method) && !fromHere(request, known)) {
      return refuse(response, 403, "This form was sent from another site. Open the page again and send it from there.");
    }
    next();
  };
}

/** Remix would answer `_data` with one loader's data, past the loaders above it; nothing here asks for it. */
const asksForData = (address: string) => new URLSearchParams(address.replace(/^[^?]*/, "")).has("_data");

/** Whether a change was asked for from a page of our own: by Fetch Metadata, and by Origin or Referer where it lacks. */
function fromHere(request: Request, known: ReadonlySet<string>): boolean {
  const site = request.headers["sec-fetch-site"];
  const { origin, referer } = request.headers;
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  if (origin !== undefined) return known.has(origin);
  if (site !== undefined) return true;
  return referer !== undefined && URL.canParse(referer) && known.has(new URL(referer).origin);
}

/** What nothing else has caught: told apart only as far as the sender can mend it, and logged where they cannot. */
// Express tells this kind of handler by its four parameters.
export function lastResort(error: unknown, _request: Request, response: Response, _next: NextFunction): void {
  const { status = 500 } = error as { status?: number };
  const theirs = status >= 400 && status < 500;
  if (!theirs) {
    console.error(logLine("error", { request: response.locals.requestId as string, ...faultOf(error) }));
  }
  if (response.headersSent) return void response.destroy();
  if (theirs) return refuse(response, status, "That address cannot be read.");
  refuse(response, 500, `Something went wrong. Go back and try again. (${response.locals.requestId})`);
}
