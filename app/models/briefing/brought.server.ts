/** The decks that were brought into an inspection, and where its findings were read. */
import { and, desc, eq, ne, sql } from "drizzle-orm";

import { user } from "#db/schema/accounts.ts";
import { deckImport, findingOrigin } from "#db/schema/briefing.ts";
import { finding } from "#db/schema/findings.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import type { DeckImportState } from "./audience.ts";

export type Brought = { id: string; name: string; at: string; by: string | null; state: DeckImportState };

/** The newest first, those that were put aside left out. */
export async function listBrought(desk: Pick<Desk, "read">, of: Inspection): Promise<Brought[]> {
  demand(of, "briefing.import");
  return desk.read
    .select({ id: deckImport.id, name: deckImport.name, at: deckImport.at, by: user.name, state: deckImport.state })
    .from(deckImport)
    .leftJoin(user, eq(user.id, deckImport.by))
    .where(and(eq(deckImport.inspection, of.id), ne(deckImport.state, "dropped")))
    .orderBy(desc(deckImport.at))
    .limit(20);
}

/** Where a finding was read; null for one that was written here. For inspectors only. */
export async function findOrigin(desk: Pick<Desk, "read">, of: Inspection, id: string) {
  demand(of, "finding.history");
  const [row] = await desk.read
    .select({
      ...{ name: deckImport.name, slide: findingOrigin.slide, words: findingOrigin.words, at: deckImport.takenAt },
      kind: sql<string>`json_extract(${deckImport.outline}, '$.kind')`,
    })
    .from(findingOrigin)
    .innerJoin(deckImport, eq(deckImport.id, findingOrigin.import))
    .innerJoin(finding, eq(finding.id, findingOrigin.finding))
    .where(and(eq(findingOrigin.finding, id), eq(finding.inspection, of.id)));
  if (!row) return null;
  const { kind, slide, ...rest } = row;
  return { ...rest, place: `${kind === "markdown" ? "part" : "slide"} ${slide}` };
}
