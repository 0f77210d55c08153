/** The Merkle tree over the record's entries, as in RFC 6962, section 2.1: one hash that stands for all of them. */

/** The hash of these bytes, one after the other. */
type Hash = (...parts: Uint8Array[]) => Uint8Array;

export type MerkleTree = {
  /** Adds the hash of the next leaf. */
  add(leaf: Uint8Array): void;
  /** The root over all leaves so far. */
  root(): Uint8Array;
};

const NODE = Uint8Array.of(1);

/** A tree that grows leaf by leaf. It holds one hash for each complete part, however many leaves there are. */
export function merkleTree(hash: Hash): MerkleTree {
  const join = (left: Uint8Array, right: Uint8Array) => hash(NODE, left, right);
  /** Roots of the complete parts, the largest first: their sizes are the ones in the binary number of leaves. */
  const parts: Uint8Array[] = [];
  let size = 0;
  return {
    add(leaf) {
      let part = leaf;
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) part = join(parts.pop() as Uint8Array, part);
      parts.push(part);
      size++;
    },
    root: () => (parts.length ? parts.reduceRight((right, left) => join(left, right)) : hash()),
  };
}
