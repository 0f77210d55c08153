/** What stands before Remix: where a request may come from, what it may ask, and what every answer says. */
import type { NextFunction, Request, Response } from "express";
import { randomBytes, randomUUID } from "node:crypto";

/** The answer to a request that goes no further. */
function refuse(response: Response, status: number, words: string): void {
  response.status(status).type("text/plain; charset=utf-8").send(`${words}\n`);
}

const METHODS = new Set(["GET", "HEAD", "POST"]);

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
 * another site. `origins` are the addresses that this server is known by.
 */
export function gate(origins: readonly string[]) {
  const hosts = new Set(origins.map((origin) => new URL(origin).host));
  const known = new Set(origins);
  return (request: Request, response: Response, next: NextFunction) => {
    delete request.headers["x-forwarded-host"];
    if (!hosts.has(request.headers.host ?? "")) {
      return refuse(response, 421, "This server does not answer for that host.");
    }
    if (!METHODS.has(request.method)) {
      response.set("Allow", [...METHODS].join(", "));
      return refuse(response, 405, "That method is not used here.");
    }
    // Remix would answer it with one loader's data, past the loaders above it; nothing here asks for it.
    if ("_data" in request.query) return refuse(response, 400, "That address is not used here.");
    if (request.method === "POST" && !fromHere(request, known)) {
      return refuse(response, 403, "This form was sent from another site. Open the page again and send it from there.");
    }
    next();
  };
}

/** Whether a change was asked for from a page of our own: by Fetch Metadata, and by Origin or Referer where it lacks. */
function fromHere(request: Request, known: ReadonlySet<string>): boolean {
  const site = request.headers["sec-fetch-site"];
  const { origin, referer } = request.headers;
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  if (origin !== undefined) return known.has(origin);
  if (site !== undefined) return true;
  return referer !== undefined && URL.canParse(referer) && known.has(new URL(referer).origin);
}
