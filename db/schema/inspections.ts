/** Inspections: who takes part, and the lines of enquiry with their counts. */
import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";

import { parts } from "#app/models/inspections/part.ts";
import { stages } from "#app/models/inspections/stage.ts";

import { organisation, user } from "./accounts.ts";
import { count, id, version } from "./columns.ts";
import { frameworkEdition } from "./frameworks.ts";

export const inspection = sqliteTable("inspection", {
  id: id(),
  code: text().notNull().unique(),
  /** Counted from 1: the range of ids that its passages have. */
  number: integer().unique(),
  title: text().notNull(),
  /** What the deck opens: "Initial briefing". */
  kind: text().notNull(),
  council: text()
    .notNull()
    .references(() => organisation.id),
  framework: text()
    .notNull()
    .references(() => frameworkEdition.id),
  stage: text({ enum: stages }).notNull().default("draft"),
  /** When it came to this stage; null until it first moves. */
  stageAt: text(),
  /** Whether two inspectors rate, each without seeing the other's. */
  doubleRating: integer({ mode: "boolean" }).notNull().default(true),
  /** The day of the briefing, as YYYY-MM-DD. */
  date: text().notNull(),
  source: text(),
  licence: text(),
  /** Team, agenda, context and next stages of the briefing, as the briefing chapter reads them. */
  frame: text({ mode: "json" }).notNull(),
  /** For a mock inspection that a council holds on a copy: the inspection that it rehearses. */
  rehearsalOf: text().references((): AnySQLiteColumn => inspection.id),
  /** A legal hold: nothing of it is disposed of while this stands. */
  heldAt: text(),
  heldReason: text(),
  /** When its retention ran out and its content was disposed of. */
  disposedAt: text(),
  version: version(),
});

export const member = sqliteTable(
  "member",
  {
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    user: text()
      .notNull()
      .references(() => user.id),
    /** The part played in this inspection: it decides what the person may do here. */
    part: text({ enum: parts }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.inspection, t.user] }), index("member_user").on(t.user)],
);

/** Someone who must not see an inspection, whatever part they play: a conflict of interest wins. */
export const exclusion = sqliteTable(
  "exclusion",
  {
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    user: text()
      .notNull()
      .references(() => user.id),
    reason: text().notNull(),
    by: text().references(() => user.id),
    at: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.inspection, t.user] })],
);

/** A line of enquiry of one inspection, with the counts that pages show: changed with what they count. */
export const line = sqliteTable(
  "line",
  {
    id: id(),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    ref: text().notNull(),
    position: integer().notNull(),
    judgement: integer().notNull(),
    theme: integer().notNull(),
    title: text().notNull(),
    label: text().notNull(),
    lead: text().references(() => user.id),
    strengths: count(),
    weaknesses: count(),
    areas: count(),
    citedStrengths: count(),
    citedWeaknesses: count(),
    citedAreas: count(),
    /** Areas for which nothing is planned. */
    openAreas: count(),
    /** Findings that quote what the newest revision of their source no longer holds. */
    lostFindings: count(),
    changedAt: text(),
    /** Where a newer edition of the framework no longer has it: its content stays. */
    withdrawnAt: text(),
  },
  (t) => [uniqueIndex("line_ref").on(t.inspection, t.ref)],
);

/** An inspection moved to a newer edition of its framework, with what it takes to move it back. */
export const upgrade = sqliteTable(
  "upgrade",
  {
    id: id(),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    from: text()
      .notNull()
      .references(() => frameworkEdition.id),
    to: text()
      .notNull()
      .references(() => frameworkEdition.id),
    by: text().references(() => user.id),
    at: text().notNull(),
    undo: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
    undoneAt: text(),
  },
  (t) => [index("upgrade_inspection").on(t.inspection)],
);
