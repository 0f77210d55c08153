/** What goes into a sealed pack, as far as the person's side may hold it, and what is left out and why. */
import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";

import { evidence, evidenceFile } from "#db/schema/evidence.ts";
import { citation, finding } from "#db/schema/findings.ts";

import { findHead } from "#app/models/audit/events.server.ts";
import { listLeaves } from "#app/models/audit/leaves.server.ts";
import { anonymousTitle } from "#app/models/evidence/anonymous.ts";
import { evidenceKindTitle } from "#app/models/evidence/evidence.ts";
import { visibleEvidence } from "#app/models/evidence/library.server.ts";
import { isTakenBack, mayName, mayQuote } from "#app/models/evidence/words.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { sideOfPart } from "#app/models/inspections/part.ts";
import { listEntries } from "#app/models/readiness/activity.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Refused } from "#app/platform/failure.ts";

import { findBriefing } from "./briefings.server.ts";
import {
  citedRefs,
  type Omission,
  type OmissionReason,
  type Pack,
  type PackedEvidence,
  packedPath,
  sealedBriefing,
} from "./pack.ts";
import { listPublications } from "./publications.server.ts";

/** A pack and the leaves of the record, which prove its entries. */
export type Gathered = { pack: Pack; leaves: string[] };

const evidenceRows = (desk: Desk, of: Inspection) =>
  desk.read
    .select({
      id: evidence.id,
      number: evidence.number,
      title: evidence.title,
      kind: evidence.kind,
      asAt: evidence.asAt,
      sensitivity: evidence.sensitivity,
      withdrawnAt: evidence.withdrawnAt,
      takenBack: isTakenBack,
      mayQuote,
      mayName,
    })
    .from(evidence)
    .where(visibleEvidence(of, null))
    .orderBy(asc(evidence.number));

type Row = Awaited<ReturnType<typeof evidenceRows>>[number];

/** Why this evidence is left out of a pack; null where it goes in. */
function whyLeftOut(row: Row, cited: ReadonlySet<string>): OmissionReason | null {
  if (row.takenBack) return "taken-back";
  if (row.sensitivity === "restricted") return "restricted";
  if (row.withdrawnAt) return "withdrawn";
  if (!row.mayQuote) return "not-quoted";
  if (!row.mayName) return "anonymous";
  return cited.has(`E${row.number}`) ? null : "not-cited";
}

/** A title may itself say whom it is about. */
const hidesTitle: readonly OmissionReason[] = ["taken-back", "restricted", "not-quoted", "anonymous"];

const omissionOf = ({ number, title, kind }: Row, reason: OmissionReason): Omission => ({
  ref: `E${number}`,
  title: hidesTitle.includes(reason) ? anonymousTitle(kind) : title,
  reason,
});

/** The files of these pieces that are shown now, and those before that a finding cites. */
async function filesOf(desk: Desk, of: Inspection, rows: Row[]): Promise<PackedEvidence[]> {
  const cited = desk.read
    .select({ file: citation.file })
    .from(citation)
    .innerJoin(finding, eq(finding.id, citation.finding))
    .where(
      and(
        eq(finding.inspection, of.id),
        isNull(finding.withdrawnAt),
        isNull(citation.withdrawnAt),
        sql`${citation.file} is not null`,
      ),
    );
  const files = await desk.read
    .select()
    .from(evidenceFile)
    .innerJoin(evidence, eq(evidence.id, evidenceFile.evidence))
    .where(and(eq(evidence.inspection, of.id), or(evidenceFile.current, inArray(evidenceFile.id, cited))))
    .orderBy(asc(evidence.number), asc(evidenceFile.revision), asc(evidenceFile.position));
  const byEvidence = new Map<string, typeof files>();
  for (const row of files) {
    const { evidence: id } = row.evidence_file;
    byEvidence.set(id, [...(byEvidence.get(id) ?? []), row]);
  }
  return rows.map(({ id, number, title, kind, asAt }) => {
    const ref = `E${number}`;
    const own = (byEvidence.get(id) ?? []).map(({ evidence_file: row }) => {
      const { name, mediaType, sha256, size, revision, position, current } = row;
      return { path: packedPath(ref, { revision, position, name }), name, mediaType, sha256, size, revision, current };
    });
    return { ref, title, kind: evidenceKindTitle(kind), asAt, files: own };
  });
}

async function gather(desk: Desk, of: Inspection, { record }: { record: boolean }): Promise<Gathered> {
  const side = sideOfPart(of.part);
  const inside = side === "inspectorate";
  // The council's pack is the same whoever of the council takes it: what any of its officers may read.
  const reader: Inspection = inside ? of : { ...of, part: "officer" };
  const whole = await findBriefing(inside ? desk : { ...desk, user: null }, reader);
  const head = await findHead(desk.read);
  const cited = citedRefs(whole);
  const rows = (await evidenceRows(desk, reader)).map((row) => ({ row, reason: whyLeftOut(row, cited) }));
  const restricted = rows.filter(({ row }) => row.sensitivity === "restricted");
  const titles = new Map(restricted.map(({ row }) => [`E${row.number}`, anonymousTitle(row.kind)]));
  const kept = rows.flatMap(({ row, reason }) => (reason ? [] : [row]));
  const { leaves, root } = await listLeaves(desk.read, record && inside ? head.seq : 0);
  const entries = record ? await listEntries(inside ? desk : { ...desk, user: null }, reader) : [];
  const pack: Pack = {
    side,
    made: desk.now().toISOString(),
    briefing: sealedBriefing(whole, titles),
    framework: of.framework,
    evidence: await filesOf(desk, of, kept),
    omissions: rows.flatMap(({ row, reason }) => (reason ? [omissionOf(row, reason)] : [])),
    record: {
      head: head.hash,
      tree: inside ? { size: head.seq, root } : null,
      entries: entries.filter(({ seq }) => seq <= head.seq),
    },
    publications: (await listPublications(desk, of)).map(({ number, at, digest, reason }) => ({
      number,
      at,
      digest,
      reason,
    })),
  };
  return { pack, leaves };
}

const TRIES = 5;

/**
 * What a pack of this inspection holds for the person's side, as of one moment. Throws `Refused` where others change so
 * much that no moment stands still. Without its `record` to say what it would hold: to prove that costs as much as there is.
 */
export async function gatherPack(desk: Desk, of: Inspection, { record = true } = {}): Promise<Gathered> {
  demand(of, "pack.make");
  for (let n = 0; n < TRIES; n++) {
    const gathered = await gather(desk, of, { record });
    const after = await findHead(desk.read);
    if (after.hash === gathered.pack.record.head) return gathered;
  }
  throw new Refused("Others are changing the inspection just now. Try again in a minute.");
}
