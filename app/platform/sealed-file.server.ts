/** Files under a key: AES-256-GCM, in a stream, so that a large one needs no more memory than a small one. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const MARK = Buffer.from("TLSEALED1\n");
const SALT = 16;
const IV = 12;
const TAG = 16;

/** Each file has a key of its own, so that no two ever share one with the same beginning. */
const keyFrom = (key: string, salt: Buffer) =>
  Buffer.from(hkdfSync("sha256", key, salt, "throughline backup", 32) as ArrayBuffer);

/** What `source` yields, sealed: mark, salt, beginning, content, tag. */
export async function* sealed(source: AsyncIterable<Uint8Array>, key: string): AsyncGenerator<Uint8Array> {
  const [salt, iv] = [randomBytes(SALT), randomBytes(IV)];
  const cipher = createCipheriv("aes-256-gcm", keyFrom(key, salt), iv);
  yield Buffer.concat([MARK, salt, iv]);
  for await (const chunk of source) yield cipher.update(chunk);
  yield Buffer.concat([cipher.final(), cipher.getAuthTag()]);
}

/**
 * What was sealed. Nothing of it is proved before the last byte: keep none of it where this throws, because the key is
 * another one or a byte was changed.
 */
export async function* unsealed(source: AsyncIterable<Uint8Array>, key: string): AsyncGenerator<Uint8Array> {
  let decipher: ReturnType<typeof opening> | null = null;
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    held = Buffer.concat([held, chunk]);
    if (!decipher && held.length >= MARK.length + SALT + IV) {
      decipher = opening(held, key);
      held = held.subarray(MARK.length + SALT + IV);
    }
    // The last bytes may be the tag.
    if (!decipher || held.length <= TAG) continue;
    yield decipher.update(held.subarray(0, held.length - TAG));
    held = Buffer.from(held.subarray(held.length - TAG));
  }
  if (!decipher || held.length !== TAG) throw new Error("This file is cut off, or was not sealed by this product.");
  decipher.setAuthTag(held);
  try {
    yield decipher.final();
  } catch {
    throw new Error("This file was sealed with another key, or was changed since. Check BACKUP_KEY.");
  }
}

function opening(head: Buffer, key: string) {
  if (!head.subarray(0, MARK.length).equals(MARK)) throw new Error("This file was not sealed by this product.");
  const salt = head.subarray(MARK.length, MARK.length + SALT);
  const iv = head.subarray(MARK.length + SALT, MARK.length + SALT + IV);
  return createDecipheriv("aes-256-gcm", keyFrom(key, Buffer.from(salt)), Buffer.from(iv), { authTagLength: TAG });
}
