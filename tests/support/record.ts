/** A record of events for tests: many entries at once, and the hand of someone who holds the database file. */
import Database from "better-sqlite3";
import { join } from "node:path";

import type { Services } from "#app/desk.server.ts";
import { findHead, seal } from "#app/models/audit/events.server.ts";

type Folder = { settings: Pick<Services["settings"], "DATA_DIR"> };

const open = ({ settings }: Folder) => new Database(join(settings.DATA_DIR, "throughline.db"));

/** Appends `count` entries in one transaction, sealed as the product seals them, from entry `first` on. */
function writeEntries(file: Database.Database, first: number, count: number, prev: string, action: string): void {
  const insert = file.prepare(
    "INSERT INTO event VALUES (@seq, @at, @actor, @inspection, @action, @subject, @detail, @prev, @hash)",
  );
  let hash = prev;
  for (let seq = first; seq < first + count; seq++) {
    const [subject, detail] = [`finding:${seq % 977}`, { number: seq }];
    const at = new Date(Date.UTC(2026, 0, 1) + seq * 1000).toISOString();
    const row = seal({ seq, at, actor: "someone", inspection: "one", action, subject, detail }, hash);
    insert.run({ ...row, detail: JSON.stringify(detail) });
    hash = row.hash;
  }
}

/** Makes the record `count` entries longer. */
export async function appendMany(services: Services, count: number): Promise<void> {
  const { seq, hash } = await findHead(services.store.read);
  const file = open(services);
  file.transaction(() => writeEntries(file, seq + 1, count, hash, "finding.edit"))();
  file.close();
}

/** Changes the database file past the product, its triggers taken away. */
export function tamper(folder: Folder, ...statements: string[]): void {
  const file = open(folder);
  file.exec("DROP TRIGGER IF EXISTS event_no_update; DROP TRIGGER IF EXISTS event_no_delete");
  file.pragma("foreign_keys = OFF");
  for (const statement of statements) file.exec(statement);
  file.close();
}

/** Writes other entries from `first` to the end, chained and sealed without a flaw: only an old head can tell. */
export async function rewriteFrom(services: Services, first: number): Promise<void> {
  const { seq } = await findHead(services.store.read);
  tamper(services, `DELETE FROM event WHERE seq >= ${first}`);
  const { hash } = await findHead(services.store.read);
  const file = open(services);
  file.transaction(() => writeEntries(file, first, seq - first + 1, hash, "finding.add"))();
  file.close();
}
