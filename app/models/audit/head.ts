/** A head of the record as people note it down: the number of its last entry and that entry's hash. */
export type Head = { seq: number; hash: string };

/** "128:9f86d0…". */
export const formatHead = ({ seq, hash }: Head): string => `${seq}:${hash}`;

/** Reads a head as it was printed; null for anything else. */
export function readHead(text: string): Head | null {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim().toLowerCase()) ?? [];
  return seq && hash ? { seq: Number(seq), hash } : null;
}
