/** The briefing of an inspection, read from the database as one value. */
import { and, asc, eq, isNull, sql } from "drizzle-orm";

import { evidence } from "#db/schema/evidence.ts";
import { citation, finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";

import { anonymousTitle } from "#app/models/evidence/anonymous.ts";
import { type EvidenceKind, evidenceKindTitle } from "#app/models/evidence/evidence.ts";
import { visibleEvidence } from "#app/models/evidence/library.server.ts";
import { mayName, mayQuote } from "#app/models/evidence/words.server.ts";
import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { listLines } from "#app/models/inspections/lines.server.ts";
import { levelOf, type RatedSubject, scaleFor } from "#app/models/ratings/rating.ts";
import { type Ratings, ratingsOf } from "#app/models/ratings/sight.ts";
import { standingOf } from "#app/models/ratings/standing.ts";
import { visibleRatings } from "#app/models/ratings/visible.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";

import {
  type Briefing,
  type BriefingCitation,
  type BriefingFinding,
  briefingFrame,
  type BriefingLine,
} from "./briefing.ts";

/**
 * The whole briefing as of one moment, as every deck and every format is made from it: words of someone who has not agreed
 * to be quoted, or agrees no more, are not in it, nor whose they are where it may not be said.
 * Only evidence that a finding cites is in it. `ids`: findings say which they are.
 */
export function findBriefing(desk: Desk, of: Inspection, { ids = false } = {}): Promise<Briefing> {
  demand(of, "briefing.export");
  return desk.snapshot(async (db) => {
    const lines = await listLines({ read: db }, of);
    const ratings = await visibleRatings({ read: db, user: desk.user }, of);
    const cites = await citations(db, of);
    const findings = await findingsByLine(db, of, cites, ids);
    const rated = (subject: RatedSubject, ref: string) => ratingOf(of, ratings, subject, ref);
    const byRef = new Map(lines.map((row) => [row.ref, row]));
    return {
      title: of.title,
      // On the cover and at the foot of each slide, in every format.
      kind: of.rehearsalOf ? `Rehearsal: ${of.kind}` : of.kind,
      council: of.council,
      inspection: of.code,
      framework: of.framework.slug,
      date: of.date,
      ...(of.source && { source: of.source }),
      ...(of.licence && { licence: of.licence }),
      ...briefingFrame.parse(of.frame),
      judgements: of.framework.judgements.map((judgement) => ({
        number: judgement.number,
        title: judgement.title,
        rating: rated("judgement", String(judgement.number)),
        themes: judgement.themes.map((theme) => ({
          number: theme.number,
          title: theme.title,
          rating: rated("theme", String(theme.number)),
          lines: theme.lines.map(({ ref, title }): BriefingLine => {
            const own = findings.get(byRef.get(ref)?.id ?? "");
            return {
              ref,
              title,
              rating: rated("line", ref),
              strengths: own?.strength ?? [],
              weaknesses: own?.weakness ?? [],
              areas: own?.area ?? [],
            };
          }),
        })),
      })),
      evidence: await citedEvidence(db, of),
    };
  });
}

/** Null where nobody rated, where raters differ, and where the reader is not told the only one that is in. */
function ratingOf(of: Inspection, ratings: Ratings, subject: RatedSubject, ref: string) {
  const standing = standingOf(ratingsOf(ratings, subject, ref), ratings.double);
  const scale = scaleFor(of.framework, subject, ref);
  const level = scale && "level" in standing ? levelOf(scale, standing.level) : null;
  if (!level || !("level" in standing)) return null;
  return { level: level.label, reason: standing.reason.replace(/\s+/g, " ").trim() };
}

async function citations(db: Db, of: Inspection): Promise<Map<string, BriefingCitation[]>> {
  const rows = await db
    .select({
      finding: citation.finding,
      number: evidence.number,
      locator: citation.locator,
      quote: citation.quote,
      mayQuote,
    })
    .from(citation)
    .innerJoin(evidence, eq(evidence.id, citation.evidence))
    .innerJoin(finding, eq(finding.id, citation.finding))
    .where(and(eq(finding.inspection, of.id), isNull(citation.withdrawnAt), visibleEvidence(of, null)))
    .orderBy(asc(citation.addedAt), asc(sql`${citation}.rowid`));
  const byFinding = new Map<string, BriefingCitation[]>();
  for (const { finding: id, number, locator, quote, mayQuote: may } of rows) {
    const list = byFinding.get(id) ?? [];
    list.push({ evidence: `E${number}`, locator, quote: may ? quote : null });
    byFinding.set(id, list);
  }
  return byFinding;
}

type Kinds = Record<"strength" | "weakness" | "area", BriefingFinding[]>;

async function findingsByLine(
  db: Db,
  of: Inspection,
  cites: Map<string, BriefingCitation[]>,
  ids: boolean,
): Promise<Map<string, Kinds>> {
  const rows = await db
    .select()
    .from(finding)
    .innerJoin(line, eq(line.id, finding.line))
    .where(and(eq(finding.inspection, of.id), isNull(finding.withdrawnAt)))
    .orderBy(asc(line.position), asc(finding.position));
  const inside = allowed(of, "finding.see-inside");
  const byLine = new Map<string, Kinds>();
  for (const { finding: row } of rows) {
    const kinds = byLine.get(row.line) ?? { strength: [], weakness: [], area: [] };
    const { text, inferred, recognised } = row;
    const note = inside ? row.note : null;
    const found = { text, note, inferred, recognised, citations: cites.get(row.id) ?? [] };
    kinds[row.kind].push(ids ? { ...found, id: row.id } : found);
    byLine.set(row.line, kinds);
  }
  return byLine;
}

async function citedEvidence(db: Db, of: Inspection): Promise<Briefing["evidence"]> {
  const rows = await db
    .select({ number: evidence.number, title: evidence.title, kind: evidence.kind, asAt: evidence.asAt, mayName })
    .from(evidence)
    .where(and(visibleEvidence(of, null), sql`${evidence.citations} > 0`))
    .orderBy(asc(evidence.number));
  return rows.map(({ number, title, kind, asAt, mayName: may }) => ({
    ref: `E${number}`,
    title: may ? title : anonymousTitle(kind),
    kind: evidenceKindTitle(kind satisfies EvidenceKind),
    // Beside a timetable the day would tell who it was.
    asAt: may ? asAt : null,
  }));
}
