/**
 * Signed states of the record, one a line in `checkpoints.log`. A chain alone can be written anew by whoever holds the
 * database; not by someone who lacks the key, and not where a checkpoint has been copied elsewhere.
 */
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

import type { Store } from "#db/client.server.ts";

import { syncFolder } from "#app/platform/disk.server.ts";
import type { Settings } from "#app/platform/env.ts";
import { openSigner, signedBy } from "#app/platform/signing.server.ts";

import { canonicalJson } from "./canonical.ts";
import type { Known } from "./verify.server.ts";
import { newWalk, rootOf, walkRecord } from "./walk.server.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const checkpoint = z.strictObject({
  /** How many entries the record had. */
  size: z.number().int().positive(),
  /** The hash of the last of them. */
  head: hash,
  /** The Merkle root over all of them. */
  root: hash,
  /** When it was signed: UTC, ISO 8601. */
  at: z.iso.datetime(),
  /** Whose signature it is: the public key, as SPKI in base64. */
  key: z.base64(),
  signature: z.base64(),
});

export type Checkpoint = z.infer<typeof checkpoint>;

const logIn = (folder: string) => join(folder, "checkpoints.log");

/** What is signed: under a heading of its own, so that no other signature of this key can pass for one. */
const signed = ({ size, head, root, at }: Omit<Checkpoint, "key" | "signature">) =>
  `throughline checkpoint 1\n${canonicalJson({ size, head, root, at })}`;

/** The log's lines; what a power cut left of the last one was never a checkpoint. */
async function readLines(folder: string): Promise<{ lines: string[]; torn: string }> {
  const text = await readFile(logIn(folder), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const lines = text.split("\n");
  return { torn: lines.pop() ?? "", lines };
}

function parse(line: string): Checkpoint | null {
  try {
    return checkpoint.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

/** Appends a line; returns when it would survive a power cut. */
async function append(folder: string, line: string, torn: string): Promise<void> {
  const handle = await open(logIn(folder), "a", 0o600);
  try {
    if (torn) await handle.truncate((await handle.stat()).size - Buffer.byteLength(torn));
    await handle.appendFile(`${line}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(folder);
}

/** Where a record lives: the services of the product are one. */
export type RecordPlace = {
  store: Pick<Store, "read">;
  settings: Pick<Settings, "DATA_DIR" | "SIGNING_KEY_FILE">;
  demo: boolean;
  now(): Date;
};

/**
 * Signs the state of the record and logs it, unless the last checkpoint says the same already. `walk` goes on where it
 * stood the last time. Returns null where there is no key or no record. Throws, and signs nothing, where an entry is wrong.
 */
export async function addCheckpoint(place: RecordPlace, walk = newWalk()): Promise<Checkpoint | null> {
  const signer = await openSigner(place);
  if (!signer) return null;
  const fault = await walkRecord(place.store.read, walk);
  if (fault) throw new Error(`The record of events is not whole, so it was not signed. ${fault.words}`);
  if (walk.size === 0) return null;
  const { DATA_DIR: folder } = place.settings;
  const { lines, torn } = await readLines(folder);
  const last = parse(lines.at(-1) ?? "");
  const state = { size: walk.size, head: walk.head, root: rootOf(walk), at: place.now().toISOString() };
  if (last?.head === state.head && last.root === state.root && last.key === signer.publicKey) return last;
  const made = { ...state, key: signer.publicKey, signature: signer.sign(signed(state)) };
  await append(folder, JSON.stringify(made), torn);
  return made;
}

/** What the checkpoints of a folder tell, and which of them tell nothing. */
export type CheckpointLog = { known: Known[]; faults: string[] };

/** Reads the log and checks each signature: against `publicKey`, or, for null, against the key that each names itself. */
export async function readCheckpoints(folder: string, publicKey: string | null): Promise<CheckpointLog> {
  const known: Known[] = [];
  const faults: string[] = [];
  const { lines } = await readLines(folder);
  lines.forEach((line, at) => {
    const where = `Line ${at + 1} of checkpoints.log`;
    const read = parse(line);
    if (!read) faults.push(`${where} cannot be read.`);
    else if (publicKey !== null && read.key !== publicKey) faults.push(`${where} was signed with another key.`);
    else if (!signedBy(read.key, signed(read), read.signature))
      faults.push(`${where} has a signature that does not fit.`);
    else known.push({ seq: read.size, hash: read.head, root: read.root, from: `the checkpoint of ${read.at}` });
  });
  return { known, faults };
}
