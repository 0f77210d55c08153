/** Sends the briefing deck, or a saved one, as a file to keep. That it went out is on record, with the digest of its bytes. */
import { reading } from "#app/desk.server.ts";
import { findSavedDeck } from "#app/models/briefing/decks.server.ts";
import { formatOf, makeDeckFile, recordExport } from "#app/models/briefing/exports.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { downloadHead } from "#app/platform/download.ts";
import { NotFound } from "#app/platform/failure.ts";

export const loader = reading(async ({ desk, params, url, request }) => {
  const inspection = await findInspection(desk, params.code ?? "", params.deck ? "deck.see" : "briefing.export");
  const format = formatOf(url.pathname.slice(url.pathname.lastIndexOf(".") + 1));
  if (!format) throw new NotFound();
  const saved = params.deck ? await findSavedDeck(desk, inspection, params.deck) : null;
  const file = await makeDeckFile(desk, inspection, format, saved);
  const asked = { range: request.headers.get("Range"), ifRange: request.headers.get("If-Range") };
  const { status, headers, span } = downloadHead({ ...file, size: file.bytes.length }, asked);
  if (request.method === "HEAD" || !span) return new Response(null, { status, headers });
  if (span.start === 0) await recordExport(desk, inspection, file);
  return new Response(file.bytes.subarray(span.start, span.end + 1), { status, headers });
});
