/** What happens to accounts when a database comes back from a backup. */
import { isNull } from "drizzle-orm";

import { oneTimeLink, session } from "#db/schema/accounts.ts";

import type { Desk } from "#app/platform/desk.ts";

/** Signs everyone out and makes links useless: a backup must not bring back a session that was ended after it was made. */
export async function endAllSessions(desk: Desk): Promise<void> {
  await desk.change({ action: "backup.restore", subject: "record:all" }, async (db) => {
    await db.delete(session);
    await db.delete(oneTimeLink).where(isNull(oneTimeLink.usedAt));
  });
}
