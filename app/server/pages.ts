/**
 * Hands requests to Remix. Unlike Remix's own adapter, it replaces a header of `doors.ts` where a route says otherwise
 * (two of one name can cancel each other out), waits for a slow reader, and stops reading a file that nobody takes.
 */
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  createRequestHandler,
  type ServerBuild,
} from "@remix-run/node";
import type { NextFunction, Request as Incoming, RequestHandler, Response as Outgoing } from "express";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";

import { byBranch } from "./branches.ts";

/** Remix answers "….data" with what a loader returns, held in memory whole: not for files, which no page loads. */
const FILE_AS_DATA = /\/(file|briefing\.\w+|decks\/[^/]+\.\w+|present)\.data$/;

type Build = ServerBuild | (() => Promise<ServerBuild>);

/** What answers an address; one for all of them while someone edits the build. */
function handlersOf(build: Build): (path: string) => RequestAnswer {
  if (typeof build !== "function") return byBranch(build, (part) => createRequestHandler(part, "production"));
  const handle = createRequestHandler(build, "production");
  return () => handle;
}
type RequestAnswer = ReturnType<typeof createRequestHandler>;

export function pages(
  build: Build,
  contextOf: (request: Incoming, response: Outgoing) => AppLoadContext,
): RequestHandler {
  const handlerFor = handlersOf(build);
  const answer = async (incoming: Incoming, outgoing: Outgoing) => {
    if (FILE_AS_DATA.test(incoming.path)) return void outgoing.sendStatus(404);
    const handle = handlerFor(incoming.path);
    const context = contextOf(incoming, outgoing);
    await send(await handle(requestOf(incoming, outgoing), context), outgoing, context.html);
  };
  return (incoming: Incoming, outgoing: Outgoing, next: NextFunction) => {
    answer(incoming, outgoing).catch(next);
  };
}

function requestOf(incoming: Incoming, outgoing: Outgoing): Request {
  const left = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) left.abort();
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const each of [value ?? []].flat()) headers.append(name, each);
  }
  const { method } = incoming;
  const bodiless = method === "GET" || method === "HEAD";
  return new Request(new URL(`${incoming.protocol}://${incoming.headers.host}${incoming.originalUrl}`), {
    method,
    headers,
    signal: left.signal,
    ...(!bodiless && { body: createReadableStreamFromReadable(incoming), duplex: "half" as const }),
  });
}

async function send(answer: Response, outgoing: Outgoing, html?: string): Promise<void> {
  // A body that came too slowly has been answered already.
  if (outgoing.headersSent) return;
  outgoing.status(answer.status);
  for (const [name, value] of answer.headers) {
    if (name === "set-cookie") outgoing.append(name, value);
    else outgoing.set(name, value);
  }
  if (!answer.body) return void outgoing.end(html);
  await pipeline(Readable.fromWeb(answer.body as ReadableStream), outgoing).catch((error: NodeJS.ErrnoException) => {
    // The reader went away: that is their right.
    if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  });
}
