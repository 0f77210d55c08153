/** Twins for tests: storage in memory instead of on disk, letters that are kept instead of sent, a scanner that knows one virus. */
import type { Letter, Mail } from "./mail.server.ts";
import type { Scanner } from "./scanner.server.ts";
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
  const since = new Map<string, number>();
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
        read: async (start, end) => whole.subarray(start, end),
        async keep() {
          kept.set(sha256, whole);
          since.set(sha256, Date.now());
        },
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
    remove: async (sha256, before) => (since.get(sha256) ?? Infinity) <= before.getTime() && kept.delete(sha256),
    room: async () => Infinity,
  };
}

/** Keeps letters in the order in which they were sent. */
export function memoryMail(): Mail & { sent: Letter[] } {
  const sent: Letter[] = [];
  return { sent, send: async (letter) => void sent.push(letter) };
}

/** Stops whatever holds the words of the scanners' own test file. */
export const memoryScanner = (): Scanner => ({
  async scan(bytes) {
    const whole = new TextDecoder("latin1").decode(await concat(bytes, Infinity));
    return whole.includes("EICAR-STANDARD-ANTIVIRUS-TEST-FILE") ? "infected" : "clean";
  },
});
