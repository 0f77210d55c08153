/** Evidence: its files, their text, and what people say about it. */
import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";

import { sides } from "#app/models/accounts/role.ts";
import { evidenceKinds, sensitivities, voices } from "#app/models/evidence/evidence.ts";
import { extractionStatuses, textOrigins, unitKinds } from "#app/models/evidence/text/extraction.ts";

import { user } from "./accounts.ts";
import { count, id, version } from "./columns.ts";
import { inspection, line } from "./inspections.ts";

/** Bytes on disk, named by their hash: the same bytes are stored once. */
export const blob = sqliteTable("blob", {
  sha256: id(),
  size: integer().notNull(),
  addedAt: text().notNull(),
});

export const evidence = sqliteTable(
  "evidence",
  {
    id: id(),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    /** Numbered within the inspection: E1, E2 … */
    number: integer().notNull(),
    title: text().notNull(),
    kind: text({ enum: evidenceKinds }).notNull(),
    voice: text({ enum: voices }),
    /** The day that the evidence speaks of, as YYYY-MM-DD: not the day of upload. */
    asAt: text(),
    /** The last day of the period that it speaks of; null where it speaks of one day. */
    until: text(),
    /** Who answers for it at the council or elsewhere, in words: a role, not an account. */
    owner: text(),
    department: text(),
    sensitivity: text({ enum: sensitivities }).notNull().default("internal"),
    /** The day by which it should be looked at again or replaced. */
    reviewBy: text(),
    /** What its kind asks beside, by the name of the field. */
    fields: text({ mode: "json" }).$type<Record<string, string>>().notNull().default({}),
    side: text({ enum: sides }).notNull(),
    citations: count(),
    addedBy: text().references(() => user.id),
    addedAt: text().notNull(),
    /** Sent back by inspectors, until a new revision comes. The reason is for whoever sent it. */
    returnedAt: text(),
    returnedReason: text(),
    /** For a copy from which words were taken out: the evidence that it was made from. */
    redacts: text().references((): AnySQLiteColumn => evidence.id),
    withdrawnAt: text(),
    withdrawnReason: text(),
    version: version(),
  },
  (t) => [uniqueIndex("evidence_number").on(t.inspection, t.number)],
);

/** What inspectors say about a piece of evidence among themselves. Apart from its row, whose version the council sees. */
export const appraisal = sqliteTable("appraisal", {
  evidence: text()
    .primaryKey()
    .references(() => evidence.id),
  /** Who is to read it. */
  assignedTo: text().references(() => user.id),
  /** The five quality questions, by name. */
  quality: text({ mode: "json" }).$type<Record<string, string>>().notNull().default({}),
  version: version(),
});

/** That someone has read a piece of evidence: theirs alone. */
export const reading = sqliteTable(
  "reading",
  {
    evidence: text()
      .notNull()
      .references(() => evidence.id),
    user: text()
      .notNull()
      .references(() => user.id),
    readAt: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.evidence, t.user] })],
);

/** A line that evidence is about, as one side sees it: the council is not told what inspectors make of what it sent. */
export const evidenceLine = sqliteTable(
  "evidence_line",
  {
    evidence: text()
      .notNull()
      .references(() => evidence.id),
    line: text()
      .notNull()
      .references(() => line.id),
    side: text({ enum: sides }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.evidence, t.line, t.side] }), index("evidence_line_line").on(t.line)],
);

/** A word that one side files evidence under. */
export const evidenceTag = sqliteTable(
  "evidence_tag",
  {
    evidence: text()
      .notNull()
      .references(() => evidence.id),
    tag: text().notNull(),
    side: text({ enum: sides }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.evidence, t.tag, t.side] })],
);

/** A name for what a person asks of a list, kept as it stands in the address. */
export const savedView = sqliteTable(
  "saved_view",
  {
    id: id(),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    user: text()
      .notNull()
      .references(() => user.id),
    name: text().notNull(),
    query: text().notNull(),
    addedAt: text().notNull(),
  },
  (t) => [uniqueIndex("saved_view_name").on(t.inspection, t.user, t.name)],
);

/** A file that has come whole and waits for its form to be sent. Gone once it is evidence, or after a week. */
export const arrival = sqliteTable(
  "arrival",
  {
    id: id(),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    user: text()
      .notNull()
      .references(() => user.id),
    name: text().notNull(),
    sha256: text()
      .notNull()
      .references(() => blob.sha256),
    size: integer().notNull(),
    mediaType: text().notNull(),
    scannedAt: text(),
    arrivedAt: text().notNull(),
  },
  (t) => [index("arrival_user").on(t.user, t.inspection)],
);

/** One file of one revision. Nothing is overwritten: a new file is a new row. */
export const evidenceFile = sqliteTable(
  "evidence_file",
  {
    id: id(),
    evidence: text()
      .notNull()
      .references(() => evidence.id),
    revision: integer().notNull(),
    position: integer().notNull(),
    name: text().notNull(),
    mediaType: text().notNull(),
    sha256: text()
      .notNull()
      .references(() => blob.sha256),
    size: integer().notNull(),
    /** What became of reading its text; null until a machine has tried. */
    textStatus: text({ enum: extractionStatuses }),
    /** Where its text comes from; null while it has none. */
    textOrigin: text({ enum: textOrigins }),
    /** Whole sentences about what was left out of the text. */
    textWarnings: text({ mode: "json" }).$type<string[]>().notNull().default([]),
    /** When a virus scanner passed it; null where none is set up. */
    scannedAt: text(),
    /** Whether it belongs to the newest revision. */
    current: integer({ mode: "boolean" }).notNull().default(true),
    addedBy: text().references(() => user.id),
    addedAt: text().notNull(),
  },
  (t) => [
    index("evidence_file_text").on(t.textStatus),
    index("evidence_file_evidence").on(t.evidence),
    index("evidence_file_sha256").on(t.sha256),
  ],
);

/** A page, slide, sheet or section of a file, as a machine read it. */
export const unit = sqliteTable(
  "unit",
  {
    id: integer().primaryKey(),
    file: text()
      .notNull()
      .references(() => evidenceFile.id),
    seq: integer().notNull(),
    kind: text({ enum: unitKinds }).notNull(),
    label: text().notNull(),
    hidden: integer({ mode: "boolean" }).notNull(),
    text: text().notNull(),
  },
  (t) => [uniqueIndex("unit_file").on(t.file, t.seq)],
);

/** What a search finds: a stretch of a unit. Two full-text indexes follow this table (migration 0003). */
export const passage = sqliteTable("passage", {
  /** The number of the inspection times 2 to the power of 32, and a count: an inspection's passages are one range. */
  id: integer().primaryKey(),
  unit: integer()
    .notNull()
    .references(() => unit.id),
  text: text().notNull(),
});
