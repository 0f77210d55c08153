/** What a command needs to work: who is asking, the database, the storage, the clock. */
import type { Db } from "#db/client.server.ts";

import type { Role, Side } from "#app/models/accounts/role.ts";

import type { Scanner } from "./scanner.server.ts";
import type { Storage } from "./storage.ts";

export type Person = {
  id: string;
  name: string;
  email: string;
  role: Role;
  side: Side | null;
  organisation: string | null;
};

/** What is being done, to what: ids and names of actions only, never text that a person typed. */
export type EventDraft = {
  /** "finding.add": the noun and the verb. */
  action: string;
  /** "finding:<id>". */
  subject: string;
  inspection?: string | null;
  detail?: Record<string, string | number | boolean | null>;
};

/** Keeps what a record held before and after; the event holds the digests. */
export type Keep = (before: Record<string, unknown> | null, after: Record<string, unknown> | null) => void;

export type Desk = {
  /** Who is asking; null for a visitor and for the product's own commands. */
  user: Person | null;
  /** Cannot write. */
  read: Db;
  /** Several reads of one moment. */
  snapshot<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** The only way to write: `work` and its event are one transaction. */
  change<T>(event: EventDraft, work: (db: Db, keep: Keep) => Promise<T>): Promise<T>;
  storage: Storage;
  /** Null where none is set up. */
  scanner: Scanner | null;
  now(): Date;
  /** What the loaders of one page have looked up, by name. Only there while nothing is changed. */
  found?: Map<string, Promise<unknown>>;
};

/** Looks something up once for all the loaders of a page; each time, where the desk may be changing it. */
export function once<T>({ found }: Pick<Desk, "found">, name: string, look: () => Promise<T>): Promise<T> {
  const looked = (found?.get(name) as Promise<T> | undefined) ?? look();
  found?.set(name, looked);
  return looked;
}

/** A query that most pages ask, built once for each connection: what differs each time stands there as a placeholder. */
export function prepared<Query>(build: (db: Db) => Query): (db: Db) => Query {
  const built = new WeakMap<Db, Query>();
  return (db) => {
    const ready = built.get(db) ?? build(db);
    built.set(db, ready);
    return ready;
  };
}

export type { Db };
