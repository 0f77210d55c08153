/** Findings of a line: add, edit, move, withdraw. */
import { and, asc, eq, gt, inArray, isNull, lt, max, desc, sql } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { evidence } from "#db/schema/evidence.ts";
import { citation, finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";

import { visibleEvidence } from "#app/models/evidence/library.server.ts";
import { mayQuote } from "#app/models/evidence/words.server.ts";
import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { recountLine } from "#app/models/inspections/lines.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Stale } from "#app/platform/failure.ts";

import { recountEvidence } from "./counts.server.ts";
import { type CitationPlace, placeColumns, placeOf } from "./citation-place.server.ts";
import { type CitationState, FINDING_LENGTH, type FindingKind, findingName, kindFacts } from "./finding.ts";

export type CitationView = {
  id: string;
  evidence: { id: string; number: number; title: string; withdrawn: boolean };
  locator: string | null;
  /** Null also where whoever said it has not agreed to be quoted. */
  quote: string | null;
  /** Whether there are words that may not be shown. */
  unquoted: boolean;
  /** How its words stand in the newest revision of the evidence; null where that is not known. */
  state: CitationState | null;
  /** Where they are to be read: in the newest revision, or, where they are lost there, in the one that was cited. */
  place: CitationPlace | null;
};

export type FindingView = {
  id: string;
  kind: FindingKind;
  /** "S1": its place among the line's findings of its kind. */
  name: string;
  text: string;
  note: string | null;
  inferred: string | null;
  recognised: boolean;
  version: number;
  citations: CitationView[];
};

/** The line's findings, in order, each with its citations. Two queries however many there are. */
export async function listFindings(desk: Pick<Desk, "read">, of: Inspection, lineId: string): Promise<FindingView[]> {
  demand(of, "finding.see");
  const rows = await desk.read
    .select()
    .from(finding)
    .where(and(eq(finding.line, lineId), eq(finding.inspection, of.id), isNull(finding.withdrawnAt)))
    .orderBy(asc(finding.position));
  const cites = rows.length
    ? await citationsOf(
        desk,
        of,
        rows.map((row) => row.id),
      )
    : [];
  const inside = allowed(of, "finding.see-inside");
  const next: Record<FindingKind, number> = { strength: 0, weakness: 0, area: 0 };
  return rows.map(({ id, kind, text, note, inferred, recognised, version }) => ({
    id,
    kind,
    name: findingName(kind, next[kind]++),
    text,
    note: inside ? note : null,
    inferred,
    recognised,
    version,
    citations: cites.filter((cite) => cite.finding === id).map(({ finding: _, ...cite }) => cite),
  }));
}

async function citationsOf(desk: Pick<Desk, "read">, of: Inspection, findings: string[]) {
  const rows = await desk.read
    .select({
      id: citation.id,
      finding: citation.finding,
      locator: citation.locator,
      quote: citation.quote,
      mayQuote,
      ...placeColumns,
      evidenceId: evidence.id,
      number: evidence.number,
      title: evidence.title,
      withdrawnAt: evidence.withdrawnAt,
    })
    .from(citation)
    .innerJoin(evidence, eq(evidence.id, citation.evidence))
    .where(and(inArray(citation.finding, findings), isNull(citation.withdrawnAt), visibleEvidence(of, null)))
    .orderBy(asc(citation.addedAt), asc(sql`${citation}.rowid`));
  return rows.map(
    ({ evidenceId, number, title, withdrawnAt, id, finding: cited, locator, quote, mayQuote: may, ...row }) => ({
      id,
      finding: cited,
      locator,
      quote: may ? quote : null,
      unquoted: !may,
      // That words changed later is for inspectors to check, not for those who read what was published.
      state: allowed(of, "finding.see-inside") ? row.state : null,
      place: placeOf(row),
      evidence: { id: evidenceId, number, title, withdrawn: withdrawnAt !== null },
    }),
  );
}

/** A finding's row with the reference of its line; throws `NotFound` where it is missing, withdrawn or elsewhere. */
export async function findFinding(desk: Desk, of: Inspection, id: string) {
  demand(of, "finding.see");
  const [row] = await desk.read
    .select({ finding, ref: line.ref })
    .from(finding)
    .innerJoin(line, eq(line.id, finding.line))
    .where(and(eq(finding.id, id), eq(finding.inspection, of.id), isNull(finding.withdrawnAt)));
  if (!row) throw new NotFound();
  return { ...row.finding, ref: row.ref };
}

/** The text as it is kept. Throws `Invalid` where it is empty or too long. */
export function checkText(kind: FindingKind, typed: string): string {
  const text = typed.replace(/\s+/g, " ").trim();
  const { one } = kindFacts(kind);
  if (!text) throw new Invalid({ text: `Enter the ${one}` });
  if (text.length > FINDING_LENGTH) {
    throw new Invalid({ text: `The ${one} must be ${FINDING_LENGTH} characters or fewer. It has ${text.length}.` });
  }
  return text;
}

export type FindingDraft = { kind: FindingKind; text: string };

/** Writes a finding at the end of its kind, inside the transaction of the change that adds it. */
export async function insertFinding(
  db: Db,
  desk: Desk,
  { id, inspection, line: lineId, kind, text }: FindingDraft & { id: string; inspection: string; line: string },
): Promise<void> {
  const at = desk.now().toISOString();
  const [last] = await db
    .select({ position: max(finding.position) })
    .from(finding)
    .where(and(eq(finding.line, lineId), eq(finding.kind, kind)));
  const row = { id, inspection, line: lineId, kind, text, position: (last?.position ?? -1) + 1 };
  await db.insert(finding).values({ ...row, addedBy: desk.user?.id ?? null, addedAt: at, changedAt: at });
  await recountLine(db, lineId, at);
}

/** Adds a finding at the end of its kind. Throws `Invalid` for a text that cannot be taken. Returns its id. */
export async function addFinding(desk: Desk, of: Inspection, lineId: string, draft: FindingDraft): Promise<string> {
  demand(of, "finding.write");
  const text = checkText(draft.kind, draft.text);
  const id = randomUUID();
  await desk.change({ action: "finding.add", subject: `finding:${id}`, inspection: of.id }, async (db, keep) => {
    await insertFinding(db, desk, { ...draft, text, id, inspection: of.id, line: lineId });
    keep(null, { text });
  });
  return id;
}

/** The row as it stands inside a transaction, if nobody changed it since `version` was read. */
async function fresh(db: Db, id: string, version: number) {
  const [row] = await db
    .select()
    .from(finding)
    .where(and(eq(finding.id, id), isNull(finding.withdrawnAt)));
  if (!row) throw new NotFound();
  if (row.version !== version) throw new Stale({ text: row.text, note: row.note ?? "" }, row.version);
  return row;
}

export type FindingEdit = { text: string; note: string; recognised: boolean; version: number };

/** Changes a finding's words. Throws `Stale`, with what stands now, if someone changed it after `version`. */
export async function editFinding(desk: Desk, of: Inspection, id: string, edit: FindingEdit): Promise<void> {
  demand(of, "finding.write");
  const { kind } = await findFinding(desk, of, id);
  const text = checkText(kind, edit.text);
  const note = edit.note.replace(/\s+/g, " ").trim() || null;
  const recognised = kind === "weakness" && edit.recognised;
  const at = desk.now().toISOString();
  await desk.change({ action: "finding.edit", subject: `finding:${id}`, inspection: of.id }, async (db, keep) => {
    const row = await fresh(db, id, edit.version);
    await db
      .update(finding)
      .set({ text, note, recognised, changedAt: at, version: row.version + 1 })
      .where(eq(finding.id, id));
    await db.update(line).set({ changedAt: at }).where(eq(line.id, row.line));
    keep({ text: row.text, note: row.note, recognised: row.recognised }, { text, note, recognised });
  });
}

/** Moves a finding one place up or down among those of its kind; at the end it stays where it is. */
export async function moveFinding(desk: Desk, of: Inspection, id: string, direction: "up" | "down"): Promise<void> {
  demand(of, "finding.write");
  await findFinding(desk, of, id);
  const at = desk.now().toISOString();
  const event = { action: "finding.move", subject: `finding:${id}`, inspection: of.id, detail: { direction } };
  await desk.change(event, async (db, keep) => {
    const [moved] = await db.select().from(finding).where(eq(finding.id, id));
    if (!moved || moved.withdrawnAt) throw new NotFound();
    const up = direction === "up";
    const [other] = await db
      .select({ id: finding.id, position: finding.position })
      .from(finding)
      .where(
        and(
          eq(finding.line, moved.line),
          eq(finding.kind, moved.kind),
          isNull(finding.withdrawnAt),
          (up ? lt : gt)(finding.position, moved.position),
        ),
      )
      .orderBy((up ? desc : asc)(finding.position))
      .limit(1);
    if (!other) return;
    await db.update(finding).set({ position: other.position }).where(eq(finding.id, id));
    await db.update(finding).set({ position: moved.position }).where(eq(finding.id, other.id));
    await db.update(line).set({ changedAt: at }).where(eq(line.id, moved.line));
    // The one that it passed: with it, the move can be undone.
    keep({ position: moved.position }, { position: other.position, past: other.id });
  });
}

/** Takes a finding out, with a reason; it stays in the record. */
export async function withdrawFinding(
  desk: Desk,
  of: Inspection,
  id: string,
  { reason, version }: { reason: string; version: number },
): Promise<void> {
  demand(of, "finding.write");
  await findFinding(desk, of, id);
  const withdrawnReason = reason.replace(/\s+/g, " ").trim();
  if (!withdrawnReason) throw new Invalid({ reason: "Enter why it is withdrawn" });
  const at = desk.now().toISOString();
  await desk.change({ action: "finding.withdraw", subject: `finding:${id}`, inspection: of.id }, async (db, keep) => {
    const row = await fresh(db, id, version);
    await db
      .update(finding)
      .set({ withdrawnAt: at, withdrawnReason, version: row.version + 1 })
      .where(eq(finding.id, id));
    await recountEvidence(db, id);
    await recountLine(db, row.line, at);
    keep({ text: row.text }, { withdrawn: withdrawnReason });
  });
}
