/**
 * Publication: proposed by the lead, approved by someone else, and from then on what it was. A correction is another
 * version with a reason. A row without a digest is a version that nobody has proposed yet.
 */
import { and, asc, desc, eq, isNotNull, isNull, max } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { createHash, randomUUID } from "node:crypto";

import { user } from "#db/schema/accounts.ts";
import { publication } from "#db/schema/ratings.ts";

import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { demandNothingBefore, putStage } from "#app/models/readiness/stages.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused } from "#app/platform/failure.ts";

import { findBriefing } from "./briefings.server.ts";
import { type Published, readPublished, writePublished } from "./published.ts";

const REASON_LENGTH = 1000;

export type PublicationView = {
  number: number;
  /** Why it replaces the version before; null for the first. */
  reason: string | null;
  at: string;
  digest: string;
  /** Who proposed and who approved it: told to the inspectorate alone. */
  by: { proposed: string; approved: string } | null;
};

const approver = alias(user, "approver");

/** Every version that was published, the newest first. */
export async function listPublications(desk: Pick<Desk, "read">, of: Inspection): Promise<PublicationView[]> {
  demand(of, "publication.see");
  const rows = await desk.read
    .select({
      number: publication.number,
      reason: publication.reason,
      at: publication.approvedAt,
      digest: publication.digest,
      proposed: user.name,
      approved: approver.name,
    })
    .from(publication)
    .innerJoin(user, eq(user.id, publication.proposedBy))
    .innerJoin(approver, eq(approver.id, publication.approvedBy))
    .where(and(eq(publication.inspection, of.id), isNotNull(publication.approvedAt)))
    .orderBy(desc(publication.number));
  const inside = allowed(of, "finding.see-inside");
  return rows.map(({ number, reason, at, digest, proposed, approved }) => ({
    number,
    reason,
    at: at ?? "",
    digest: digest ?? "",
    by: inside ? { proposed, approved } : null,
  }));
}

export type Proposal = {
  id: string;
  number: number;
  reason: string | null;
  /** Null while a correction is open and nobody has proposed it. */
  proposed: { by: string; mine: boolean; at: string; digest: string } | null;
};

async function openRow(db: Db, of: Inspection) {
  const [row] = await db
    .select({ row: publication, by: user.name })
    .from(publication)
    .innerJoin(user, eq(user.id, publication.proposedBy))
    .where(and(eq(publication.inspection, of.id), isNull(publication.approvedAt)))
    .orderBy(asc(publication.number))
    .limit(1);
  return row ?? null;
}

/** The version that is on its way, or null. For the inspectorate alone: nobody else learns that there is one. */
export async function findProposal(desk: Pick<Desk, "read" | "user">, of: Inspection): Promise<Proposal | null> {
  demand(of, "stage.see");
  const open = await openRow(desk.read, of);
  if (!open) return null;
  const { id, number, reason, digest, proposedBy, proposedAt } = open.row;
  const mine = proposedBy === desk.user?.id;
  return { id, number, reason, proposed: digest ? { by: open.by, mine, at: proposedAt, digest } : null };
}

/**
 * What would be published: what everyone on either side may read then. Notes for the team, evidence that inspectors added
 * and what names people who use services are not in it. Deterministic, as of one moment.
 */
async function contentOf(desk: Desk, of: Inspection, number: number, reason: string | null) {
  const asRead: Inspection = { ...of, part: "officer", stage: "published" };
  const content = writePublished({ number, reason, briefing: await findBriefing({ ...desk, user: null }, asRead) });
  return { content, digest: createHash("sha256").update(content).digest("hex") };
}

/** What would be published now as this version, with the hash of its text. */
export async function makePublished(
  desk: Desk,
  of: Inspection,
  { number, reason }: Proposal,
): Promise<{ published: Published; digest: string }> {
  demand(of, "stage.see");
  const { content, digest } = await contentOf(desk, of, number, reason);
  return { published: readPublished(content), digest };
}

/** Proposes what stands now for publication. Throws `Refused` with what stands in the way, or where it is proposed already. */
export async function proposePublication(desk: Desk, of: Inspection): Promise<void> {
  demand(of, "publication.propose");
  if (!desk.user) throw new NotFound();
  if (of.rehearsalOf) throw new Refused("This is a rehearsal, and is never published.");
  const set = { proposedBy: desk.user.id, proposedAt: desk.now().toISOString() };
  const event = { action: "publication.propose", subject: `inspection:${of.id}`, inspection: of.id };
  await desk.change(event, async (db, keep) => {
    await demandNothingBefore(db, of, "published");
    const open = await openRow(db, of);
    if (open?.row.digest) throw new Refused(`${open.by} has proposed it already.`);
    const [last] = await db
      .select({ number: max(publication.number) })
      .from(publication)
      .where(eq(publication.inspection, of.id));
    const number = open?.row.number ?? (last?.number ?? 0) + 1;
    const { digest } = await contentOf(desk, of, number, open?.row.reason ?? null);
    if (open) {
      await db
        .update(publication)
        .set({ ...set, digest })
        .where(eq(publication.id, open.row.id));
    } else {
      await db.insert(publication).values({ ...set, id: randomUUID(), inspection: of.id, number, digest });
    }
    keep(null, { version: number, digest });
  });
}

