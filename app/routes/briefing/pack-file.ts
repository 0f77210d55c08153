/** Sends the sealed pack, as it is made. That it was taken is on record before the first byte leaves. */
import { ReadableStream } from "node:stream/web";

import { demandConfirmed, reading } from "#app/desk.server.ts";
import { makePack, recordPack } from "#app/models/briefing/pack-files.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { downloadHead } from "#app/platform/download.ts";
import { openSigner } from "#app/platform/signing.server.ts";

export const loader = reading(async ({ desk, session, params, request, context }) => {
  const inspection = await findInspection(desk, params.code ?? "", "pack.make");
  demandConfirmed({ desk, session, request }, paths.pack(inspection.code));
  const pack = await makePack(desk, inspection, await openSigner(context.services));
  const file = { name: pack.name, mediaType: "application/zip", size: pack.size, sha256: pack.manifest };
  const { headers } = downloadHead(file, { range: null, ifRange: null });
  // It is made anew each time, so no part of it can be asked for by itself.
  headers["Accept-Ranges"] = "none";
  if (request.method === "HEAD") return new Response(null, { headers });
  await recordPack(desk, inspection, pack);
  const bytes = ReadableStream.from(pack.stream());
  return new Response(bytes as globalThis.ReadableStream, { headers });
});
