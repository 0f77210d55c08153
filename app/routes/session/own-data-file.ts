/** What is held about one's own account, as a file. That it was taken is on record. */
import { createHash } from "node:crypto";

import { demandConfirmed, reading } from "#app/desk.server.ts";
import { findOwnData, recordPersonExport } from "#app/models/briefing/person-data.server.ts";
import { personPage } from "#app/models/briefing/person-data.ts";
import { paths } from "#app/paths.ts";
import { downloadHead } from "#app/platform/download.ts";

const base64 = (text: string) => createHash("sha256").update(text).digest("base64");

export const loader = reading(async (asked) => {
  demandConfirmed(asked, paths.ownData());
  const { desk, url, request } = asked;
  const data = await findOwnData(desk);
  const json = url.pathname.endsWith(".json");
  const text = json ? JSON.stringify(data, null, 2) : personPage(data, base64);
  const bytes = new TextEncoder().encode(text);
  const name = json ? "data.json" : "data.html";
  const mediaType = json ? "application/json" : "text/html; charset=utf-8";
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { name, mediaType, size: bytes.length, sha256 };
  const { status, headers } = downloadHead(file, { range: null, ifRange: null });
  if (request.method === "HEAD") return new Response(null, { status, headers });
  await recordPersonExport(desk, desk.user.id);
  return new Response(bytes, { status, headers });
});
