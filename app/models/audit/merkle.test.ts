import fc from "fast-check";
import { createHash } from "node:crypto";
import { expect, test } from "vitest";

import { merkleTree } from "./merkle.ts";

const sha256 = (...parts: Uint8Array[]): Uint8Array => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const leafOf = (data: Uint8Array) => sha256(Uint8Array.of(0), data);

function rootOf(leaves: Uint8Array[]): string {
  const tree = merkleTree(sha256);
  for (const leaf of leaves) tree.add(leafOf(leaf));
  return hex(tree.root());
}

/** The definition of RFC 6962, word for word. */
function defined(leaves: Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leafOf(leaves[0] as Uint8Array);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Uint8Array.of(1), defined(leaves.slice(0, k)), defined(leaves.slice(k)));
}

// The reference inputs and roots of the Certificate Transparency project's own tests.
const inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"].map(
  (text) => Buffer.from(text, "hex"),
);
const roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

test("roots are those of Certificate Transparency", () => {
  expect(roots.map((_, size) => rootOf(inputs.slice(0, size)))).toEqual(roots);
});

test("a growing tree has at each size the root that RFC 6962 defines", () => {
  const leaves = fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 70 });
  fc.assert(fc.property(leaves, (all) => rootOf(all) === hex(defined(all))));
});
