/** Every table, in chapter order. Times are UTC in ISO 8601; ids are opaque and tell nothing of order or number. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

import { roles, sides } from "#app/models/accounts/role.ts";
import { evidenceKinds, voices } from "#app/models/evidence/evidence.ts";
import { extractionStatuses, unitKinds } from "#app/models/evidence/text/extraction.ts";
import { findingKinds } from "#app/models/findings/finding.ts";
import { parts } from "#app/models/inspections/part.ts";
import { stages } from "#app/models/inspections/stage.ts";

const id = () => text().primaryKey();
const version = () => integer().notNull().default(1);
const count = () => integer().notNull().default(0);

// Audit: the append-only record. Triggers refuse update and delete (migration 0001).

export const event = sqliteTable(
  "event",
  {
    seq: integer().primaryKey(),
    at: text().notNull(),
    /** A user id; names resolve at display. Null for a visitor or a command. */
    actor: text(),
    inspection: text(),
    action: text().notNull(),
    /** What it was done to, as "finding:<id>". */
    subject: text().notNull(),
    /** Ids, field names and digests: never text that a person typed. */
    detail: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
    prev: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [index("event_inspection").on(t.inspection, t.seq), index("event_subject").on(t.subject, t.seq)],
);

/** What a record held before and after an event. Apart from the event, so that content can be erased and the chain stands. */
export const revision = sqliteTable("revision", {
  seq: integer()
    .primaryKey()
    .references(() => event.seq),
  before: text({ mode: "json" }).$type<Record<string, unknown> | null>(),
  after: text({ mode: "json" }).$type<Record<string, unknown> | null>(),
});

// Accounts

export const organisation = sqliteTable("organisation", {
  id: id(),
  name: text().notNull(),
  side: text({ enum: sides }).notNull(),
});

export const user = sqliteTable("user", {
  id: id(),
  /** Lower case. */
  email: text().notNull().unique(),
  name: text().notNull(),
  role: text({ enum: roles }).notNull(),
  organisation: text().references(() => organisation.id),
  /** Argon2id; null until the person has chosen a password. */
  password: text(),
  /** The secret of the second factor, encrypted with the application's key; null until it is set up. */
  totp: text(),
  /** The last step whose code was taken: no code works twice. */
  totpStep: integer(),
  disabledAt: text(),
  addedAt: text().notNull(),
  version: version(),
});

/** A code for the day when the second factor is out of reach: kept as its hash, good once. */
export const recoveryCode = sqliteTable("recovery_code", {
  id: id(),
  user: text()
    .notNull()
    .references(() => user.id),
  usedAt: text(),
});

/** Who a person is at an identity provider: by issuer and subject, never by e-mail address. */
export const identity = sqliteTable(
  "identity",
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    user: text()
      .notNull()
      .references(() => user.id),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] })],
);

/** A link that works once, until it expires: to set up the product, to join, to choose a new password. */
export const oneTimeLink = sqliteTable("one_time_link", {
  /** SHA-256 of the token in the address. */
  id: id(),
  kind: text({ enum: ["setup", "invitation", "reset"] }).notNull(),
  /** Whose account it opens; null for setting up the first. */
  user: text().references(() => user.id),
  expiresAt: text().notNull(),
  usedAt: text(),
});

export const session = sqliteTable(
  "session",
  {
    /** SHA-256 of the token in the cookie. */
    id: id(),
    user: text()
      .notNull()
      .references(() => user.id),
    startedAt: text().notNull(),
    seenAt: text().notNull(),
    /** When the second factor was given; null where it still has to be, or is not asked of this person. */
    factorAt: text(),
    /** When the password was last given again for something sensitive. */
    confirmedAt: text(),
    /** The browser and system, in words, for the list of one's sessions. */
    device: text().notNull().default("Unknown device"),
  },
  (t) => [index("session_user").on(t.user)],
);

// Frameworks

/** One edition as it was read from content. Never changed: an inspection is pinned to it. */
export const frameworkEdition = sqliteTable("framework_edition", {
  id: id(),
  slug: text().notNull(),
  /** SHA-256 of the content. */
  digest: text().notNull().unique(),
  content: text().notNull(),
  addedAt: text().notNull(),
});

// Inspections

export const inspection = sqliteTable("inspection", {
  id: id(),
  code: text().notNull().unique(),
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
  /** The day of the briefing, as YYYY-MM-DD. */
  date: text().notNull(),
  source: text(),
  licence: text(),
  /** Team, agenda, context and next stages of the briefing, as the briefing chapter reads them. */
  frame: text({ mode: "json" }).notNull(),
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
    changedAt: text(),
  },
  (t) => [uniqueIndex("line_ref").on(t.inspection, t.ref)],
);

// Evidence

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
    side: text({ enum: sides }).notNull(),
    citations: count(),
    addedBy: text().references(() => user.id),
    addedAt: text().notNull(),
    withdrawnAt: text(),
    withdrawnReason: text(),
    version: version(),
  },
  (t) => [uniqueIndex("evidence_number").on(t.inspection, t.number)],
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
  id: integer().primaryKey(),
  unit: integer()
    .notNull()
    .references(() => unit.id),
  text: text().notNull(),
});

// Findings

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
    withdrawnAt: text(),
    withdrawnReason: text(),
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
    quote: text(),
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

// Ratings

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
    level: integer().notNull(),
    reason: text().notNull(),
    ratedBy: text().references(() => user.id),
    ratedAt: text().notNull(),
    version: version(),
  },
  (t) => [uniqueIndex("rating_subject").on(t.inspection, t.subject, t.ref)],
);
