/** Saved decks, templates, and decks that are brought in. */
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

import { audiences, deckImportStates } from "#app/models/briefing/audience.ts";

import { user } from "./accounts.ts";
import { id, version } from "./columns.ts";
import { blob } from "./evidence.ts";
import { finding } from "./findings.ts";
import { inspection } from "./inspections.ts";

/** An office file whose look a deck takes: fonts, colours, the empty slide behind each kind of slide. */
export const template = sqliteTable(
  "template",
  {
    id: id(),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    name: text().notNull(),
    sha256: text()
      .notNull()
      .references(() => blob.sha256),
    /** What was read from it. */
    theme: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
    addedBy: text().references(() => user.id),
    addedAt: text().notNull(),
    withdrawnAt: text(),
  },
  (t) => [index("template_inspection").on(t.inspection)],
);

/** A deck for one audience, with the choices that make it: which findings, in which layout and order, with which notes. */
export const deck = sqliteTable(
  "deck",
  {
    id: id(),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    /** Its place in addresses: "opening". */
    slug: text().notNull(),
    title: text().notNull(),
    audience: text({ enum: audiences }).notNull(),
    /** For the council's eyes: it holds only what the stage allows. */
    forCouncil: integer({ mode: "boolean" }).notNull().default(false),
    template: text().references(() => template.id),
    choices: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
    /** The slides as someone last looked at them, so that a change shows. */
    seen: text({ mode: "json" }).$type<Record<string, unknown>>(),
    addedBy: text().references(() => user.id),
    addedAt: text().notNull(),
    changedAt: text().notNull(),
    withdrawnAt: text(),
    version: version(),
  },
  (t) => [uniqueIndex("deck_slug").on(t.inspection, t.slug)],
);

/** A deck that someone brings in: what was read, what is proposed, what was decided. Nothing else changes until it is taken. */
export const deckImport = sqliteTable(
  "deck_import",
  {
    id: id(),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    name: text().notNull(),
    /** The file as it came; null for pasted text. */
    sha256: text().references(() => blob.sha256),
    /** What was read: slides in a neutral form. */
    outline: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
    /** What the person chose for each proposal. */
    decisions: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
    state: text({ enum: deckImportStates }).notNull().default("reviewing"),
    by: text().references(() => user.id),
    at: text().notNull(),
    takenAt: text(),
    version: version(),
  },
  (t) => [index("deck_import_inspection").on(t.inspection, t.at)],
);

/** Where a finding was read: the deck that was brought in, and its slide. */
export const findingOrigin = sqliteTable(
  "finding_origin",
  {
    finding: text()
      .primaryKey()
      .references(() => finding.id),
    import: text()
      .notNull()
      .references(() => deckImport.id),
    /** Counted from 1. */
    slide: integer().notNull(),
    /** The words as they stood there. */
    words: text().notNull(),
  },
  (t) => [index("finding_origin_import").on(t.import)],
);
