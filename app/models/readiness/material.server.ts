/** Reads what findings rest on. Three queries, however much there is; for inspectors alone. */
import { and, asc, eq, isNull, sql } from "drizzle-orm";

import { user } from "#db/schema/accounts.ts";
import { evidence } from "#db/schema/evidence.ts";
import { citation, finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";

import { visibleEvidence } from "#app/models/evidence/library.server.ts";
import { placeColumns, placeOf } from "#app/models/findings/citation-place.server.ts";
import { findingKinds, findingName } from "#app/models/findings/finding.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db } from "#app/platform/desk.ts";

import { turnOf } from "./ageing.ts";
import type { Found, MaterialLine, Source, SourceCitation } from "./material.ts";

/** The fields of kinds that say who wrote, said or decided it, the surest first. */
const authorFields = ["author", "who", "maker", "undertakenBy", "commissionedBy", "body", "from"] as const;

type EvidenceRow = typeof evidence.$inferSelect;

function authorOf({ owner, department, fields, side }: EvidenceRow, addedBy: string | null): string | null {
  const own = authorFields.map((name) => fields[name]?.trim()).find(Boolean);
  return owner?.trim() || own || department?.trim() || (side === "inspectorate" ? addedBy : null);
}

function sourceOf(row: EvidenceRow, addedBy: string | null): Source {
  const { id, number, title, kind, voice, asAt, until, side, reviewBy } = row;
  return {
    ...{ id, ref: `E${number}`, title, kind, voice, asAt, until, side },
    author: authorOf(row, addedBy),
    withdrawn: row.withdrawnAt !== null,
    returned: row.returnedAt !== null,
    turn: turnOf({ kind, reviewBy, asAt, until }),
  };
}

async function citationsOf(db: Db, of: Inspection): Promise<Map<string, SourceCitation[]>> {
  const rows = await db
    .select({
      id: citation.id,
      finding: citation.finding,
      locator: citation.locator,
      quote: citation.quote,
      ...placeColumns,
      row: evidence,
      addedBy: user.name,
    })
    .from(citation)
    .innerJoin(evidence, eq(evidence.id, citation.evidence))
    .leftJoin(user, eq(user.id, evidence.addedBy))
    .where(and(isNull(citation.withdrawnAt), visibleEvidence(of, null)))
    .orderBy(asc(citation.addedAt), asc(sql`${citation}.rowid`));
  const sources = new Map<string, Source>();
  const found = new Map<string, SourceCitation[]>();
  for (const { finding: of, row, addedBy, id, locator, quote, ...place } of rows) {
    const source = sources.get(row.id) ?? sourceOf(row, addedBy);
    sources.set(row.id, source);
    const one = { id, source, locator, quote, state: place.state, place: placeOf(place) };
    const before = found.get(of);
    if (before) before.push(one);
    else found.set(of, [one]);
  }
  return found;
}

/** Every line in use, in the framework's order, with its findings and what they cite. As of the moment of `db`. */
export async function readMaterial(db: Db, of: Inspection): Promise<MaterialLine[]> {
  demand(of, "evidence.see-inspectorate");
  demand(of, "finding.see");
  const lines = await db
    .select({ id: line.id, ref: line.ref, title: line.title, theme: line.theme })
    .from(line)
    .where(and(eq(line.inspection, of.id), isNull(line.withdrawnAt)))
    .orderBy(asc(line.position));
  const rows = await db
    .select({ id: finding.id, line: finding.line, kind: finding.kind, text: finding.text, inferred: finding.inferred })
    .from(finding)
    .where(and(eq(finding.inspection, of.id), isNull(finding.withdrawnAt)))
    .orderBy(asc(finding.position));
  const cited = await citationsOf(db, of);
  const byLine = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) byLine.set(row.line, [...(byLine.get(row.line) ?? []), row]);
  return lines.map(({ id, ...one }) => {
    const own = byLine.get(id) ?? [];
    const findings = findingKinds.flatMap((kind) =>
      own
        .filter((row) => row.kind === kind)
        .map((row, at): Found => {
          const { id: found, text, inferred } = row;
          const place = { ref: one.ref, line: one.title, theme: one.theme };
          return {
            id: found,
            kind,
            name: findingName(kind, at),
            text,
            inferred,
            ...place,
            citations: cited.get(found) ?? [],
          };
        }),
    );
    return { ...one, findings };
  });
}
