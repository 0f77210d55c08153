import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

import { findPublicKey, openSigner, signedBy, signingKeyFile } from "./signing.server.ts";

function place(keyIn: (folder: string) => string | undefined, demo = false) {
  const folder = mkdtempSync(join(tmpdir(), "throughline-signing-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const DATA_DIR = join(folder, "data");
  mkdirSync(DATA_DIR);
  return { folder, settings: { DATA_DIR, SIGNING_KEY_FILE: keyIn(folder) }, demo };
}

test("the key is made on first use, for its owner's eyes only, and stays", async () => {
  const here = place((folder) => join(folder, "keys/signing.pem"));
  const file = signingKeyFile(here) as string;
  expect(await findPublicKey(here)).toBeNull();
  expect(existsSync(file)).toBe(false);
  const signer = await openSigner(here);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, "utf8")).toContain("BEGIN PRIVATE KEY");
  expect((await openSigner(here))?.publicKey).toBe(signer?.publicKey);
  expect(await findPublicKey(here)).toBe(signer?.publicKey);
});

test("a signature fits its bytes and its key, and no others", async () => {
  const [one, other] = await Promise.all([1, 2].map(() => openSigner(place((folder) => join(folder, "signing.pem")))));
  const signature = one!.sign("the record");
  expect(signedBy(one!.publicKey, "the record", signature)).toBe(true);
  expect(signedBy(one!.publicKey, "the Record", signature)).toBe(false);
  expect(signedBy(other!.publicKey, "the record", signature)).toBe(false);
  expect(signedBy("no key", "the record", signature)).toBe(false);
});

test("a key inside the data folder is refused, whichever way the path leads there", async () => {
  const plain = place((folder) => join(folder, "data/signing.pem"));
  await expect(openSigner(plain)).rejects.toThrow("SIGNING_KEY_FILE must lie outside DATA_DIR");
  const dotted = place((folder) => join(folder, "keys/../data/deep/signing.pem"));
  await expect(openSigner(dotted)).rejects.toThrow("outside DATA_DIR");
  const linked = place((folder) => join(folder, "link/signing.pem"));
  symlinkSync(linked.settings.DATA_DIR, join(linked.folder, "link"));
  await expect(openSigner(linked)).rejects.toThrow("outside DATA_DIR");
  expect(existsSync(join(linked.settings.DATA_DIR, "signing.pem"))).toBe(false);
  // A folder beside it whose name begins alike is outside.
  expect(await openSigner(place((folder) => join(folder, "data-key.pem")))).not.toBeNull();
});

test("a file that holds something else is refused in words that say the remedy", async () => {
  const here = place((folder) => join(folder, "signing.pem"));
  writeFileSync(signingKeyFile(here) as string, "something else");
  await expect(openSigner(here)).rejects.toThrow(/holds no Ed25519 key. Make one with/);
});

test("without a setting there is no key; a demonstration has one beside its folder", async () => {
  expect(await openSigner(place(() => undefined))).toBeNull();
  const demo = place(() => undefined, true);
  expect(signingKeyFile(demo)).toBe(`${demo.settings.DATA_DIR}-signing-key.pem`);
  expect(await openSigner(demo)).not.toBeNull();
});
