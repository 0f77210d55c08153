/** A file as those see it who judge it before it is kept: by its size and by a few of its bytes, wherever they stand. */
export type FileBytes = {
  /** Bytes. */
  size: number;
  /** The first bytes. */
  head: Uint8Array;
  /** Those from `start` up to `end`, which is not included, as far as there are any. */
  read(start: number, end: number): Promise<Uint8Array>;
};

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const latin1 = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);
