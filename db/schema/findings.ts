/** Findings, what they cite, and private notes. */
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

import { citationStates, findingKinds } from "#app/models/findings/finding.ts";

import { user } from "./accounts.ts";
import { count, id, version } from "./columns.ts";
import { blob, evidence, evidenceFile } from "./evidence.ts";
import { inspection, line } from "./inspections.ts";

export const finding = sqliteTable(
  "finding",
  {
    id: id(),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    line: text()
      .notNull()
      .references(() => line.id),
    kind: text({ enum: findingKinds }).notNull(),
    position: integer().notNull(),
    text: text().notNull(),
    note: text(),
    inferred: text(),
    recognised: integer({ mode: "boolean" }).notNull().default(false),
    citations: count(),
    addedBy: text().references(() => user.id),
    addedAt: text().notNull(),
    changedAt: text().notNull(),
    /** When the visit bore it out: it is no longer only potential. */
    confirmedAt: text(),
    confirmedBy: text().references(() => user.id),
    withdrawnAt: text(),
    withdrawnReason: text(),
    /** The row of the full-text index that follows this table; a trigger gives it (migration 0006). */
    key: integer().unique(),
    version: version(),
  },
  (t) => [index("finding_line").on(t.line, t.kind, t.position), index("finding_inspection").on(t.inspection)],
);

export const citation = sqliteTable(
  "citation",
  {
    id: id(),
    finding: text()
      .notNull()
      .references(() => finding.id),
    evidence: text()
      .notNull()
      .references(() => evidence.id),
    /** The hash of the very file that was cited; null where the evidence has none. */
    sha256: text().references(() => blob.sha256),
    /** Where in it: "page 2". */
    locator: text(),
    /** The very words, as they stood in the file that was cited. */
    quote: text(),
    /** Where the quotation stood: the file, its unit, offsets in the unit's text, and what was around it. */
    file: text().references(() => evidenceFile.id),
    seq: integer(),
    start: integer(),
    end: integer(),
    prefix: text(),
    suffix: text(),
    /** How it was found in the newest revision; null where it has no quotation, or its text was not read yet. */
    state: text({ enum: citationStates }),
    atFile: text().references(() => evidenceFile.id),
    atSeq: integer(),
    atStart: integer(),
    atEnd: integer(),
    addedBy: text().references(() => user.id),
    addedAt: text().notNull(),
    withdrawnAt: text(),
  },
  (t) => [index("citation_finding").on(t.finding), index("citation_evidence").on(t.evidence)],
);

/** A private note on a line: its author sees it and nobody else does. */
export const note = sqliteTable(
  "note",
  {
    id: id(),
    line: text()
      .notNull()
      .references(() => line.id),
    author: text()
      .notNull()
      .references(() => user.id),
    text: text().notNull(),
    changedAt: text().notNull(),
    version: version(),
  },
  (t) => [uniqueIndex("note_line_author").on(t.line, t.author)],
);
