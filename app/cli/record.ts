/** `audit head` and `verify`: what the record says of itself, and whether it is true. */
import { existsSync } from "node:fs";
import { join } from "node:path";

import { deskFor, type Services } from "#app/desk.server.ts";
import { readCheckpoints } from "#app/models/audit/checkpoints.server.ts";
import { formatHead, readHead } from "#app/models/audit/head.ts";
import { type Known, type Verdict, verifyRecord } from "#app/models/audit/verify.server.ts";
import { type BlobVerdict, checkBlobs } from "#app/models/evidence/blobs.server.ts";
import { readSettings } from "#app/platform/env.ts";
import { findPublicKey } from "#app/platform/signing.server.ts";
import { sizeOf } from "#app/ui/size.ts";

import { type Command, read, Usage, withDesk } from "./command.ts";

/** Opens the record that is there: an empty one, made on the spot, would be without a fault. */
export async function withRecord<T>(work: (services: Services) => Promise<T>): Promise<T> {
  const { DATA_DIR } = readSettings(process.env);
  if (!existsSync(join(DATA_DIR, "throughline.db")))
    throw new Error(`There is no database in ${DATA_DIR}. Check DATA_DIR.`);
  return withDesk((_desk, services) => work(services));
}

const words = (verdict: Verdict) => verdict.faults.map((fault) => `Record: ${fault.words}`);

export const auditHead: Command = {
  name: "audit head",
  usage: "[--json]",
  summary: "Prints the last entry of the record as SEQ:HASH, to be noted elsewhere, and the root over all entries.",
  async run(typed) {
    const { values } = read(typed, { json: { type: "boolean" } });
    return withRecord(async ({ store }) => {
      const verdict = await verifyRecord(store.read);
      for (const fault of words(verdict)) console.error(fault);
      if (verdict.faults.length) return 1;
      const { seq, hash, root } = verdict;
      console.log(values.json ? JSON.stringify({ seq, hash, root }) : `${formatHead({ seq, hash })}\nroot ${root}`);
      return 0;
    });
  },
};

function readHeads(typed: string[]): Known[] {
  return typed.map((text) => {
    const head = readHead(text);
    if (!head) throw new Usage(`“${text}” is no head. Give it as audit head printed it: SEQ:HASH.`);
    return { ...head, from: `the head ${head.seq} that you gave` };
  });
}

type Findings = { verdict: Verdict; checkpoints: number; blobs: BlobVerdict; faults: string[]; notes: string[] };

async function verifyAll(services: Services, heads: Known[]): Promise<Findings> {
  const key = await findPublicKey(services);
  const checkpoints = await readCheckpoints(services.settings.DATA_DIR, key);
  const verdict = await verifyRecord(services.store.read, { known: [...heads, ...checkpoints.known] });
  const file = await services.store.check();
  const blobs = await checkBlobs(deskFor(services, null));
  const { known } = checkpoints;
  return {
    verdict,
    checkpoints: known.length,
    blobs,
    faults: [
      ...words(verdict),
      ...checkpoints.faults.map((fault) => `Checkpoints: ${fault}`),
      ...file.map((fault) => `Database: ${fault}`),
      ...blobs.faults.map((fault) => `Files: ${fault}`),
    ],
    notes: [
      ...(known.length
        ? []
        : ["There are no checkpoints: only a head from elsewhere can show a record rewritten whole."]),
      ...(known.length && !key
        ? ["SIGNING_KEY_FILE is not there: signatures were checked with the keys they name."]
        : []),
      ...(verdict.erased ? [`${verdict.erased} entries have had their words erased.`] : []),
      ...blobs.spare.map((name) => `blobs/${name} is on no record.`),
    ],
  };
}

function tell({ verdict, checkpoints, blobs, faults, notes }: Findings): void {
  for (const fault of faults) console.error(fault);
  for (const note of notes) console.log(note);
  console.log(
    `Read ${verdict.seq} entries, ${checkpoints} checkpoints and ${blobs.files} files (${sizeOf(blobs.bytes)}).`,
  );
  if (faults.length === 0) console.log(`All is as it was written. Head ${formatHead(verdict)}, root ${verdict.root}`);
}

export const verify: Command = {
  name: "verify",
  usage: "[--head SEQ:HASH]… [--json]",
  summary: "Recomputes the record and every file and names what was changed, deleted, reordered or cut off.",
  async run(typed) {
    const { values } = read(typed, { head: { type: "string", multiple: true }, json: { type: "boolean" } });
    const heads = readHeads(values.head ?? []);
    return withRecord(async (services) => {
      const found = await verifyAll(services, heads);
      const { faults, notes, checkpoints, blobs } = found;
      const { seq, hash, root } = found.verdict;
      if (values.json) {
        const ok = faults.length === 0;
        console.log(JSON.stringify({ ok, seq, hash, root, checkpoints, files: blobs.files, faults, notes }));
      } else tell(found);
      return faults.length ? 1 : 0;
    });
  },
};
