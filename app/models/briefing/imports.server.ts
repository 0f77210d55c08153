/** Takes a briefing into an inspection: what is there already stays, what is new is added, all in one change. */
import { and, eq, isNull, max } from "drizzle-orm";
import { createHash, randomUUID } from "node:crypto";

import { evidence } from "#db/schema/evidence.ts";
import { citation, finding } from "#db/schema/findings.ts";
import { inspection } from "#db/schema/inspections.ts";
import { rating } from "#db/schema/ratings.ts";

import { canonicalJson } from "#app/models/audit/canonical.ts";
import { type EvidenceKind, evidenceKinds, evidenceKindTitle, evidenceRanges } from "#app/models/evidence/evidence.ts";
import { type FindingKind, findingKinds, kindFacts } from "#app/models/findings/finding.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { listLines, recountLine } from "#app/models/inspections/lines.server.ts";
import { type RatedSubject, scaleFor } from "#app/models/ratings/rating.ts";
import { whyNotRate } from "#app/models/ratings/sign-offs.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";

import { type Briefing, type BriefingFinding, briefingFrame } from "./briefing.ts";

export type ImportPlan = {
  lines: number;
  strengths: number;
  weaknesses: number;
  areas: number;
  /** Findings that the inspection holds already, word for word. */
  known: number;
};

/** Two findings are the same where their letters and digits are. */
export const sameText = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

type NewFinding = { ref: string; kind: FindingKind; finding: BriefingFinding };

async function newFindings(
  desk: Desk,
  of: Inspection,
  briefing: Briefing,
): Promise<{ fresh: NewFinding[]; plan: ImportPlan }> {
  const lines = new Map((await listLines(desk, of)).map((row) => [row.id, row.ref]));
  const rows = await desk.read
    .select({ line: finding.line, kind: finding.kind, text: finding.text })
    .from(finding)
    .where(and(eq(finding.inspection, of.id), isNull(finding.withdrawnAt)));
  const known = new Set(rows.map((row) => `${lines.get(row.line)} ${row.kind} ${sameText(row.text)}`));
  const plan: ImportPlan = { lines: 0, strengths: 0, weaknesses: 0, areas: 0, known: 0 };
  const fresh: NewFinding[] = [];
  for (const { ref, ...lists } of briefing.judgements.flatMap(({ themes }) => themes.flatMap((theme) => theme.lines))) {
    const before = fresh.length;
    for (const kind of findingKinds) {
      const { key } = kindFacts(kind);
      for (const one of lists[key]) {
        if (known.has(`${ref} ${kind} ${sameText(one.text)}`)) {
          plan.known++;
        } else {
          fresh.push({ ref, kind, finding: one });
          plan[key]++;
        }
      }
    }
    if (fresh.length > before) plan.lines++;
  }
  return { fresh, plan };
}

/** What an import of this briefing would make; nothing is written. The briefing must fit the framework. */
export async function planImport(desk: Desk, of: Inspection, briefing: Briefing): Promise<ImportPlan> {
  demand(of, "briefing.import");
  return (await newFindings(desk, of, briefing)).plan;
}

/** Adds what the inspection does not hold yet, as one change. Importing the same briefing again adds nothing. */
export async function importBriefing(desk: Desk, of: Inspection, briefing: Briefing): Promise<ImportPlan> {
  demand(of, "briefing.import");
  const { fresh, plan } = await newFindings(desk, of, briefing);
  const lines = new Map((await listLines(desk, of)).map((row) => [row.ref, row.id]));
  const digest = createHash("sha256").update(canonicalJson(briefing)).digest("hex");
  const event = {
    action: "briefing.import",
    subject: `inspection:${of.id}`,
    inspection: of.id,
    detail: { ...plan, digest },
  };
  const at = desk.now().toISOString();
  const by = desk.user?.id ?? null;
  await desk.change(event, async (db) => {
    const sources = await importEvidence(db, desk, of, briefing);
    const next = new Map<string, number>();
    for (const one of fresh) {
      const line = lines.get(one.ref);
      if (!line) continue;
      const place = `${line} ${one.kind}`;
      const position = next.get(place) ?? (await firstFree(db, line, one.kind));
      next.set(place, position + 1);
      const id = randomUUID();
      const { citations, ...words } = one.finding;
      await db.insert(finding).values({
        ...words,
        id,
        inspection: of.id,
        line,
        kind: one.kind,
        position,
        citations: citations.length,
        addedBy: by,
        addedAt: at,
        changedAt: at,
      });
      const cites = citations.flatMap(({ evidence: ref, locator, quote }) => {
        const source = sources.get(ref);
        return source
          ? [{ id: randomUUID(), finding: id, evidence: source, locator, quote, addedBy: by, addedAt: at }]
          : [];
      });
      if (cites.length) await db.insert(citation).values(cites);
    }
    await importRatings(db, desk, of, briefing);
    await importFrame(db, of, briefing);
    for (const line of new Set(fresh.flatMap(({ ref }) => lines.get(ref) ?? []))) await recountLine(db, line, at);
    for (const id of sources.values()) {
      await db
        .update(evidence)
        .set({ citations: await db.$count(citation, and(eq(citation.evidence, id), isNull(citation.withdrawnAt))) })
        .where(eq(evidence.id, id));
    }
  });
  return plan;
}

