/** Private notes: one for each person and line. Their author sees them; nobody else does, whatever part they play. */
import { and, eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { note } from "#db/schema/findings.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, Stale } from "#app/platform/failure.ts";

const NOTE_LENGTH = 5000;

export type PrivateNote = { text: string; version: number };

/** The reader’s own note on this line; empty, at version 0, where there is none. */
export async function findNote(desk: Desk, of: Inspection, lineId: string): Promise<PrivateNote> {
  demand(of, "note.keep");
  const [row] = await desk.read
    .select({ text: note.text, version: note.version })
    .from(note)
    .where(and(eq(note.line, lineId), eq(note.author, desk.user?.id ?? "")));
  return row ?? { text: "", version: 0 };
}

/** Keeps the reader’s own note. Throws `Stale` where they changed it in another window meanwhile. */
export async function keepNote(desk: Desk, of: Inspection, lineId: string, draft: PrivateNote): Promise<void> {
  demand(of, "note.keep");
  const text = draft.text.trim();
  if (text.length > NOTE_LENGTH) throw new Invalid({ text: `The note must be ${NOTE_LENGTH} characters or fewer.` });
  const author = desk.user?.id ?? "";
  // The event says that a note was kept, not on which line: whose mind is on what is private too.
  await desk.change({ action: "note.keep", subject: `user:${author}` }, async (db) => {
    const [now] = await db
      .select()
      .from(note)
      .where(and(eq(note.line, lineId), eq(note.author, author)));
    if ((now?.version ?? 0) !== draft.version) throw new Stale({ text: now?.text ?? "" }, now?.version ?? 0);
    const changedAt = desk.now().toISOString();
    if (now) {
      const set = { text, changedAt, version: draft.version + 1 };
      await db.update(note).set(set).where(eq(note.id, now.id));
    } else {
      await db.insert(note).values({ id: randomUUID(), line: lineId, author, text, changedAt });
    }
  });
}
