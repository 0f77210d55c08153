/** The key that signs the state of the record: Ed25519, in a file outside the data folder, so that a copy of one is no copy of the other. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { mkdir, open, readFile, realpath } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";

import { syncFolder } from "./disk.server.ts";
import type { Settings } from "./env.ts";

export type Signer = {
  /** The public half as SPKI in base64: what others check with. */
  publicKey: string;
  /** The signature, in base64. */
  sign(bytes: string): string;
};

type Place = { settings: Pick<Settings, "DATA_DIR" | "SIGNING_KEY_FILE">; demo: boolean };

/** Where the key is kept, or null where none is wanted. A demonstration has its own, beside its folder. */
export function signingKeyFile({ settings, demo }: Place): string | null {
  return settings.SIGNING_KEY_FILE ?? (demo ? `${resolve(settings.DATA_DIR)}-signing-key.pem` : null);
}

/** The path with every link on the way followed, as far as it is there. */
async function truePath(path: string): Promise<string> {
  const whole = resolve(path);
  const found = await realpath(whole).catch(() => null);
  return found ?? (dirname(whole) === whole ? whole : join(await truePath(dirname(whole)), basename(whole)));
}

/** Who can write the data folder could sign for it too: the key must lie elsewhere. */
async function demandOutside(file: string, folder: string): Promise<void> {
  const [key, data] = await Promise.all([truePath(file), truePath(folder)]);
  if (key.startsWith(data + sep)) throw new Error(`SIGNING_KEY_FILE must lie outside DATA_DIR (${data}).`);
}

async function makeKey(file: string): Promise<string> {
  const { privateKey } = generateKeyPairSync("ed25519");
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }) as string;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(pem);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(dirname(file));
  return pem;
}

const readKey = (file: string): Promise<string | null> =>
  readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });

function keyFrom(pem: string, file: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch {
    // Said below.
  }
  throw new Error(`${file} holds no Ed25519 key. Make one with: openssl genpkey -algorithm ed25519`);
}

function signerOf(key: KeyObject): Signer {
  const publicKey = createPublicKey(key).export({ type: "spki", format: "der" }).toString("base64");
  return { publicKey, sign: (bytes) => sign(null, Buffer.from(bytes), key).toString("base64") };
}

/**
 * The key of this place, made on first use; null where none is wanted. Throws where the file lies inside the data folder
 * or holds something else.
 */
export async function openSigner(place: Place): Promise<Signer | null> {
  const file = signingKeyFile(place);
  if (!file) return null;
  await demandOutside(file, place.settings.DATA_DIR);
  return signerOf(keyFrom((await readKey(file)) ?? (await makeKey(file)), file));
}

/** The public half of the key of this place; null where there is no key yet. Makes nothing. */
export async function findPublicKey(place: Place): Promise<string | null> {
  const file = signingKeyFile(place);
  const pem = file && (await readKey(file));
  return file && pem ? signerOf(keyFrom(pem, file)).publicKey : null;
}

/** The SHA-256 of the public key of this place, by which people compare keys; null where there is no key yet. */
export async function findFingerprint(place: Place): Promise<string | null> {
  const key = await findPublicKey(place);
  return key && createHash("sha256").update(Buffer.from(key, "base64")).digest("hex");
}

/** Whether the holder of this key signed these bytes. */
export function signedBy(publicKey: string, bytes: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), type: "spki", format: "der" });
    return verify(null, Buffer.from(bytes), key, Buffer.from(signature, "base64"));
  } catch {
    return false;
  }
}
