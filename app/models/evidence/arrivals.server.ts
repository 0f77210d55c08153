/** Evidence coming in, and going out of use. File first, then one transaction: a row without its file cannot be. */
import { and, between, eq, inArray, isNull, max } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { blob, evidence, evidenceFile } from "#db/schema/evidence.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { sideOfPart } from "#app/models/inspections/part.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";
import type { Arrival } from "#app/platform/storage.ts";

import { type EvidenceKind, evidenceRanges, TITLE_LENGTH, type Voice } from "./evidence.ts";
import { mediaTypeOf, titleFromName, whyNotFile } from "./file-kind.ts";
import { findEvidence, mayWithdraw } from "./library.server.ts";

/** A file that has arrived whole, under the name that it will be shown by. */
export type NamedArrival = { name: string; arrival: Arrival };

export type EvidenceDraft = {
  title: string;
  kind: EvidenceKind;
  voice: Voice | null;
  /** YYYY-MM-DD, or nothing. */
  asAt: string | null;
};

/** Evidence in use whose files hold the very bytes of one of `hashes`, as far as the person may see it. */
export async function alreadyHere(desk: Desk, of: Inspection, hashes: string[]) {
  demand(of, "evidence.see");
  if (!hashes.length) return [];
  const rows = await desk.read
    .select({ sha256: evidenceFile.sha256, id: evidence.id })
    .from(evidenceFile)
    .innerJoin(evidence, eq(evidence.id, evidenceFile.evidence))
    .where(and(eq(evidence.inspection, of.id), isNull(evidence.withdrawnAt), inArray(evidenceFile.sha256, hashes)));
  const seen = await Promise.all(
    rows.map(({ id }) =>
      findEvidence(desk, of, id).catch((error: unknown) => {
        if (error instanceof NotFound) return null;
        throw error;
      }),
    ),
  );
  return rows.flatMap(({ sha256 }, at) => {
    const found = seen[at];
    return found ? [{ sha256, evidence: found }] : [];
  });
}

async function insertEvidence(db: Db, desk: Desk, of: Inspection, id: string, draft: EvidenceDraft): Promise<void> {
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

async function insertFile(db: Db, desk: Desk, evidenceId: string, file: NamedArrival): Promise<void> {
  const { sha256, size, head } = file.arrival;
  const addedAt = desk.now().toISOString();
  await db.insert(blob).values({ sha256, size, addedAt }).onConflictDoNothing();
  await db.insert(evidenceFile).values({
    id: randomUUID(),
    evidence: evidenceId,
    revision: 1,
    position: 0,
    name: file.name,
    mediaType: mediaTypeOf(file.name, head) ?? "application/octet-stream",
    sha256,
    size,
    addedBy: desk.user?.id ?? null,
    addedAt,
  });
}

/**
 * Adds one piece of evidence with its file. The file is durable before the row is written and before this returns.
 * Throws `Invalid` where the file or the title cannot be taken; nothing is kept then. Returns the evidence's id.
 */
export async function addEvidence(
  desk: Desk,
  of: Inspection,
  draft: EvidenceDraft,
  file: NamedArrival,
): Promise<string> {
  demand(of, "evidence.add");
  const title = (draft.title.trim() || titleFromName(file.name)).replace(/\s+/g, " ");
  const whyNot =
    whyNotFile(file.name, file.arrival.size, file.arrival.head) ??
    (title.length > TITLE_LENGTH ? `The title of “${file.name}” must be ${TITLE_LENGTH} characters or fewer.` : null);
  if (whyNot) throw new Invalid({ file: whyNot });
  await file.arrival.keep();
  const id = randomUUID();
  const event = {
    action: "evidence.add",
    subject: `evidence:${id}`,
    inspection: of.id,
    detail: { sha256: file.arrival.sha256, size: file.arrival.size },
  };
  await desk.change(event, async (db, keep) => {
    await insertEvidence(db, desk, of, id, { ...draft, title });
    await insertFile(db, desk, id, file);
    keep(null, { title, file: file.name });
  });
  return id;
}

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
