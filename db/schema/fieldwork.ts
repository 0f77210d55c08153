/** Areas to explore as enquiries, and the visits that answer them: who is met, what is asked, what they said. */
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

import { attributions, enquiryKinds, enquiryOutcomes, enquiryStates, methods } from "#app/models/fieldwork/enquiry.ts";
import { visitKinds, visitStates } from "#app/models/fieldwork/visit.ts";

import { user } from "./accounts.ts";
import { id, version } from "./columns.ts";
import { evidence } from "./evidence.ts";
import { finding } from "./findings.ts";
import { inspection } from "./inspections.ts";

/** What becomes of an area to explore. An area without a row is open, and nothing is planned for it. */
export const enquiry = sqliteTable("enquiry", {
  finding: text()
    .primaryKey()
    .references(() => finding.id),
  kind: text({ enum: enquiryKinds }),
  /** Roles, as people call them: "Accountable officer". */
  whoWouldKnow: text({ mode: "json" }).$type<string[]>().notNull().default([]),
  method: text({ enum: methods }),
  owner: text().references(() => user.id),
  state: text({ enum: enquiryStates }).notNull().default("open"),
  outcome: text({ enum: enquiryOutcomes }),
  /** The strength or weakness that it became. */
  became: text().references(() => finding.id),
  /** What was found, or why nobody will follow it. */
  answer: text(),
  changedAt: text().notNull(),
  version: version(),
});

/** An interview, a focus group, a visit, a reality check or a case sample, at a time and a place. */
export const visit = sqliteTable(
  "visit",
  {
    id: id(),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    kind: text({ enum: visitKinds }).notNull(),
    title: text().notNull(),
    /** Who is met, by role: "Accountable officer, two commissioners". */
    whom: text().notNull(),
    place: text(),
    /** UTC; shown in Europe/London. */
    startsAt: text().notNull(),
    endsAt: text().notNull(),
    state: text({ enum: visitStates }).notNull().default("planned"),
    /** Whether the council sees it in its timetable: when, where and whom, never what is asked. */
    shared: integer({ mode: "boolean" }).notNull().default(false),
    addedBy: text().references(() => user.id),
    addedAt: text().notNull(),
    /** How often calendars were told of a change. */
    sequence: integer().notNull().default(0),
    version: version(),
  },
  (t) => [index("visit_inspection").on(t.inspection, t.startsAt)],
);

/** An inspector who goes: nobody can be in two places. */
export const visitor = sqliteTable(
  "visitor",
  {
    visit: text()
      .notNull()
      .references(() => visit.id),
    user: text()
      .notNull()
      .references(() => user.id),
  },
  (t) => [primaryKey({ columns: [t.visit, t.user] }), index("visitor_user").on(t.user)],
);

/** A question of a topic guide, with the areas that it answers. */
export const question = sqliteTable(
  "question",
  {
    id: id(),
    visit: text()
      .notNull()
      .references(() => visit.id),
    position: integer().notNull(),
    text: text().notNull(),
    minutes: integer().notNull(),
    version: version(),
  },
  (t) => [index("question_visit").on(t.visit, t.position)],
);

export const questionArea = sqliteTable(
  "question_area",
  {
    question: text()
      .notNull()
      .references(() => question.id),
    finding: text()
      .notNull()
      .references(() => finding.id),
  },
  (t) => [primaryKey({ columns: [t.question, t.finding] }), index("question_area_finding").on(t.finding)],
);

/** What was said under a question, or beside them all. Its id comes from the device that it was typed on: sent twice, it is kept once. */
export const visitNote = sqliteTable(
  "visit_note",
  {
    id: id(),
    visit: text()
      .notNull()
      .references(() => visit.id),
    question: text().references(() => question.id),
    text: text().notNull(),
    by: text()
      .notNull()
      .references(() => user.id),
    /** When it was typed, which may be before it was sent. */
    at: text().notNull(),
    /** The piece of evidence that it became part of. */
    evidence: text().references(() => evidence.id),
    version: version(),
  },
  (t) => [index("visit_note_visit").on(t.visit)],
);

/** How what someone said may be used. Evidence without a row is not anybody's words. */
export const consent = sqliteTable("consent", {
  evidence: text()
    .primaryKey()
    .references(() => evidence.id),
  attribution: text({ enum: attributions }).notNull(),
  /** How it was given: "Spoken, at the start of the meeting". */
  given: text().notNull(),
  recordedBy: text().references(() => user.id),
  recordedAt: text().notNull(),
  withdrawnAt: text(),
  withdrawnReason: text(),
  version: version(),
});

/** A file that left the product, and whose words it holds: for the day when someone takes their consent back. */
export const exported = sqliteTable(
  "exported",
  {
    id: id(),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    format: text().notNull(),
    by: text().references(() => user.id),
    at: text().notNull(),
    sha256: text(),
  },
  (t) => [index("exported_inspection").on(t.inspection, t.at)],
);

export const exportedWords = sqliteTable(
  "exported_words",
  {
    exported: text()
      .notNull()
      .references(() => exported.id),
    evidence: text()
      .notNull()
      .references(() => evidence.id),
  },
  (t) => [primaryKey({ columns: [t.exported, t.evidence] }), index("exported_words_evidence").on(t.evidence)],
);

/** What the council's side took from an interview, its text being what was asked: theirs alone. */
export const learning = sqliteTable(
  "learning",
  {
    id: id(),
    visit: text()
      .notNull()
      .references(() => visit.id),
    text: text().notNull(),
    /** What the council's person answered. */
    said: text().notNull().default(""),
    /** What was promised, or is to be done. */
    followUp: text().notNull().default(""),
    by: text()
      .notNull()
      .references(() => user.id),
    at: text().notNull(),
    version: version(),
  },
  (t) => [index("learning_visit").on(t.visit)],
);

/** A timetable that a person's calendar reads by a secret address, until they revoke it. */
export const calendar = sqliteTable(
  "calendar",
  {
    /** SHA-256 of the token in the address. */
    id: id(),
    user: text()
      .notNull()
      .references(() => user.id),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    addedAt: text().notNull(),
    revokedAt: text(),
  },
  (t) => [index("calendar_person").on(t.user, t.inspection)],
);
