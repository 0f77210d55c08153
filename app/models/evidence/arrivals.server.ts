/** Evidence coming in, and going out of use. File first, then one transaction: a row without its file cannot be. */
import { and, between, eq, inArray, isNull, max } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { arrival as waitingFile, blob, evidence, evidenceFile } from "#db/schema/evidence.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { sideOfPart } from "#app/models/inspections/part.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";

import { admit, type Admitted, type NamedArrival } from "./admission.server.ts";
import type { Details } from "./details.ts";
import { evidenceRanges, TITLE_LENGTH } from "./evidence.ts";
import { titleFromName } from "./file-kind.ts";
import { findEvidence, mayWithdraw, visibleEvidence } from "./library.server.ts";

/** What is said about evidence when it comes in; what is left out is asked later, or not at all. */
export type EvidenceDraft = Pick<Details, "title" | "kind" | "voice" | "asAt"> & Partial<Details>;

export type NamedEvidence = { id: string; ref: string; title: string };

/** Evidence in use whose files hold the very bytes of one of `hashes`, as far as the person may see it. */
export async function alreadyHere(
  desk: Desk,
  of: Inspection,
  hashes: string[],
): Promise<{ sha256: string; evidence: NamedEvidence }[]> {
  demand(of, "evidence.see");
  if (!hashes.length) return [];
  const rows = await desk.read
    .selectDistinct({ sha256: evidenceFile.sha256, id: evidence.id, number: evidence.number, title: evidence.title })
    .from(evidenceFile)
    .innerJoin(evidence, eq(evidence.id, evidenceFile.evidence))
    .where(and(visibleEvidence(of, desk), isNull(evidence.withdrawnAt), inArray(evidenceFile.sha256, hashes)))
    .orderBy(evidence.number);
  return rows.map(({ sha256, id, number, title }) => ({ sha256, evidence: { id, ref: `E${number}`, title } }));
}

export async function insertEvidence(
  db: Db,
  desk: Desk,
  of: Inspection,
  id: string,
  draft: EvidenceDraft,
): Promise<void> {
  const side = sideOfPart(of.part);
  const { after, last } = evidenceRanges[side];
  const [highest] = await db
    .select({ number: max(evidence.number) })
    .from(evidence)
    .where(and(eq(evidence.inspection, of.id), between(evidence.number, after + 1, last)));
  const number = (highest?.number ?? after) + 1;
  if (number > last) throw new Refused(`This inspection holds ${last} pieces of evidence, which is as many as it can.`);
  await db.insert(evidence).values({
    ...draft,
    id,
    inspection: of.id,
    number,
    side,
    addedBy: desk.user?.id ?? null,
    addedAt: desk.now().toISOString(),
  });
}

/** Writes the rows of files that are kept, as one revision; those that waited wait no longer. */
export async function insertFiles(
  db: Db,
  desk: Desk,
  { evidence: id, revision }: { evidence: string; revision: number },
  files: readonly Admitted[],
): Promise<void> {
  const addedAt = desk.now().toISOString();
  for (const [position, { name, arrival, mediaType, scannedAt, waited }] of files.entries()) {
    const { sha256, size } = arrival;
    if (waited !== null) {
      // Two forms that send the same waiting file at once: the second finds it gone.
      const taken = await db.delete(waitingFile).where(eq(waitingFile.id, waited)).returning({ id: waitingFile.id });
      if (!taken.length) throw new Refused(`“${name}” has been added already. Open the list of evidence to see it.`);
    }
    await db.insert(blob).values({ sha256, size, addedAt }).onConflictDoNothing();
    await db.insert(evidenceFile).values({
      id: randomUUID(),
      evidence: id,
      revision,
      position,
      name,
      mediaType,
      sha256,
      size,
      // Nothing is to be read of a file without bytes.
      textStatus: size === 0 ? "no-text" : null,
      scannedAt,
      addedBy: desk.user?.id ?? null,
      addedAt,
    });
  }
}

/**
 * Adds one piece of evidence with its files, of which there is at least one. They are durable before the row is written
 * and before this returns. Throws where a file or the title cannot be taken; nothing is kept then. Returns its id.
 */
export async function addEvidence(
  desk: Desk,
  of: Inspection,
  draft: EvidenceDraft,
  ...files: [NamedArrival, ...NamedArrival[]]
): Promise<string> {
  demand(of, "evidence.add");
  const admitted: Admitted[] = [];
  for (const file of files) admitted.push(await admit(desk, of, file));
  return addAdmitted(desk, of, draft, admitted);
}

/** The same for files that have been let in. */
export async function addAdmitted(
  desk: Desk,
  of: Inspection,
  draft: EvidenceDraft,
  files: readonly Admitted[],
): Promise<string> {
  demand(of, "evidence.add");
  const [first] = files;
  if (!first) throw new Invalid({ file: "Choose a file to upload" });
  const title = (draft.title.trim() || titleFromName(first.name)).replace(/\s+/g, " ");
  if (title.length > TITLE_LENGTH) {
    throw new Invalid({ file: `The title of “${first.name}” must be ${TITLE_LENGTH} characters or fewer.` });
  }
  for (const { arrival } of files) await arrival.keep();
  const id = randomUUID();
  const event = { action: "evidence.add", subject: `evidence:${id}`, inspection: of.id, detail: fingerprint(files) };
  await desk.change(event, async (db, keep) => {
    await insertEvidence(db, desk, of, id, { ...draft, title });
    await insertFiles(db, desk, { evidence: id, revision: 1 }, files);
    keep(null, { title, file: namesOf(files) });
  });
  return id;
}

/** What the record says of files: enough to prove them by. */
export const fingerprint = (files: readonly Admitted[]) => ({
  sha256: files.map(({ arrival }) => arrival.sha256).join(" "),
  size: files.reduce((sum, { arrival }) => sum + arrival.size, 0),
});

export const namesOf = (files: readonly { name: string }[]): string => files.map(({ name }) => name).join(", ");

/** Takes evidence out of use, with a reason. Its citations stay, and say so. */
export async function withdrawEvidence(
  desk: Desk,
  of: Inspection,
  id: string,
  { reason, version }: { reason: string; version: number },
): Promise<void> {
  demand(of, "evidence.withdraw");
  const found = await findEvidence(desk, of, id);
  if (!mayWithdraw(of, found)) throw new NotFound("evidence.withdraw");
  const withdrawnReason = reason.replace(/\s+/g, " ").trim();
  if (!withdrawnReason) throw new Invalid({ reason: "Enter why it is withdrawn" });
  const withdrawnAt = desk.now().toISOString();
  const event = { action: "evidence.withdraw", subject: `evidence:${id}`, inspection: of.id };
  await desk.change(event, async (db, keep) => {
    const [row] = await db.select().from(evidence).where(eq(evidence.id, id));
    if (!row || row.withdrawnAt) throw new NotFound();
    if (row.version !== version) throw new Stale({ title: row.title }, row.version);
    await db
      .update(evidence)
      .set({ withdrawnAt, withdrawnReason, version: version + 1 })
      .where(eq(evidence.id, id));
    keep({ title: found.title }, { withdrawn: withdrawnReason });
  });
}
