/** A file to be saved, whole. */
import { contentDisposition } from "#app/platform/download.ts";

const mediaTypes = {
  csv: "text/csv; charset=utf-8; header=present",
  json: "application/json; charset=utf-8",
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** Its media type is that of its ending. */
export function fileAnswer(name: `${string}.${keyof typeof mediaTypes}`, bytes: Uint8Array): Response {
  const ending = name.slice(name.lastIndexOf(".") + 1) as keyof typeof mediaTypes;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": mediaTypes[ending],
      "Content-Disposition": contentDisposition(name),
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
