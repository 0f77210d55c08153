/** Consent to use what someone said: recorded, narrowed or widened. What it means is asked of `evidence/words.server.ts`. */
import { eq } from "drizzle-orm";

import { user } from "#db/schema/accounts.ts";
import { evidence } from "#db/schema/evidence.ts";
import { consent } from "#db/schema/fieldwork.ts";

import { type EvidenceItem, findEvidence } from "#app/models/evidence/library.server.ts";
import { kinds } from "#app/models/evidence/kinds/kinds.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";

import { eraseQuoted } from "./erasing.server.ts";
import { type Attribution, attributions, attributionTitle } from "./enquiry.ts";

/** The longest words on how consent was given, or why it was taken back, in characters. */
const WORDS_LENGTH = 300;

export const TAKEN_BACK = "Whoever said these words has taken them back.";

export type ConsentView = {
  attribution: Attribution;
  given: string;
  recordedBy: string | null;
  recordedAt: string;
  withdrawn: { at: string; reason: string } | null;
  version: number;
};

/** The evidence of inspectors' own; what the council sent is the council's to ask about. Throws `NotFound` otherwise. */
async function findSpoken(desk: Desk, of: Inspection, id: string): Promise<EvidenceItem> {
  demand(of, "evidence.see-inspectorate");
  const item = await findEvidence(desk, of, id);
  if (item.side !== "inspectorate") throw new NotFound();
  return item;
}

/** A piece of the inspectors' evidence with the consent that is recorded for it, or null. */
export async function findConsent(
  desk: Desk,
  of: Inspection,
  id: string,
): Promise<{ item: EvidenceItem; consent: ConsentView | null }> {
  const item = await findSpoken(desk, of, id);
  const [row] = await desk.read
    .select({ consent, by: user.name })
    .from(consent)
    .leftJoin(user, eq(user.id, consent.recordedBy))
    .where(eq(consent.evidence, id));
  if (!row) return { item, consent: null };
  const { attribution, given, recordedAt, withdrawnAt, withdrawnReason, version } = row.consent;
  const withdrawn = withdrawnAt === null ? null : { at: withdrawnAt, reason: withdrawnReason ?? "" };
  return { item, consent: { attribution, given, recordedBy: row.by, recordedAt, withdrawn, version } };
}

export type TypedConsent = { attribution: string; given: string };

const oneLine = (typed: string) => typed.replace(/\s+/g, " ").trim();

/** Consent as it can be kept; throws `Invalid` with a message for each field. */
export function checkConsent(typed: TypedConsent): { attribution: Attribution; given: string } {
  const attribution = attributions.find((one) => one === typed.attribution);
  const given = oneLine(typed.given);
  const errors: Record<string, string> = {};
  if (!attribution) errors.attribution = "Choose how their words may be used";
  if (!given) errors.given = "Enter how they agreed, such as “Spoken, at the start”";
  if (given.length > WORDS_LENGTH) errors.given = `How they agreed must be ${WORDS_LENGTH} characters or fewer`;
  if (!attribution || Object.keys(errors).length) throw new Invalid(errors);
  return { attribution, given };
}

/** As the form of the evidence's own kind holds it. */
export const asAnswered = { role: "role", anonymous: "none", "not-quoted": "not" } as const satisfies Record<
  Attribution,
  string
>;

/** Keeps the answer on the evidence's own form the same. */
async function alignAnswer(db: Db, id: string, attribution: Attribution): Promise<void> {
  const [row] = await db.select().from(evidence).where(eq(evidence.id, id));
  if (!row || !kinds[row.kind].fields.some(({ name }) => name === "attribution")) return;
  const fields = { ...row.fields, attribution: asAnswered[attribution] };
  await db
    .update(evidence)
    .set({ fields, version: row.version + 1 })
    .where(eq(evidence.id, id));
}

/** The row as it stands, if nobody changed it since `version` (0: there was none). */
export async function freshConsent(db: Db, id: string, version: number) {
  const [row] = await db.select().from(consent).where(eq(consent.evidence, id));
  if (row?.withdrawnAt) throw new Refused(TAKEN_BACK);
  if ((row?.version ?? 0) !== version) {
    const [attribution, given] = row ? [attributionTitle(row.attribution), row.given] : ["", ""];
    throw new Stale({ attribution, given }, row?.version ?? 0);
  }
  return row ?? null;
}

/**
 * Records how the words of evidence may be used, or changes it. Throws `Invalid` for a field, `Stale` if someone changed it
 * after `version`, and `Refused` where the words were taken back.
 */
export async function recordConsent(
  desk: Desk,
  of: Inspection,
  id: string,
  { version, ...typed }: TypedConsent & { version: number },
): Promise<void> {
  demand(of, "consent.keep");
  await findSpoken(desk, of, id);
  const set = checkConsent(typed);
  const recorded = { recordedBy: desk.user?.id ?? null, recordedAt: desk.now().toISOString(), version: version + 1 };
  await desk.change({ action: "consent.record", subject: `evidence:${id}`, inspection: of.id }, async (db, keep) => {
    const row = await freshConsent(db, id, version);
    await db
      .insert(consent)
      .values({ evidence: id, ...set, ...recorded })
      .onConflictDoUpdate({ target: consent.evidence, set: { ...set, ...recorded } });
    await alignAnswer(db, id, set.attribution);
    if (set.attribution === "not-quoted") await eraseQuoted(db, id);
    keep(row && { attribution: row.attribution, given: row.given }, set);
  });
}

/** Why consent was taken back, as it can be kept. */
export function checkReason(typed: string): string {
  const reason = oneLine(typed);
  if (!reason) throw new Invalid({ reason: "Enter what they said, or why their words are taken back" });
  if (reason.length > WORDS_LENGTH) throw new Invalid({ reason: `It must be ${WORDS_LENGTH} characters or fewer` });
  return reason;
}
