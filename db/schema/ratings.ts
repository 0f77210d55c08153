/** Ratings, moderation and publication. */
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

import { raters } from "#app/models/ratings/rater.ts";

import { user } from "./accounts.ts";
import { id, version } from "./columns.ts";
import { inspection } from "./inspections.ts";

export const rating = sqliteTable(
  "rating",
  {
    id: id(),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    subject: text({ enum: ["line", "theme", "judgement"] }).notNull(),
    /** "1.3" for a line, "1" for a theme or a judgement. */
    ref: text().notNull(),
    /** Whose judgement it is. */
    rater: text({ enum: raters }).notNull().default("inspector"),
    /** For inspectors, the id of the one who rated: each has their own. Empty for the others, of which there is one. */
    slot: text().notNull().default(""),
    level: integer().notNull(),
    reason: text().notNull(),
    /** What the framework's rule gave when it was rated; null where the rule computes nothing. */
    computed: integer(),
    /** The descriptor statements that the evidence supports, as "level.place". */
    statements: text({ mode: "json" }).$type<string[]>().notNull().default([]),
    /** Where a previous, peer or self rating was read: "Inspection report, June 2004". */
    source: text(),
    ratedBy: text().references(() => user.id),
    ratedAt: text().notNull(),
    version: version(),
  },
  (t) => [uniqueIndex("rating_subject").on(t.inspection, t.subject, t.ref, t.rater, t.slot)],
);

/** A theme signed off: its ratings are locked until it is reopened. One row for each time. */
export const signOff = sqliteTable(
  "sign_off",
  {
    id: id(),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    theme: integer().notNull(),
    signedBy: text()
      .notNull()
      .references(() => user.id),
    signedAt: text().notNull(),
    reopenedBy: text().references(() => user.id),
    reopenedAt: text(),
    reopenedReason: text(),
  },
  (t) => [index("sign_off_theme").on(t.inspection, t.theme)],
);

/** What the team says to each other about a line, a theme or a finding, until it is resolved. Never the council's. */
export const comment = sqliteTable(
  "comment",
  {
    id: id(),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    /** "line:1.3", "theme:1". */
    subject: text().notNull(),
    text: text().notNull(),
    by: text()
      .notNull()
      .references(() => user.id),
    at: text().notNull(),
    resolvedBy: text().references(() => user.id),
    resolvedAt: text(),
    version: version(),
  },
  (t) => [index("comment_subject").on(t.inspection, t.subject)],
);

/** A version of the inspection that was made public: proposed by one person, approved by another, then never changed. */
export const publication = sqliteTable(
  "publication",
  {
    id: id(),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    number: integer().notNull(),
    /** Why there is another version; null for the first. */
    reason: text(),
    proposedBy: text()
      .notNull()
      .references(() => user.id),
    proposedAt: text().notNull(),
    approvedBy: text().references(() => user.id),
    approvedAt: text(),
    /** All that was published, as it stood; null until it is approved. */
    content: text(),
    /** SHA-256 of the content. */
    digest: text(),
  },
  (t) => [uniqueIndex("publication_number").on(t.inspection, t.number)],
);
