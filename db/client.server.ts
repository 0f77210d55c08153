/** Opens the database: pragmas, the reader and the writer. The only import of better-sqlite3. */
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const connect = (connection: Database.Database) => drizzle(connection, { casing: "snake_case" });

/** A connection to query through. Only `await` its queries: the code must be able to run on a networked database. */
export type Db = Omit<ReturnType<typeof connect>, "transaction" | "$client">;

export type Store = {
  /** Cannot write, by construction. */
  read: Db;
  /** One consistent view for a read of several queries; others go on reading and writing meanwhile. */
  snapshot<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** One writer at a time; all of `work` is kept, or none of it. */
  write<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Writes the whole database, as it stands at one moment, to a new file; others go on reading and writing meanwhile. */
  copyTo(file: string): void;
  /** The name of the newest migration that it has had. */
  schema: string;
  /** Whether the pages of the file hang together: quicker than `check`, for each start. */
  isSound(): boolean;
  /** What is wrong with the file itself: pages that are damaged, references that lead nowhere. Reads all of it. */
  check(): Promise<string[]>;
  close(): void;
};

/**
 * Pragmas do not outlive a connection: `synchronous` falls back to NORMAL on each one that opens a WAL database. Figures of
 * the tables are not gathered (PRAGMA optimize): where one inspection is all there is, they turn searches by inspection into
 * scans, and a reader that stays open keeps to them when there are many.
 */
function open(file: string, { readOnly }: { readOnly: boolean }): Database.Database {
  const connection = new Database(file);
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("busy_timeout = 5000");
  connection.pragma("foreign_keys = ON");
  connection.pragma("trusted_schema = OFF");
  connection.pragma("temp_store = MEMORY");
  // What is disposed of must not lie on in pages that are free.
  connection.pragma("secure_delete = ON");
  if (readOnly) connection.pragma("query_only = ON");
  keepPrepared(connection);
  return connection;
}

/** How many statements a connection keeps ready: more than the pages have, should their texts ever vary without end. */
const KEPT = 1000;

/** Prepares each text once: drizzle asks anew each time, which takes SQLite longer than many an answer. */
function keepPrepared(connection: Database.Database): void {
  const kept = new Map<string, Database.Statement>();
  const prepare = connection.prepare.bind(connection);
  connection.prepare = ((text: string) => {
    const ready = kept.get(text);
    // One that is being read from is not free; the next reader says anew whether it wants bare rows.
    if (ready && !ready.busy) return ready.reader ? ready.raw(false) : ready;
    const made = prepare(text);
    if (kept.size < KEPT) kept.set(text, made);
    return made;
  }) as typeof connection.prepare;
}

type Dangling = { table: string; rowid: number | null; parent: string };

function faultsOf(connection: Database.Database): string[] {
  const damaged = connection.pragma("integrity_check") as { integrity_check: string }[];
  const dangling = connection.pragma("foreign_key_check") as Dangling[];
  return [
    ...damaged.map((row) => row.integrity_check).filter((words) => words !== "ok"),
    ...dangling.map(({ table, rowid, parent }) => `row ${rowid} of ${table} refers to nothing in ${parent}`),
  ];
}

/** `db/migrations`, from the source tree and from the built programs alike. */
function migrationsFolder(): string {
  const candidates = ["./migrations", "../../db/migrations"].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const folder = candidates.find((path) => existsSync(`${path}/meta/_journal.json`));
  if (!folder) throw new Error(`The folder db/migrations was not found (looked in ${candidates.join(" and ")}).`);
  return folder;
}

/** The migrations that this program has, the oldest first. */
function migrationsIn(folder: string): { tag: string; when: number }[] {
  const journal = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, "utf8")) as {
    entries: { tag: string; when: number }[];
  };
  return journal.entries;
}

/** When the newest of the migrations that the database has had was made; 0 for a new one. */
function migratedUntil(connection: Database.Database): number {
  const there = connection.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  const found = there && connection.prepare("SELECT max(created_at) AS at FROM __drizzle_migrations").get();
  return (found as { at: number | null } | undefined)?.at ?? 0;
}

