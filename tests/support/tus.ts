/** A client of resumable uploads that sends exactly what it is told: parts, at offsets, on lines that break. */
import { request } from "node:http";

import { type Client, CODE } from "./server.ts";

const base64 = (text: string) => Buffer.from(text).toString("base64");

type Begin = { name: string; size: number; inspection?: string; headers?: Record<string, string> };

/** Begins an upload; its address is the answer's `Location`. */
export const begin = (client: Client, { name, size, inspection = CODE, headers = {} }: Begin): Promise<Response> =>
  client.send("/uploads", {
    method: "POST",
    headers: {
      Origin: client.origin,
      "Tus-Resumable": "1.0.0",
      "Upload-Length": String(size),
      "Upload-Metadata": `filename ${base64(name)},inspection ${base64(inspection)}`,
      ...headers,
    },
  });

export const ask = (client: Client, method: "HEAD" | "DELETE" | "OPTIONS", at: string): Promise<Response> =>
  client.send(at, { method, headers: { Origin: client.origin, "Tus-Resumable": "1.0.0" } });

/** Sends a part of an upload. */
export const part = (client: Client, at: string, offset: number, bytes: Buffer | string): Promise<Response> =>
  client.send(at, {
    method: "PATCH",
    headers: {
      Origin: client.origin,
      "Tus-Resumable": "1.0.0",
      "Content-Type": "application/offset+octet-stream",
      "Upload-Offset": String(offset),
    },
    body: typeof bytes === "string" ? bytes : new Uint8Array(bytes),
  });

/** Begins an upload and sends all of it. Resolves with the last answer. */
export async function sendWhole(client: Client, name: string, bytes: Buffer | string, inspection?: string) {
  const begun = await begin(client, { name, size: Buffer.byteLength(bytes), inspection });
  if (begun.status !== 201 || Buffer.byteLength(bytes) === 0) return begun;
  return part(client, begun.headers.get("Location") ?? "", 0, bytes);
}

type Line = {
  /** Bytes a second. */
  pace?: number;
  /** The line breaks once so many bytes have been sent. */
  breaksAfter?: number;
};

/** Streams the bytes from `offset` to `size`, as `bytesAt` gives them, down a line; the answer, or null where it broke. */
export function stream(
  client: Client,
  at: string,
  { offset, size, bytesAt }: { offset: number; size: number; bytesAt: (at: number) => Buffer },
  { pace = Infinity, breaksAfter = Infinity }: Line = {},
): Promise<{ status: number; headers: Record<string, unknown> } | null> {
  return new Promise((resolve) => {
    const { hostname, port, origin } = new URL(client.origin);
    const sending = request({
      hostname,
      port,
      path: at,
      method: "PATCH",
      headers: {
        Origin: origin,
        Cookie: client.cookie,
        "Tus-Resumable": "1.0.0",
        "Content-Type": "application/offset+octet-stream",
        "Upload-Offset": offset,
        "Content-Length": size - offset,
      },
    });
    sending.on("response", (answer) => {
      answer.resume();
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }));
    });
    sending.on("error", () => resolve(null));
    const began = performance.now();
    let sent = 0;
    const next = () => {
      if (sending.destroyed) return;
      if (sent >= breaksAfter) return void sending.destroy();
      if (offset + sent >= size) return void sending.end();
      const bytes = bytesAt(offset + sent);
      sent += bytes.length;
      const due = () => setTimeout(next, Math.max(0, (sent / pace) * 1000 - (performance.now() - began)));
      if (sending.write(bytes)) due();
      else sending.once("drain", due);
    };
    next();
  });
}
