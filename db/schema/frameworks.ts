/** Editions of frameworks as they were read from content. */
import { sqliteTable, text } from "drizzle-orm/sqlite-core";

import { id } from "./columns.ts";

/** One edition as it was read from content. Never changed: an inspection is pinned to it. */
export const frameworkEdition = sqliteTable("framework_edition", {
  id: id(),
  slug: text().notNull(),
  /** SHA-256 of the content. */
  digest: text().notNull().unique(),
  content: text().notNull(),
  addedAt: text().notNull(),
});
