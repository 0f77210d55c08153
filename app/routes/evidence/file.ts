/** Sends a file of the evidence, whole or a part of it. That the file was taken is on record. */
import { ReadableStream } from "node:stream/web";

import { reading } from "#app/desk.server.ts";
import { findFile, recordDownload } from "#app/models/evidence/downloads.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { downloadHead } from "#app/platform/download.ts";

export const loader = reading(async ({ desk, params, url, request }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.see");
  const id = params.id ?? "";
  const file = await findFile(desk, inspection, id, url.searchParams.get("file") ?? "");
  const { headers: asked, method } = request;
  const { status, headers, span } = downloadHead(file, { range: asked.get("Range"), ifRange: asked.get("If-Range") });
  if (method === "HEAD" || !span) return new Response(null, { status, headers });
  // A program that fetches a file in parts has taken it once.
  if (span.start === 0) await recordDownload(desk, inspection, id, file);
  const bytes = ReadableStream.from(desk.storage.open(file.sha256, span));
  return new Response(bytes as globalThis.ReadableStream, { status, headers });
});
