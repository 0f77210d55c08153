/** Searches what is short: findings, lines of enquiry and the titles of evidence. */
import { and, asc, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";

import { evidence } from "#db/schema/evidence.ts";
import { finding } from "#db/schema/findings.ts";
import { inspection, line, member } from "#db/schema/inspections.ts";

import { findingPlace } from "#app/models/audit/activity.server.ts";
import { type EvidenceKind, evidenceKindTitle } from "#app/models/evidence/evidence.ts";
import type { HitPart } from "#app/models/evidence/text/hit.ts";
import { passageSearch } from "#app/models/evidence/text/search-words.ts";
import { type FindingKind, findingCalled } from "#app/models/findings/finding.ts";
import { findEdition } from "#app/models/frameworks/editions.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { counted, type Found, LOOKED_AT, type Page } from "./found.server.ts";
import { markWords } from "./mark-words.ts";
import { reaches, seesEvidence } from "./scope.server.ts";

type Asked = { q: string; in?: string };
type In = { inspection: { code: string; title: string } };

const named = { code: inspection.code, inspectionTitle: inspection.title };
const shaped = <T extends { code: string; inspectionTitle: string }>({ code, inspectionTitle, ...row }: T) => ({
  ...row,
  inspection: { code, title: inspectionTitle },
});

const wordsOf = (q: string): string[] => (q.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 16);
const holding = (column: SQL, words: string[]): SQL | undefined =>
  and(...words.map((word) => sql`${column} like ${`%${word}%`}`));

export type FindingHit = In & {
  id: string;
  kind: FindingKind;
  name: string;
  ref: string;
  line: string;
  parts: HitPart[];
};

/** Findings in use that hold what was typed, by the stems of words, the best first. */
export async function findFindings(
  desk: Desk,
  { q, in: code }: Asked,
  { limit, skip }: Page,
): Promise<Found<FindingHit>> {
  const search = passageSearch(q);
  if (!search) return { rows: [], count: 0 };
  const condition = and(
    sql`finding_stem match ${search.match}`,
    reaches(desk, "finding.see", code),
    isNull(finding.withdrawnAt),
  );
  const all = () =>
    desk.read
      .select({
        ...named,
        id: finding.id,
        kind: finding.kind,
        text: finding.text,
        place: findingPlace,
        ref: line.ref,
        line: line.title,
      })
      .from(sql`finding_stem`)
      .innerJoin(finding, sql`${finding.key} = finding_stem.rowid`)
      .innerJoin(inspection, eq(inspection.id, finding.inspection))
      .innerJoin(member, eq(member.inspection, inspection.id))
      .innerJoin(line, eq(line.id, finding.line))
      .where(condition);
  const best = [sql`bm25(finding_stem)`, asc(finding.key)];
  const rows = await all()
    .orderBy(...best)
    .limit(limit)
    .offset(skip);
  return {
    rows: rows.map(({ text, place, ...row }) => ({
      ...shaped(row),
      name: findingCalled(row.kind, place),
      parts: markWords(text, q),
    })),
    count: await counted(desk, all().limit(LOOKED_AT)),
  };
}

export type LineHit = In & { ref: string; title: HitPart[]; guidance: HitPart[] | null };

/** The first paragraph of a line's guidance that holds all the words. */
const saysSo = (guidance: readonly string[], words: string[]): string | undefined =>
  guidance.find((text) => words.every((word) => text.toLowerCase().includes(word.toLowerCase())));

/** By edition: the references of lines whose guidance holds all the words. */
async function guidanceOf(desk: Desk, { in: code }: Asked, words: string[]): Promise<Map<string, Map<string, string>>> {
  const editions = await desk.read
    .selectDistinct({ id: inspection.framework })
    .from(member)
    .innerJoin(inspection, eq(inspection.id, member.inspection))
    .where(reaches(desk, "line.see", code));
  const all = new Map<string, Map<string, string>>();
  for (const { id } of editions) {
    const { judgements } = await findEdition(desk, id);
    const lines = judgements.flatMap(({ themes }) => themes.flatMap(({ lines: each }) => each));
    const held = lines.flatMap(({ ref, guidance }) => {
      const text = saysSo(guidance, words);
      return text ? [[ref, text] as const] : [];
    });
    all.set(id, new Map(held));
  }
  return all;
}

/** Lines whose title, short label or guidance holds all the words; those that are called so come first. */
export async function findLines(desk: Desk, asked: Asked, { limit, skip }: Page): Promise<Found<LineHit>> {
  const words = wordsOf(asked.q);
  if (!words.length) return { rows: [], count: 0 };
  const guidance = await guidanceOf(desk, asked, words);
  const called = or(
    holding(sql`(${line.title} || ' ' || ${line.label})`, words),
    eq(line.ref, asked.q),
  ) as SQL<boolean>;
  const guided = [...guidance].flatMap(([edition, refs]) =>
    refs.size ? [and(eq(inspection.framework, edition), inArray(line.ref, [...refs.keys()]))] : [],
  );
  const condition = and(reaches(desk, "line.see", asked.in), isNull(line.withdrawnAt), or(called, ...guided));
  const all = () =>
    desk.read
      .select({ ...named, edition: inspection.framework, ref: line.ref, title: line.title, called })
      .from(member)
      .innerJoin(inspection, eq(inspection.id, member.inspection))
      .innerJoin(line, eq(line.inspection, inspection.id))
      .where(condition);
  const rows = await all().orderBy(desc(called), asc(inspection.title), asc(line.position)).limit(limit).offset(skip);
  return {
    rows: rows.map(({ edition, called: isCalled, title, ...row }) => {
      const text = isCalled ? undefined : guidance.get(edition)?.get(row.ref);
      return { ...shaped(row), title: markWords(title, asked.q), guidance: text ? markWords(text, asked.q) : null };
    }),
    count: await counted(desk, all().limit(LOOKED_AT)),
  };
}

export type EvidenceHit = In & { id: string; ref: string; kind: string; asAt: string | null; parts: HitPart[] };

/** Evidence in use whose title holds all the words, or whose reference was typed; the newest first. */
export async function findEvidenceTitles(
  desk: Desk,
  { q, in: code }: Asked,
  { limit, skip }: Page,
): Promise<Found<EvidenceHit>> {
  const words = wordsOf(q);
  if (!words.length) return { rows: [], count: 0 };
  const [, number] = /^e(\d{1,9})$/i.exec(q) ?? [];
  const condition = and(
    reaches(desk, "evidence.see", code),
    seesEvidence(desk),
    or(holding(sql`${evidence.title}`, words), number ? eq(evidence.number, Number(number)) : undefined),
  );
  const all = () =>
    desk.read
      .select({
        ...named,
        id: evidence.id,
        number: evidence.number,
        title: evidence.title,
        kind: evidence.kind,
        asAt: evidence.asAt,
      })
      .from(member)
      .innerJoin(inspection, eq(inspection.id, member.inspection))
      .innerJoin(evidence, eq(evidence.inspection, inspection.id))
      .where(condition);
  const rows = await all().orderBy(desc(evidence.addedAt), asc(evidence.number)).limit(limit).offset(skip);
  return {
    rows: rows.map(({ number: n, title, kind, ...row }) => ({
      ...shaped(row),
      ref: `E${n}`,
      kind: evidenceKindTitle(kind as EvidenceKind),
      parts: markWords(title, q),
    })),
    count: await counted(desk, all().limit(LOOKED_AT)),
  };
}
