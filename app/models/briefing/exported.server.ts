/** Files that left the product, and whose words they hold: told on the day when someone takes their consent back. */
import { and, desc, eq, inArray } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { user } from "#db/schema/accounts.ts";
import { event } from "#db/schema/audit.ts";
import { evidence } from "#db/schema/evidence.ts";
import { exported, exportedWords } from "#db/schema/fieldwork.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";

import type { Briefing } from "./briefing.ts";

/** The references of evidence whose words a briefing quotes. */
export function quotedIn({ judgements }: Pick<Briefing, "judgements">): string[] {
  const lines = judgements.flatMap(({ themes }) => themes.flatMap((theme) => theme.lines));
  const findings = lines.flatMap(({ strengths, weaknesses, areas }) => [...strengths, ...weaknesses, ...areas]);
  const quoted = findings.flatMap(({ citations }) => citations.filter(({ quote }) => quote !== null));
  return [...new Set(quoted.map(({ evidence: ref }) => ref))];
}

/**
 * Writes that a file left, inside the transaction of its event. `quoted`: the references of the evidence whose words it
 * may hold ("E5001").
 */
export async function insertExported(
  db: Db,
  desk: Pick<Desk, "user" | "now">,
  of: Pick<Inspection, "id">,
  { format, sha256, quoted }: { format: string; sha256: string; quoted: readonly string[] },
): Promise<void> {
  const id = randomUUID();
  const [by, at] = [desk.user?.id ?? null, desk.now().toISOString()];
  await db.insert(exported).values({ id, inspection: of.id, format, by, at, sha256 });
  const numbers = quoted.map((ref) => Number(ref.slice(1)));
  const rows = numbers.length
    ? await db
        .select({ evidence: evidence.id })
        .from(evidence)
        .where(and(eq(evidence.inspection, of.id), inArray(evidence.number, numbers)))
    : [];
  if (rows.length) await db.insert(exportedWords).values(rows.map((row) => ({ ...row, exported: id })));
}

export type ExportView = {
  /** "pptx"; "file" for the evidence itself, as it was downloaded. */
  format: string;
  at: string;
  /** Null for a command on the machine. */
  by: string | null;
  sha256: string | null;
};

/** Every file that left and may hold the words of this evidence, the newest first. For inspectors only. */
export async function listExported(desk: Pick<Desk, "read">, of: Inspection, id: string): Promise<ExportView[]> {
  demand(of, "evidence.see-inspectorate");
  const decks = await desk.read
    .select({ format: exported.format, at: exported.at, by: user.name, sha256: exported.sha256 })
    .from(exportedWords)
    .innerJoin(exported, eq(exported.id, exportedWords.exported))
    .leftJoin(user, eq(user.id, exported.by))
    .where(and(eq(exportedWords.evidence, id), eq(exported.inspection, of.id)))
    .orderBy(desc(exported.at));
  const taken = await desk.read
    .select({ at: event.at, by: user.name, detail: event.detail })
    .from(event)
    .leftJoin(user, eq(user.id, event.actor))
    .where(and(eq(event.subject, `evidence:${id}`), eq(event.action, "evidence.download")))
    .orderBy(desc(event.seq));
  const files = taken.map(({ detail, ...row }) => ({
    ...row,
    format: "file",
    sha256: typeof detail.sha256 === "string" ? detail.sha256 : null,
  }));
  return [...decks, ...files].sort((a, b) => (a.at < b.at ? 1 : -1));
}
