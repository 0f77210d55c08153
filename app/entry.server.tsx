/** Renders a page whole before any of it is sent: no page streams, so there is no abort timer to leave running. */
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { text } from "node:stream/consumers";
import type { ReadableStream } from "node:stream/web";
import { renderToString } from "react-dom/server";

import { faultOf, logLine } from "./platform/log.ts";
import { partsReady, takeDrawn } from "./ui/later.tsx";
import { NonceContext } from "./ui/nonce.ts";

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  { serverHandoffStream, ...remixContext }: EntryContext,
  context: AppLoadContext,
) {
  const { nonce } = context;
  await partsReady();
  takeDrawn();
  const page = renderToString(
    <NonceContext.Provider value={nonce}>
      <RemixServer context={remixContext} url={request.url} nonce={nonce} />
    </NonceContext.Provider>,
  );
  const parts = takeDrawn();
  const scripts = remixContext.renderMeta?.didRenderScripts && serverHandoffStream;
  context.html = `<!doctype html>${page}${scripts ? await handover(scripts as ReadableStream, parts, nonce) : ""}`;
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(null, { status, headers });
}

/** The data that scripts begin from, and the parts they need. Remix would hand it over where a page suspends, which one string cannot. */
async function handover(data: ReadableStream, parts: string[], nonce: string): Promise<string> {
  const words = JSON.stringify(await text(data)).replace(
    /[&<>\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const stream = "window.__remixContext.streamController";
  return `<script nonce="${nonce}">${stream}.enqueue(${words});${stream}.close();partsDrawn=${JSON.stringify(parts)};</script>`;
}

/** A bug: logged with the request's id, which the error page shows too, and without what people typed. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  if (request.signal.aborted) return;
  console.error(logLine("error", { request: context.requestId, ...faultOf(error) }));
}
