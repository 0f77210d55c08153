/** Twins for tests: storage in memory instead of on disk, and letters that are kept instead of sent. */
import type { Letter, Mail } from "./mail.server.ts";
import { HEAD_BYTES, type Storage, TooLarge } from "./storage.ts";

const hex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

async function concat(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) throw new TooLarge(limit);
    parts.push(chunk);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Keeps files in a map that ends with the process. */
export function memoryStorage(): Storage {
  const kept = new Map<string, Uint8Array>();
  return {
    async receive(bytes, limit) {
      const whole = await concat(bytes, limit);
      const sha256 = hex(await crypto.subtle.digest("SHA-256", whole));
      return {
        sha256,
        size: whole.length,
        head: whole.subarray(0, HEAD_BYTES),
        async *open() {
          yield whole;
        },
        keep: async () => void kept.set(sha256, whole),
        drop: async () => undefined,
      };
    },
    async *open(sha256, range) {
      const whole = kept.get(sha256);
      if (!whole) throw new Error(`Nothing is kept under ${sha256}.`);
      yield range ? whole.subarray(range.start, range.end + 1) : whole;
    },
    size: async (sha256) => kept.get(sha256)?.length ?? null,
    async *list() {
      yield* kept.keys();
    },
  };
}

/** Keeps letters in the order in which they were sent. */
export function memoryMail(): Mail & { sent: Letter[] } {
  const sent: Letter[] = [];
  return { sent, send: async (letter) => void sent.push(letter) };
}
