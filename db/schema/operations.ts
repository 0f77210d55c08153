/** What runs by itself, for whoever looks after the machine. */
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The last run of each job, and of each command worth knowing of: "backup", "digest", "sweep". */
export const job = sqliteTable("job", {
  name: text().primaryKey(),
  ranAt: text().notNull(),
  /** Milliseconds. */
  took: integer().notNull(),
  /** What went wrong, without a word of content; null where nothing did. */
  failure: text(),
  /** What it did, in figures: "3 letters sent". */
  outcome: text(),
});
