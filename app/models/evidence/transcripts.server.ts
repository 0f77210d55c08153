/**
 * Text that people type for files which no machine can read. The text of a file is seen by both sides, so each side types
 * for what it sent itself: inspectors add a note of their own about a file of the council’s.
 */
import { and, asc, desc, eq, sql } from "drizzle-orm";

import { user } from "#db/schema/accounts.ts";
import { event } from "#db/schema/audit.ts";
import { evidence, evidenceFile, unit } from "#db/schema/evidence.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";

import { findEvidence, mayRevise, visibleEvidence } from "./library.server.ts";
import { crc32 } from "./text/crc.ts";
import { putUnits } from "./text/texts.server.ts";
import { TRANSCRIPT_LENGTH, transcriptText, transcriptUnits } from "./text/transcript.ts";

export type Transcript = {
  file: { id: string; name: string };
  /** As it was typed last; empty where nothing was. */
  text: string;
  /** Changes with the text. */
  version: number;
  /** Why nobody may type here, as sentences; null where this person may. */
  whyNot: string | null;
};

/** Small enough for a form's number, and another for any other text. */
const versionOf = (text: string): number => (text ? 1 + (crc32(new TextEncoder().encode(text)) % 999_999_998) : 0);

type FileNow = Pick<typeof evidenceFile.$inferSelect, "id" | "name" | "textStatus" | "textOrigin">;

async function fileNow(db: Db, evidenceId: string, file: string): Promise<FileNow> {
  const [row] = await db
    .select({
      id: evidenceFile.id,
      name: evidenceFile.name,
      textStatus: evidenceFile.textStatus,
      textOrigin: evidenceFile.textOrigin,
    })
    .from(evidenceFile)
    .where(and(eq(evidenceFile.evidence, evidenceId), eq(evidenceFile.id, file)));
  if (!row) throw new NotFound();
  return row;
}

async function typedNow(db: Db, file: FileNow): Promise<string> {
  if (file.textOrigin !== "typed") return "";
  const units = await db
    .select({ kind: unit.kind, label: unit.label, text: unit.text })
    .from(unit)
    .where(eq(unit.file, file.id))
    .orderBy(asc(unit.seq));
  return transcriptText(units);
}

const BOTH_SEE =
  "Both sides see the text of a file, so inspectors type none for what the council sent. Add a note of your own about it.";
const WAITS = "The text of this file is about to be read. Open this page again in a minute.";
const WAS_READ = "A machine has read the text of this file, so there is nothing to type.";

/** Why the person may not type the text of a file that is so, as sentences; null where they may. */
export function whyNotType(
  own: boolean,
  { textStatus, textOrigin }: Pick<FileNow, "textStatus" | "textOrigin">,
): string | null {
  if (!own) return BOTH_SEE;
  if (textOrigin === "typed") return null;
  if (textStatus === null) return WAITS;
  return textStatus === "ok" ? WAS_READ : null;
}

async function ownership(desk: Desk, of: Inspection, id: string): Promise<boolean> {
  demand(of, "evidence.add");
  const found = await findEvidence(desk, of, id);
  if (found.withdrawn) throw new NotFound();
  return mayRevise(of, found);
}

/** What was typed for a file, and why nothing may be. Throws `NotFound` unless the person may see the evidence. */
export async function findTranscript(desk: Desk, of: Inspection, id: string, file: string): Promise<Transcript> {
  const own = await ownership(desk, of, id);
  const row = await fileNow(desk.read, id, file);
  const text = await typedNow(desk.read, row);
  return { file: { id: file, name: row.name }, text, version: versionOf(text), whyNot: whyNotType(own, row) };
}

/**
 * Keeps what was typed as the text of a file: searched and cited like any other, the former text in the record. Throws
 * `Stale` where someone typed something else after `version`.
 */
export async function keepTranscript(
  desk: Desk,
  of: Inspection,
  id: string,
  { file, text, version }: { file: string; text: string; version: number },
): Promise<void> {
  const own = await ownership(desk, of, id);
  const units = transcriptUnits(text);
  if (!units.length) throw new Invalid({ text: "Type what the file says" });
  if (text.length > TRANSCRIPT_LENGTH) {
    const most = TRANSCRIPT_LENGTH.toLocaleString("en-GB");
    throw new Invalid({ text: `Type at most ${most} characters, the part that matters first.` });
  }
  const draft = { action: "evidence.transcribe", subject: `evidence:${id}`, inspection: of.id, detail: { file } };
  await desk.change(draft, async (db, keep) => {
    const row = await fileNow(db, id, file);
    const whyNot = whyNotType(own, row);
    if (whyNot) throw new Refused(whyNot);
    const before = await typedNow(db, row);
    if (versionOf(before) !== version) throw new Stale({ text: before }, versionOf(before));
    await putUnits(db, { id: file, inspection: of.id }, units);
    await db
      .update(evidenceFile)
      .set({ textStatus: "ok", textOrigin: "typed", textWarnings: [] })
      .where(eq(evidenceFile.id, file));
    keep(before ? { transcript: before } : null, { transcript: transcriptText(units) });
  });
}

export type Typed = { by: string; at: string };

/** Who typed the text of which file of this evidence last, by the id of the file; empty unless the person may see it. */
export async function findTyped(desk: Desk, of: Inspection, id: string): Promise<Map<string, Typed>> {
  demand(of, "evidence.see");
  const rows = await desk.read
    .select({ file: sql<string>`json_extract(${event.detail}, '$.file')`, by: user.name, at: event.at })
    .from(event)
    .innerJoin(evidence, and(eq(evidence.id, id), visibleEvidence(of, desk)))
    .leftJoin(user, eq(user.id, event.actor))
    .where(and(eq(event.subject, `evidence:${id}`), eq(event.action, "evidence.transcribe")))
    .orderBy(desc(event.seq));
  const typed = new Map<string, Typed>();
  for (const { file, by, at } of rows) if (!typed.has(file)) typed.set(file, { by: by ?? "Throughline", at });
  return typed;
}

/** Has a file whose text could not be read, the newest where `asked` is empty, read again when its turn comes. */
export async function readAgain(desk: Desk, of: Inspection, id: string, asked: string): Promise<void> {
  demand(of, "evidence.add");
  const { withdrawn, files } = await findEvidence(desk, of, id);
  const file = asked || files[0]?.id;
  if (withdrawn || !file) throw new NotFound();
  const draft = { action: "evidence.reread", subject: `evidence:${id}`, inspection: of.id, detail: { file } };
  await desk.change(draft, async (db) => {
    const row = await fileNow(db, id, file);
    if (row.textStatus === null) throw new Refused(WAITS);
    if (row.textStatus === "ok") throw new Refused(WAS_READ);
    await db
      .update(evidenceFile)
      .set({ textStatus: null, textWarnings: [] })
      .where(and(eq(evidenceFile.id, file), eq(evidenceFile.evidence, id)));
  });
}
