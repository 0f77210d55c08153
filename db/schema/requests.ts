/** What inspectors ask of the council, and what it answers. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

import { answerKinds, answerStates, digests, letterKinds, requestStates } from "#app/models/requests/request.ts";

import { user } from "./accounts.ts";
import { id, version } from "./columns.ts";
import { arrival, evidence } from "./evidence.ts";
import { finding } from "./findings.ts";
import { inspection, line } from "./inspections.ts";

export const request = sqliteTable(
  "request",
  {
    id: id(),
    inspection: text()
      .notNull()
      .references(() => inspection.id),
    /** R-24, for both sides: given when it is sent, so that no gap tells of drafts. Null until then. */
    number: integer(),
    title: text().notNull(),
    text: text().notNull(),
    due: text(),
    state: text({ enum: requestStates }).notNull().default("draft"),
    askedBy: text().references(() => user.id),
    /** Who answers at the council: a person, or a team in words. */
    person: text().references(() => user.id),
    team: text(),
    draftedAt: text().notNull(),
    sentAt: text(),
    /** Why an answer was sent back, or the request withdrawn: for the council to read. */
    reason: text(),
    remindedAt: text(),
    version: version(),
  },
  (t) => [uniqueIndex("request_number").on(t.inspection, t.number)],
);

export const requestLine = sqliteTable(
  "request_line",
  {
    request: text()
      .notNull()
      .references(() => request.id),
    line: text()
      .notNull()
      .references(() => line.id),
  },
  (t) => [primaryKey({ columns: [t.request, t.line] }), index("request_line_line").on(t.line)],
);

/** The areas to explore that a request was raised from: never the council's to see. */
export const requestArea = sqliteTable(
  "request_area",
  {
    request: text()
      .notNull()
      .references(() => request.id),
    finding: text()
      .notNull()
      .references(() => finding.id),
  },
  (t) => [primaryKey({ columns: [t.request, t.finding] }), index("request_area_finding").on(t.finding)],
);

/** One answer to a request: a draft is the council's alone until it is sent. */
export const answer = sqliteTable(
  "answer",
  {
    id: id(),
    request: text()
      .notNull()
      .references(() => request.id),
    kind: text({ enum: answerKinds }).notNull(),
    state: text({ enum: answerStates }).notNull().default("draft"),
    message: text().notNull().default(""),
    /** For what is already public. */
    link: text(),
    /** For a part of another document: that document, and where in it. */
    document: text().references(() => evidence.id),
    place: text(),
    by: text()
      .notNull()
      .references(() => user.id),
    changedAt: text().notNull(),
    sentAt: text(),
    version: version(),
  },
  (t) => [index("answer_request").on(t.request)],
);

/** A file of a draft answer: evidence only once the answer is sent. */
export const answerFile = sqliteTable(
  "answer_file",
  {
    answer: text()
      .notNull()
      .references(() => answer.id),
    arrival: text()
      .notNull()
      .references(() => arrival.id),
    title: text().notNull(),
    restricted: integer({ mode: "boolean" }).notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.answer, t.arrival] })],
);

/** The evidence that an answer brought. */
export const answerEvidence = sqliteTable(
  "answer_evidence",
  {
    answer: text()
      .notNull()
      .references(() => answer.id),
    evidence: text()
      .notNull()
      .references(() => evidence.id),
  },
  (t) => [primaryKey({ columns: [t.answer, t.evidence] }), index("answer_evidence_evidence").on(t.evidence)],
);

/** Which mail a person wants. Without a row: at once for what is asked of them, and a digest each morning. */
export const mailChoice = sqliteTable("mail_choice", {
  user: text()
    .primaryKey()
    .references(() => user.id),
  atOnce: integer({ mode: "boolean" }).notNull().default(true),
  digest: text({ enum: digests }).notNull().default("daily"),
  /** The day of the last digest, so that none is sent twice. */
  digestOn: text(),
  version: version(),
});

/** A letter to one person about one request: in line from the change that it tells of until a mail server has taken it. */
export const letter = sqliteTable(
  "letter",
  {
    id: id(),
    request: text()
      .notNull()
      .references(() => request.id),
    user: text()
      .notNull()
      .references(() => user.id),
    kind: text({ enum: letterKinds }).notNull(),
    /** What sets it apart from another of its kind: the moment of the change, or the day that is due. */
    mark: text().notNull(),
    madeAt: text().notNull(),
    sentAt: text(),
  },
  (t) => [
    uniqueIndex("letter_once").on(t.request, t.user, t.kind, t.mark),
    index("letter_sent").on(t.sentAt, t.madeAt),
  ],
);
