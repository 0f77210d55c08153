/** The append-only record. Triggers refuse update and delete (migration 0001). */
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

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
