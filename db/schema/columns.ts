/** Columns that many tables have. Times are UTC in ISO 8601; ids are opaque and tell nothing of order or number. */
import { integer, text } from "drizzle-orm/sqlite-core";

export const id = () => text().primaryKey();
/** Counted up with each change: whoever sends an older one is told what stands now. */
export const version = () => integer().notNull().default(1);
export const count = () => integer().notNull().default(0);
