/** What became of the points that the visit began with, read from the record. */
import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";

import { event, revision } from "#db/schema/audit.ts";
import { deck } from "#db/schema/briefing.ts";
import { evidence } from "#db/schema/evidence.ts";
import { citation, finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";

import { isBorneOut } from "#app/models/findings/confirmations.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { type Mark, markOf, marks, type Source, type Told } from "./story.ts";

type Reader = Pick<Desk, "read">;

export type Story = {
  /** The moment that the points are compared with. */
  since: string;
  counts: Record<Mark, number>;
  told: (Told & { mark: Mark; line: string })[];
};

/** Strengths, weaknesses, areas. */
const inOrder = sql`instr('strength weakness area', ${finding.kind})`;

/** When the opening deck was made: what it said is where the story begins; else the day of the inspection. */
async function beginning({ read }: Reader, of: Inspection): Promise<string> {
  const [row] = await read
    .select({ at: deck.addedAt })
    .from(deck)
    .where(and(eq(deck.inspection, of.id), eq(deck.audience, "opening")))
    .orderBy(asc(deck.addedAt))
    .limit(1);
  return row?.at ?? `${of.date}T00:00:00.000Z`;
}

/** The words of findings before the first change of them after `since`, by id. */
async function wordsBefore({ read }: Reader, of: Inspection, since: string): Promise<Map<string, string>> {
  const rows = await read
    .select({ subject: event.subject, action: event.action, before: revision.before })
    .from(event)
    .innerJoin(revision, eq(revision.seq, event.seq))
    .where(
      and(
        eq(event.inspection, of.id),
        gt(event.at, since),
        inArray(event.action, ["finding.edit", "finding.edit.undo", "deck.take"]),
      ),
    )
    .orderBy(asc(event.seq));
  const words = new Map<string, string>();
  const put = (id: string, before: unknown) => {
    const text = before && typeof before === "object" && "text" in before ? before.text : null;
    if (typeof text === "string" && !words.has(id)) words.set(id, text);
  };
  for (const { subject, action, before } of rows) {
    if (action !== "deck.take") put(subject.slice("finding:".length), before);
    else for (const [id, each] of Object.entries(before ?? {})) put(id, each);
  }
  return words;
}

async function evidenceSince({ read }: Reader, of: Inspection, since: string): Promise<Map<string, Source[]>> {
  const rows = await read
    .selectDistinct({ finding: citation.finding, id: evidence.id, number: evidence.number, title: evidence.title })
    .from(citation)
    .innerJoin(evidence, eq(evidence.id, citation.evidence))
    .where(
      and(
        ...[eq(evidence.inspection, of.id), gt(citation.addedAt, since), isNull(citation.withdrawnAt)],
        isNull(evidence.withdrawnAt),
      ),
    )
    .orderBy(asc(evidence.number));
  const found = new Map<string, Source[]>();
  for (const { finding: id, ...source } of rows) found.set(id, [...(found.get(id) ?? []), source]);
  return found;
}

/** For inspectors only. `since`: an ISO moment; the opening deck's where it is left out. */
export async function findStory(desk: Reader, of: Inspection, since?: string): Promise<Story> {
  demand(of, "deck.see-inside");
  return storyOf(desk, of, since);
}

/** The same without asking who reads: for decks, which tell of it no more than their reader may know. */
export async function storyOf(desk: Reader, of: Inspection, since?: string): Promise<Story> {
  const start = since ?? (await beginning(desk, of));
  const [words, sources] = [await wordsBefore(desk, of, start), await evidenceSince(desk, of, start)];
  const rows = await desk.read
    .select({ finding, ref: line.ref, line: line.title })
    .from(finding)
    .innerJoin(line, eq(line.id, finding.line))
    .where(eq(finding.inspection, of.id))
    .orderBy(asc(line.position), inOrder, asc(finding.position));
  const counts = Object.fromEntries(marks.map((mark) => [mark, 0])) as Record<Mark, number>;
  const told = rows.flatMap(({ finding: row, ref, line: title }) => {
    if (row.withdrawnAt !== null && row.withdrawnAt <= start) return [];
    const { id, kind, text, version, addedAt, withdrawnAt, withdrawnReason: reason } = row;
    const before = addedAt <= start ? (words.get(id) ?? text) : null;
    const one = { id, ref, kind, text, before, version, addedAt, withdrawnAt, reason, confirmed: isBorneOut(row) };
    const mark = markOf(one);
    if (!mark) return [];
    counts[mark]++;
    return [{ ...one, evidence: sources.get(id) ?? [], mark, line: title }];
  });
  return { since: start, counts, told };
}
