/** How ready each side is: what the council keeps for itself, dated figures, and what was explained. */
import { index, integer, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

import { sides } from "#app/models/accounts/role.ts";
import { improvementStates } from "#app/models/readiness/improvement.ts";

import { user } from "./accounts.ts";
import { id, version } from "./columns.ts";
import { visit } from "./fieldwork.ts";
import { inspection, line } from "./inspections.ts";

/** What the council says of itself on a line: what it knows, how it knows, what comes next. Its own until it submits. */
export const selfAssessment = sqliteTable("self_assessment", {
  line: text()
    .primaryKey()
    .references(() => line.id),
  know: text().notNull().default(""),
  how: text().notNull().default(""),
  next: text().notNull().default(""),
  /** A level of the line's own scale; null while it is not rated. */
  level: integer(),
  reason: text().notNull().default(""),
  changedBy: text().references(() => user.id),
  changedAt: text().notNull(),
  version: version(),
});

/** What the council lacks on a line, with who sees to it and by when. */
export const gap = sqliteTable(
  "gap",
  {
    id: id(),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    line: text()
      .notNull()
      .references(() => line.id),
    text: text().notNull(),
    owner: text().references(() => user.id),
    /** A day, as YYYY-MM-DD. */
    due: text(),
    addedBy: text().references(() => user.id),
    addedAt: text().notNull(),
    closedAt: text(),
    closedReason: text(),
    version: version(),
  },
  (t) => [index("gap_inspection").on(t.inspection), index("gap_line").on(t.line)],
);

/** An action of the council's improvement plan. */
export const improvement = sqliteTable(
  "improvement",
  {
    id: id(),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    line: text().references(() => line.id),
    title: text().notNull(),
    owner: text().references(() => user.id),
    due: text(),
    state: text({ enum: improvementStates }).notNull().default("planned"),
    note: text().notNull().default(""),
    addedBy: text().references(() => user.id),
    addedAt: text().notNull(),
    changedAt: text().notNull(),
    version: version(),
  },
  (t) => [index("improvement_inspection").on(t.inspection)],
);

/** What shows that an action works: a figure before, the one aimed at, and the one reached. */
export const measure = sqliteTable(
  "measure",
  {
    id: id(),
    improvement: text()
      .notNull()
      .references(() => improvement.id),
    /** The outcome for people that it measures, in words. */
    outcome: text().notNull(),
    name: text().notNull(),
    unit: text().notNull().default(""),
    baseline: real(),
    target: real(),
    actual: real(),
    /** The day of the actual figure. */
    asAt: text(),
    version: version(),
  },
  (t) => [index("measure_improvement").on(t.improvement)],
);

/** Someone of the council whom inspectors meet: told beforehand what to expect, heard afterwards. */
export const interviewee = sqliteTable(
  "interviewee",
  {
    id: id(),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    visit: text().references(() => visit.id),
    /** Who, by role. */
    who: text().notNull(),
    briefedOn: text(),
    debriefedOn: text(),
    note: text().notNull().default(""),
    addedBy: text().references(() => user.id),
    addedAt: text().notNull(),
    withdrawnAt: text(),
    version: version(),
  },
  (t) => [index("interviewee_inspection").on(t.inspection)],
);

/** The self-assessment as it was handed to the inspectors: never changed after. */
export const submission = sqliteTable(
  "submission",
  {
    id: id(),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    number: integer().notNull(),
    content: text().notNull(),
    /** SHA-256 of the content. */
    digest: text().notNull(),
    note: text().notNull().default(""),
    by: text()
      .notNull()
      .references(() => user.id),
    at: text().notNull(),
  },
  (t) => [uniqueIndex("submission_number").on(t.inspection, t.number)],
);

/** The figures of one side on one day, to compare with another day's. */
export const snapshot = sqliteTable(
  "snapshot",
  {
    id: id(),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    side: text({ enum: sides }).notNull(),
    /** As YYYY-MM-DD, in London. */
    day: text().notNull(),
    at: text().notNull(),
    /** Null where the product took it by itself, once a day. */
    by: text().references(() => user.id),
    label: text(),
    figures: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
  },
  (t) => [index("snapshot_inspection").on(t.inspection, t.side, t.day)],
);

/** Something that a check found and that a person looked at: why it may stand. */
export const explained = sqliteTable(
  "explained",
  {
    id: id(),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    /** The check, by its name in the registry. */
    check: text().notNull(),
    /** What it was about: the ids of its records, and of their words, so that a change brings it back. */
    subject: text().notNull(),
    reason: text().notNull(),
    by: text()
      .notNull()
      .references(() => user.id),
    at: text().notNull(),
  },
  (t) => [uniqueIndex("explained_subject").on(t.inspection, t.check, t.subject)],
);
