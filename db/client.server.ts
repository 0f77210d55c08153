/** Opens the database: pragmas, the reader and the writer. The only import of better-sqlite3. */
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { existsSync } from "node:fs";
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
  /** What is wrong with the file itself: pages that are damaged, references that lead nowhere. Reads all of it. */
  check(): Promise<string[]>;
  close(): void;
};

/** Pragmas do not outlive a connection: `synchronous` falls back to NORMAL on each one that opens a WAL database. */
function open(file: string, { readOnly }: { readOnly: boolean }): Database.Database {
  const connection = new Database(file);
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("busy_timeout = 5000");
  connection.pragma("foreign_keys = ON");
  connection.pragma("trusted_schema = OFF");
  connection.pragma("temp_store = MEMORY");
  if (readOnly) connection.pragma("query_only = ON");
  return connection;
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

/** Opens the database in `file` and brings it to the newest schema. Throws where the file is no database of ours. */
export function openStore(file: string): Store {
  const writer = open(file, { readOnly: false });
  migrate(connect(writer), { migrationsFolder: migrationsFolder() });
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
    check: async () => faultsOf(reader),
    close() {
      reader.close();
      writer.pragma("wal_checkpoint(TRUNCATE)");
      writer.close();
    },
  };
}
