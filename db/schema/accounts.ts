/** People, their organisations, and how they sign in. */
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

import { roles, sides } from "#app/models/accounts/role.ts";

import { id, version } from "./columns.ts";

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
