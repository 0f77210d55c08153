/** What people say about evidence: checked as they type it, and changed later. The file itself never changes. */
import { eq } from "drizzle-orm";
import { z } from "zod";

import { evidence } from "#db/schema/evidence.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Stale } from "#app/platform/failure.ts";

import type { EvidenceDraft } from "./arrivals.server.ts";
import { evidenceKinds, TITLE_LENGTH, voices } from "./evidence.ts";
import { findEvidence } from "./library.server.ts";

/** As the form sends it: each part may be empty. */
export type TypedDetails = { title: string; kind: string; voice: string; asAt: string };

const day = z.iso.date();

/** The details as they can be kept; throws `Invalid` with a message for each that cannot. */
export function checkDetails(typed: TypedDetails, { titled }: { titled: boolean }): EvidenceDraft {
  const errors: Record<string, string> = {};
  const title = typed.title.replace(/\s+/g, " ").trim();
  const kind = evidenceKinds.find((each) => each === (typed.kind || "document"));
  const voice = voices.find((each) => each === typed.voice) ?? null;
  const asAt = typed.asAt.trim() || null;
  if (titled && !title) errors.title = "Enter a title";
  if (title.length > TITLE_LENGTH)
    errors.title = `The title must be ${TITLE_LENGTH} characters or fewer. It has ${title.length}.`;
  if (!kind) errors.kind = "Choose what kind of evidence it is from the list";
  if (typed.voice && !voice) errors.voice = "Choose whose voice it is from the list, or “Not stated”";
  if (asAt && !day.safeParse(asAt).success) errors.asAt = "Enter a real date, such as 2026-12-09";
  if (!kind || Object.keys(errors).length) throw new Invalid(errors);
  return { title, kind, voice, asAt };
}

/** Changes what is said about evidence. Throws `Stale`, with what stands now, if someone changed it after `version`. */
export async function editEvidence(
  desk: Desk,
  of: Inspection,
  id: string,
  { version, ...typed }: TypedDetails & { version: number },
): Promise<void> {
  demand(of, "evidence.add");
  await findEvidence(desk, of, id);
  const after = checkDetails(typed, { titled: true });
  const event = { action: "evidence.edit", subject: `evidence:${id}`, inspection: of.id };
  await desk.change(event, async (db, keep) => {
    const [row] = await db.select().from(evidence).where(eq(evidence.id, id));
    if (!row || row.withdrawnAt) throw new NotFound();
    const before = { title: row.title, kind: row.kind, voice: row.voice, asAt: row.asAt };
    if (row.version !== version) {
      throw new Stale({ ...before, voice: before.voice ?? "", asAt: before.asAt ?? "" }, row.version);
    }
    await db
      .update(evidence)
      .set({ ...after, version: version + 1 })
      .where(eq(evidence.id, id));
    keep(before, after);
  });
}