/**
 * Brings the database to the newest schema, with a copy of what it was beside it. Throws where it is newer than this
 * program: going on would lose what the newer one wrote.
 */
function bringUp(connection: Database.Database, file: string): string {
  const folder = migrationsFolder();
  const known = migrationsIn(folder);
  const newest = known.at(-1)!;
  const until = migratedUntil(connection);
  if (until > newest.when) {
    throw new Error(
      `The database ${file} was written by a newer version of Throughline. Install that version, or restore a backup made before.`,
    );
  }
  if (until && until < newest.when) copyBefore(connection, file, known.findLast(({ when }) => when <= until)!.tag);
  if (until < newest.when) migrate(connect(connection), { migrationsFolder: folder });
  return newest.tag;
}

/** Keeps the database as it was before an upgrade: `before-upgrade-from-0003_search.db`. */
function copyBefore(connection: Database.Database, file: string, tag: string): void {
  const copy = join(dirname(file), `before-upgrade-from-${tag}.db`);
  rmSync(copy, { force: true });
  connection.prepare("VACUUM INTO ?").run(copy);
}

const codesOf = (error: unknown): string[] => {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: unknown };
  return [...(code ? [code] : []), ...(cause ? codesOf(cause) : [])];
};

/** Whether the database could not be read for what it is. */
export const isDamaged = (error: unknown): boolean =>
  codesOf(error).some((code) => /^SQLITE_(CORRUPT|NOTADB)/.test(code));

/** Whether a write failed because the disk takes no more: told by SQLite, or by what drizzle wrapped around it. */
export const isFull = (error: unknown): boolean =>
  codesOf(error).some((code) => ["SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE"].includes(code));

/**
 * Opens the database in `file` and brings it to the newest schema. Throws, in words, where it cannot be gone on with.
 * `whenFull` is called when a write finds the disk full, and may make room for the next.
 */
export function openStore(file: string, whenFull: () => void = () => undefined): Store {
  const writer = open(file, { readOnly: false });
  const schema = bringUp(writer, file);
  const reader = open(file, { readOnly: true });
  const write = connect(writer);
  let queue: Promise<unknown> = Promise.resolve();

  async function transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
    writer.exec("BEGIN IMMEDIATE");
    try {
      const result = await work(write);
      writer.exec("COMMIT");
      return result;
    } catch (error) {
      if (writer.inTransaction) writer.exec("ROLLBACK");
      if (isFull(error)) whenFull();
      throw error;
    }
  }

  return {
    read: connect(reader),
    async snapshot(work) {
      const connection = open(file, { readOnly: true });
      try {
        connection.exec("BEGIN");
        return await work(connect(connection));
      } finally {
        connection.close();
      }
    },
    write(work) {
      const result = queue.then(() => transaction(work));
      queue = result.catch(() => undefined);
      return result;
    },
    copyTo(copy) {
      const connection = new Database(file, { readonly: true });
      try {
        connection.prepare("VACUUM INTO ?").run(copy);
      } finally {
        connection.close();
      }
    },
    schema,
    isSound: () => reader.pragma("quick_check(1)", { simple: true }) === "ok",
    check: async () => faultsOf(reader),
    close() {
      reader.close();
      try {
        writer.pragma("wal_checkpoint(TRUNCATE)");
      } catch (error) {
        // On a full disk the log of changes stays beside the database, and is taken in at the next start.
        if (!isFull(error)) throw error;
      }
      writer.close();
    },
  };
}

/**
 * Keeps other servers out of a folder for as long as this process lives: the system lets go of the lock however it ends.
 * Returns null where another has it.
 */
export function lockFolder(folder: string): { release(): void } | null {
  const connection = new Database(join(folder, "server.lock"), { timeout: 0 });
  try {
    connection.exec("BEGIN EXCLUSIVE");
    return { release: () => void connection.close() };
  } catch (error) {
    connection.close();
    if ((error as { code?: string }).code === "SQLITE_BUSY") return null;
    throw error;
  }
}

/** Opens a database that nobody works with, to read: a copy in a backup. */
export function openCopy(file: string): { read: Db; close(): void } {
  const connection = new Database(file, { readonly: true, fileMustExist: true });
  return { read: connect(connection), close: () => void connection.close() };
}