export async function firstFree(db: Db, line: string, kind: FindingKind): Promise<number> {
  const [last] = await db
    .select({ position: max(finding.position) })
    .from(finding)
    .where(and(eq(finding.line, line), eq(finding.kind, kind)));
  return (last?.position ?? -1) + 1;
}

const kindOf = (title: string | null): EvidenceKind =>
  evidenceKinds.find((kind) => evidenceKindTitle(kind) === title || kind === title) ?? "document";

/** Evidence of the briefing by its reference: found by its title, else added without a file, as the inspectors' own. */
export async function importEvidence(
  db: Db,
  desk: Desk,
  of: Inspection,
  briefing: Pick<Briefing, "evidence">,
): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: evidence.id, title: evidence.title, number: evidence.number })
    .from(evidence)
    .where(eq(evidence.inspection, of.id));
  const sources = new Map<string, string>();
  let number = Math.max(evidenceRanges.inspectorate.after, ...rows.map((row) => row.number));
  for (const { ref, title, kind, asAt } of briefing.evidence) {
    const known = rows.find((row) => sameText(row.title) === sameText(title));
    const id = known?.id ?? randomUUID();
    sources.set(ref, id);
    if (known) continue;
    number++;
    await db.insert(evidence).values({
      id,
      inspection: of.id,
      number,
      title,
      kind: kindOf(kind),
      asAt,
      side: "inspectorate",
      addedBy: desk.user?.id ?? null,
      addedAt: desk.now().toISOString(),
    });
  }
  return sources;
}

/** Ratings of the briefing as the person's own, where they have none yet: an import changes no judgement made here. */
export async function importRatings(
  db: Db,
  desk: Desk,
  of: Inspection,
  briefing: Pick<Briefing, "judgements">,
): Promise<void> {
  const put = async (subject: RatedSubject, ref: string, given: { level: string; reason: string } | null) => {
    const level = scaleFor(of.framework, subject, ref)?.levels.find(({ label }) => label === given?.level);
    if (!given || !level || (await whyNotRate(db, of, subject, ref))) return;
    const by = desk.user?.id ?? null;
    const own = { id: randomUUID(), inspection: of.id, subject, ref, slot: by ?? "" };
    const values = { ...own, level: level.value, reason: given.reason, ratedBy: by };
    await db
      .insert(rating)
      .values({ ...values, ratedAt: desk.now().toISOString() })
      .onConflictDoNothing();
  };
  for (const judgement of briefing.judgements) {
    await put("judgement", String(judgement.number), judgement.rating);
    for (const theme of judgement.themes) {
      await put("theme", String(theme.number), theme.rating);
      for (const { ref, rating: given } of theme.lines) await put("line", ref, given);
    }
  }
}

/** Team, agenda, context and next stages of the briefing, where the inspection has none yet. */
async function importFrame(db: Db, of: Inspection, briefing: Briefing): Promise<void> {
  const now = briefingFrame.parse(of.frame);
  const given = briefingFrame.parse({
    team: briefing.team,
    agenda: briefing.agenda,
    context: briefing.context,
    nextStages: briefing.nextStages,
  });
  const frame = {
    team: now.team.length ? now.team : given.team,
    agenda: now.agenda.length ? now.agenda : given.agenda,
    context: now.context.length ? now.context : given.context,
    nextStages: now.nextStages.length ? now.nextStages : given.nextStages,
  };
  await db
    .update(inspection)
    .set({ frame, version: of.version + 1 })
    .where(eq(inspection.id, of.id));
}