/** Takes the proposal back, so that the inspection can be changed and proposed again. */
export async function withdrawProposal(desk: Desk, of: Inspection): Promise<void> {
  demand(of, "publication.propose");
  const event = { action: "publication.withdraw", subject: `inspection:${of.id}`, inspection: of.id };
  await desk.change(event, async (db) => {
    const open = await openRow(db, of);
    if (!open?.row.digest) throw new Refused("Nothing is proposed for publication.");
    await db.update(publication).set({ digest: null }).where(eq(publication.id, open.row.id));
  });
}

/** Why the person cannot approve this proposal, with what to do; null where they can. `now` is the hash of what stands. */
export function whyNotApprove(proposal: Proposal | null, now: string | null): string | null {
  if (!proposal?.proposed) return "Nothing is proposed for publication.";
  if (proposal.proposed.mine)
    return "You proposed it, so someone else approves it: another lead or an inspectorate manager.";
  if (proposal.proposed.digest !== now) {
    return "The inspection has changed since it was proposed. The lead withdraws the proposal and proposes it again.";
  }
  return null;
}

/**
 * Publishes what was proposed: its content, its hash, the stage and the event are one transaction. Throws `Refused` for
 * whoever proposed it, where anything has changed since, and where `digest` is not what the person was shown.
 */
export async function approvePublication(desk: Desk, of: Inspection, { digest }: { digest: string }): Promise<number> {
  demand(of, "publication.approve");
  if (!desk.user) throw new NotFound();
  const by = desk.user.id;
  const event = { action: "publication.approve", subject: `inspection:${of.id}`, inspection: of.id };
  return desk.change(event, async (db, keep) => {
    const proposal = await findProposal({ read: db, user: desk.user }, of);
    const made = proposal && (await contentOf(desk, of, proposal.number, proposal.reason));
    const why = whyNotApprove(proposal, made?.digest ?? null);
    if (why || !proposal || !made) throw new Refused(why ?? "Nothing is proposed for publication.");
    if (made.digest !== digest) {
      throw new Refused("Another version is proposed than the one that you were shown. Look at it again.");
    }
    await demandNothingBefore(db, of, "published");
    const at = desk.now().toISOString();
    await db
      .update(publication)
      .set({ ...made, approvedBy: by, approvedAt: at })
      .where(eq(publication.id, proposal.id));
    await putStage(db, of, "published", at);
    keep({ stage: of.stage }, { stage: "published", version: proposal.number, digest });
    return proposal.number;
  });
}

/** Opens a correction: the inspection goes back to the factual accuracy check, and what was published stays readable. */
export async function openCorrection(desk: Desk, of: Inspection, typed: { reason: string }): Promise<void> {
  demand(of, "publication.correct");
  if (!desk.user) throw new NotFound();
  const proposedBy = desk.user.id;
  const reason = typed.reason.replace(/\s+/g, " ").trim();
  if (!reason) throw new Invalid({ reason: "Enter what is corrected and why" });
  if (reason.length > REASON_LENGTH) {
    throw new Invalid({ reason: `The reason must be ${REASON_LENGTH} characters or fewer. It has ${reason.length}.` });
  }
  const event = { action: "publication.correct", subject: `inspection:${of.id}`, inspection: of.id };
  await desk.change(event, async (db, keep) => {
    if (await openRow(db, of)) throw new Refused("A correction is open already.");
    const [last] = await db
      .select({ number: max(publication.number) })
      .from(publication)
      .where(eq(publication.inspection, of.id));
    const [number, at] = [(last?.number ?? 0) + 1, desk.now().toISOString()];
    const row = { id: randomUUID(), inspection: of.id, number, reason, proposedBy, proposedAt: at };
    await db.insert(publication).values(row);
    await putStage(db, of, "factual_accuracy", at);
    keep({ stage: "published" }, { stage: "factual_accuracy", version: number, reason });
  });
}

/** The text of a published version as it was approved; throws `NotFound` where there is none of this number. */
export async function findPublished(
  desk: Pick<Desk, "read">,
  of: Inspection,
  number: number,
): Promise<{ content: string; published: Published; digest: string; at: string }> {
  demand(of, "publication.see");
  const [row] = await desk.read
    .select()
    .from(publication)
    .where(and(eq(publication.inspection, of.id), eq(publication.number, number), isNotNull(publication.approvedAt)));
  if (!row?.content || !row.digest || !row.approvedAt) throw new NotFound();
  const { content, digest, approvedAt } = row;
  return { content, published: readPublished(content), digest, at: approvedAt };
}
