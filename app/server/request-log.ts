/** One line for each request: what kind of page it was and how it went, never whose, about what, or with which words. */
import type { ServerBuild } from "@remix-run/node";
import type { NextFunction, Request, Response } from "express";

import { logLine } from "#app/platform/log.ts";

/** The words that addresses of this product are made of: whatever else stands in one is somebody's. */
export function wordsOf({ routes }: ServerBuild): ReadonlySet<string> {
  const segments = Object.values(routes).flatMap((route) => route?.path?.split("/") ?? []);
  return new Set(segments.filter((segment) => segment && !segment.startsWith(":") && segment !== "*"));
}

/** "/inspections/:/lines/:.data" for the lines of any inspection; what is asked for after "?" stays out. */
export function routeOf(path: string, words: ReadonlySet<string>): string {
  const data = path.endsWith(".data");
  const segments = (data ? path.slice(0, -".data".length) : path).split("/");
  return (
    segments.map((segment) => (segment === "" || words.has(segment) ? segment : ":")).join("/") + (data ? ".data" : "")
  );
}

/** Logs each request, but for files of the build, when its answer has been sent or the one who asked has gone. */
export function requestLog(
  words: ReadonlySet<string>,
  write = (line: string): unknown => process.stdout.write(`${line}\n`),
) {
  return (request: Request, response: Response, next: NextFunction) => {
    if (request.path.startsWith("/assets/")) return next();
    const began = performance.now();
    response.once("close", () =>
      write(
        logLine("info", {
          request: response.locals.requestId as string,
          method: request.method,
          route: routeOf(request.originalUrl.replace(/\?.*/s, ""), words),
          status: response.statusCode,
          ms: Math.round(performance.now() - began),
          ...(!response.writableFinished && { cut: true }),
        }),
      ),
    );
    next();
  };
}
