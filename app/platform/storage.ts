/** Where uploaded bytes are kept. Bytes are named by their hash, so the same bytes are stored once. */

/** Bytes that have arrived whole but are not kept yet. */
export type Arrival = {
  /** Lower-case hex. */
  sha256: string;
  /** Bytes. */
  size: number;
  /** The first bytes, enough to tell what the file is. */
  head: Uint8Array;
  /** All of them, before they are kept or dropped. */
  open(): AsyncIterable<Uint8Array>;
  /** Those from `start` up to `end`, which is not included, as far as there are any. Asked for in small pieces only. */
  read(start: number, end: number): Promise<Uint8Array>;
  /** Makes them durable: returns only when they would survive a power cut. */
  keep(): Promise<void>;
  /** Forgets them. */
  drop(): Promise<void>;
};

export type Storage = {
  /**
   * Takes bytes in as they come, never holding more than a chunk. Throws `TooLarge` past `limit` bytes, and `NoRoom`
   * where there is no place for them.
   */
  receive(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<Arrival>;
  /** The bytes of `sha256`, from `start` to `end` inclusive. Throws where they are missing. */
  open(sha256: string, range?: { start: number; end: number }): AsyncIterable<Uint8Array>;
  /** Size in bytes, or null where nothing of that name is kept. */
  size(sha256: string): Promise<number | null>;
  /** The names of all that is kept: hashes, and whatever else lies there that has no business to. */
  list(): AsyncIterable<string>;
  /** Takes away what is kept under `sha256`, unless it was kept after `before`. Returns whether it did. */
  remove(sha256: string, before: Date): Promise<boolean>;
  /** How many bytes more it takes, leaving enough for the product to go on working. */
  room(): Promise<number>;
};

export class TooLarge extends Error {
  constructor(readonly limit: number) {
    super(`larger than ${limit} bytes`);
  }
}

/** How many of the first bytes an arrival shows. */
export const HEAD_BYTES = 4096;
