/** A sealed pack as one ZIP: its manifest is made and signed before the first byte leaves, its evidence is never in memory. */
import { createHash } from "node:crypto";

import { canonicalJson } from "#app/models/audit/canonical.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import type { Signer } from "#app/platform/signing.server.ts";
import { type Entry, zipSize, zipStream } from "#app/platform/zip-stream.server.ts";

import { longDate } from "./date.ts";
import { insertExported, quotedIn } from "./exported.server.ts";
import type { Pack } from "./pack.ts";
import { packPages } from "./pack-pages.ts";
import { verifierPage } from "./pack-verifier.ts";
import { type Gathered, gatherPack } from "./packs.server.ts";
import { writeBriefing } from "./write-markdown.ts";

const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const base64 = (text: string) => createHash("sha256").update(text).digest("base64");

/** What is signed: under a heading of its own, so that no other signature of this key can pass for one. */
const signed = (manifest: string) => `throughline pack 1\n${manifest}`;

export type PackFile = {
  name: string;
  /** Bytes of the ZIP. */
  size: number;
  /** SHA-256 of the manifest, which holds that of every file: what the record and a receipt name. */
  manifest: string;
  files: number;
  /** The evidence whose words it may hold, by reference. */
  quoted: string[];
  stream(): AsyncGenerator<Uint8Array>;
};

const written = (path: string, text: string): Entry => {
  const bytes = Buffer.from(text, "utf8");
  return { path, size: bytes.length, bytes: () => [bytes] };
};

/** The lines of `lines`, each ended. */
const lined = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join("");

/** The record's entries: the council's without their numbers, which would tell of work that is not its own. */
function recordFiles({ record: { entries, tree } }: Pack, leaves: string[]): [string, string][] {
  if (tree)
    return [
      ["audit/leaves.txt", lined(leaves)],
      ["audit/entries.jsonl", lined(entries.map(canonicalJson))],
    ];
  const own = entries.map(({ at, action, subject }) => canonicalJson({ at, action, subject }));
  return [["audit/entries.jsonl", lined(own)]];
}

/** Everything that is written for the pack, by its path. */
function writtenFiles({ pack, leaves }: Gathered): Entry[] {
  const { briefing, framework, omissions, made } = pack;
  const frame = { pack: `${briefing.title} – sealed pack`, foot: `Made on ${longDate(made.slice(0, 10))}.` };
  const texts = new Map([
    ...packPages(pack, base64),
    ["verify.html", verifierPage(frame, base64)],
    ["data/briefing.json", JSON.stringify(briefing, null, 1)],
    ["data/briefing.md", writeBriefing(briefing)],
    ["data/framework.json", JSON.stringify(framework, null, 1)],
    ["data/left-out.json", JSON.stringify(omissions, null, 1)],
    ...recordFiles(pack, leaves),
  ]);
  return [...texts].map(([path, text]) => written(path, text));
}

/** The same bytes as were sent, or nothing: a file that was changed on disk breaks the stream off. */
async function* proven(desk: Pick<Desk, "storage">, digest: string): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  for await (const chunk of desk.storage.open(digest)) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest("hex") !== digest) throw new Error(`The file ${digest} was changed on disk. Run “verify”.`);
}

async function evidenceEntries(
  desk: Pick<Desk, "storage">,
  { evidence }: Pack,
): Promise<(Entry & { sha256: string })[]> {
  const files = evidence.flatMap((one) => one.files);
  for (const { sha256: digest, size } of files) {
    if ((await desk.storage.size(digest)) !== size) throw new Error(`The file ${digest} is missing. Run “verify”.`);
  }
  return files.map(({ path, size, sha256: digest }) => ({
    path,
    size,
    sha256: digest,
    bytes: () => proven(desk, digest),
  }));
}

const digestOf = ({ bytes }: Entry) => {
  const hash = createHash("sha256");
  for (const chunk of bytes() as Iterable<Uint8Array>) hash.update(chunk);
  return hash.digest("hex");
};

/** Makes the pack of what is known now; `signer` is null where the product has no key. Nothing is on record yet. */
export async function makePack(desk: Desk, of: Inspection, signer: Signer | null): Promise<PackFile> {
  const gathered = await gatherPack(desk, of);
  const { pack } = gathered;
  const { side, made, briefing, record } = pack;
  const own = writtenFiles(gathered).map((entry) => ({ ...entry, sha256: digestOf(entry) }));
  const entries = [...own, ...(await evidenceEntries(desk, pack))].sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifest = JSON.stringify(
    {
      format: "throughline-pack/1",
      inspection: briefing.inspection,
      side,
      made,
      record: { head: record.head, tree: record.tree },
      files: entries.map(({ path, size, sha256: digest }) => ({ path, size, sha256: digest })),
    },
    null,
    1,
  );
  const seal = { key: signer?.publicKey ?? null, signature: signer?.sign(signed(manifest)) ?? null };
  const all = [
    written("manifest.json", manifest),
    written("signature.json", JSON.stringify(seal, null, 1)),
    ...entries,
  ];
  const quoted = [...new Set([...quotedIn(briefing), ...pack.evidence.map(({ ref }) => ref)])];
  return {
    name: `${of.code}-pack.zip`,
    size: zipSize(all),
    manifest: sha256(manifest),
    files: entries.length,
    quoted,
    stream: () => zipStream(all),
  };
}

/** Puts on record, before the first byte leaves, that the person took this pack, and whose words it may hold. */
export async function recordPack(
  desk: Desk,
  of: Inspection,
  { manifest, size, files, quoted }: PackFile,
): Promise<void> {
  demand(of, "pack.make");
  const event = {
    action: "pack.make",
    subject: `inspection:${of.id}`,
    inspection: of.id,
    detail: { manifest, size, files },
  };
  await desk.change(event, (db) => insertExported(db, desk, of, { format: "zip", sha256: manifest, quoted }));
}
