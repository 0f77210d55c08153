/** Every row of the database, for tests that something is as it was, to the byte. */
import Database from "better-sqlite3";
import { join } from "node:path";

import type { Services } from "#app/desk.server.ts";

/** Each table's rows as text, in an order of their own. `without` names tables to leave out. */
export function dump(
  { settings }: Pick<Services, "settings">,
  without: readonly string[] = [],
): Record<string, string[]> {
  const file = new Database(join(settings.DATA_DIR, "throughline.db"), { readonly: true });
  try {
    const tables = file
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .pluck()
      .all() as string[];
    return Object.fromEntries(
      tables
        .filter((name) => !without.includes(name))
        .map((name) => [
          name,
          file
            .prepare(`SELECT * FROM "${name}"`)
            .all()
            .map((row) => JSON.stringify(row))
            .sort(),
        ]),
    );
  } finally {
    file.close();
  }
}
