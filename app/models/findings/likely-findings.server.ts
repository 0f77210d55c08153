/** Which findings a passage most likely bears out: by the words that they share, the line at hand, and what still wants a citation. */
import { and, eq, isNull, or, sql } from "drizzle-orm";

import { finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";

import { findingPlace } from "#app/models/audit/activity.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { type FindingKind, findingCalled } from "./finding.ts";
import { tellingWords } from "./telling-words.ts";

export type LikelyFinding = {
  id: string;
  kind: FindingKind;
  /** "S3". */
  name: string;
  text: string;
  ref: string;
  cited: boolean;
};

const MOST = 9;
const MOST_WORDS = 12;
const MOST_MATCHES = 60;

/** Begins of words that someone types to find a finding. */
const typedWords = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS).map((word) => word.slice(0, 40));

const matchOf = (words: string[], typed: string[]): string | null => {
  if (typed.length) return typed.map((word) => `"${word}"*`).join(" ");
  return words.length ? words.map((word) => `"${word}"`).join(" OR ") : null;
};

type Asked = {
  /** The words of the passage. */
  words: string;
  /** The line that the reader works on: "1.3". */
  line?: string | undefined;
  /** What is typed to find another: words, "S3", "1.3". */
  typed?: string | undefined;
};

const columns = {
  id: finding.id,
  kind: finding.kind,
  text: finding.text,
  citations: finding.citations,
  ref: line.ref,
  place: findingPlace,
};

/** Findings by the index, the best first; `rank` falls below 0 the better they match. */
async function matching(desk: Desk, of: Inspection, match: string | null) {
  if (match === null) return [];
  return desk.read
    .select({ ...columns, rank: sql<number>`bm25(finding_stem)`.as("rank") })
    .from(sql`finding_stem`)
    .innerJoin(finding, sql`${finding.key} = finding_stem.rowid`)
    .innerJoin(line, eq(line.id, finding.line))
    .where(and(sql`finding_stem match ${match}`, eq(finding.inspection, of.id), isNull(finding.withdrawnAt)))
    .orderBy(sql`rank`)
    .limit(MOST_MATCHES);
}

/** All findings of these lines. */
async function onLines(desk: Desk, of: Inspection, refs: string[]) {
  if (refs.length === 0) return [];
  const rows = await desk.read
    .select(columns)
    .from(finding)
    .innerJoin(line, eq(line.id, finding.line))
    .where(and(eq(line.inspection, of.id), or(...refs.map((ref) => eq(line.ref, ref))), isNull(finding.withdrawnAt)))
    .orderBy(finding.kind, finding.position);
  return rows.map((row) => ({ ...row, rank: 0 }));
}

type Row = Awaited<ReturnType<typeof onLines>>[number];

/** How much the line at hand, and a finding that still wants a citation, weigh beside the best match of words, which is 1. */
const ON_LINE = 1.1;
const UNCITED = 0.35;

function likeliestFirst(rows: Row[], { line: ref }: Asked): Row[] {
  const best = Math.min(0, ...rows.map(({ rank }) => rank));
  const chance = ({ rank, ref: on, kind, citations }: Row) =>
    (best < 0 ? rank / best : 0) +
    (on === ref ? ON_LINE : 0) +
    (citations === 0 ? (kind === "area" ? UNCITED / 2 : UNCITED) : 0);
  return [...rows].sort((a, b) => chance(b) - chance(a));
}

/** The likeliest findings of the inspection for a passage, at most nine: each has a number key. For those who write findings. */
export async function likelyFindings(desk: Desk, of: Inspection, asked: Asked): Promise<LikelyFinding[]> {
  demand(of, "finding.write");
  const typed = asked.typed?.trim() ?? "";
  const [, named] = /^([swa]\d{1,3})$/i.exec(typed) ?? [];
  const [, ref] = /^(\d{1,2}\.\d{1,3})\b/.exec(typed) ?? [];
  const match = ref || named ? null : matchOf(tellingWords(asked.words), typedWords(typed));
  const lines = ref ? [ref] : asked.line && (!typed || named) ? [asked.line] : [];
  const rows = [...(await matching(desk, of, match)), ...(await onLines(desk, of, lines))];
  const once = [...new Map(rows.reverse().map((row) => [row.id, row])).values()].reverse();
  return likeliestFirst(once, asked)
    .map(({ place, citations, rank: _, ...row }) => ({
      ...row,
      name: findingCalled(row.kind, place),
      cited: citations > 0,
    }))
    .filter(({ name }) => !named || name.toLowerCase() === named.toLowerCase())
    .slice(0, MOST);
}
