/** A published version as a file: its very text, whose hash is shown beside it, or the same as Markdown. */
import { createHash } from "node:crypto";

import { reading } from "#app/desk.server.ts";
import { findPublished } from "#app/models/briefing/publications.server.ts";
import { writeBriefing } from "#app/models/briefing/write-markdown.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { downloadHead } from "#app/platform/download.ts";
import { NotFound } from "#app/platform/failure.ts";

const types = { json: "application/json", md: "text/markdown; charset=utf-8" } as const;

export const loader = reading(async ({ desk, params, url, request }) => {
  const inspection = await findInspection(desk, params.code ?? "", "publication.see");
  const number = /^\d{1,6}$/.test(params.number ?? "") ? Number(params.number) : 0;
  const { content, published } = await findPublished(desk, inspection, number);
  const asked = url.searchParams.get("format") ?? "json";
  const format = (Object.keys(types) as (keyof typeof types)[]).find((one) => one === asked);
  if (!format) throw new NotFound();
  const bytes = new TextEncoder().encode(format === "json" ? content : writeBriefing(published.briefing));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = {
    name: `${inspection.code}-version-${number}.${format}`,
    mediaType: types[format],
    size: bytes.length,
    sha256,
  };
  const ranges = { range: request.headers.get("Range"), ifRange: request.headers.get("If-Range") };
  const { status, headers, span } = downloadHead(file, ranges);
  if (request.method === "HEAD" || !span) return new Response(null, { status, headers });
  return new Response(bytes.subarray(span.start, span.end + 1), { status, headers });
});
