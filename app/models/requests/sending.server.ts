/** An answer leaves the council: its files become evidence in the same transaction. */
import { eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { answer, answerEvidence, answerFile, request } from "#db/schema/requests.ts";

import { insertEvidence, insertFiles } from "#app/models/evidence/arrivals.server.ts";
import { waitingFiles } from "#app/models/evidence/waiting.server.ts";
import { titleFromName } from "#app/models/evidence/file-kind.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";

import { demandOpen, draftIn, findAnswerDraft } from "./answers.server.ts";
import type { AnswerDraftView } from "./answers.server.ts";

async function addFiles(db: Db, desk: Desk, of: Inspection, draft: AnswerDraftView): Promise<void> {
  const admitted = await waitingFiles(
    desk,
    of,
    draft.files.map(({ id }) => id),
  );
  await db.delete(answerFile).where(eq(answerFile.answer, draft.id));
  for (const file of admitted) {
    const said = draft.files.find(({ id }) => id === file.waited);
    const id = randomUUID();
    const title = said?.title || titleFromName(file.name);
    const sensitivity = said?.restricted ? ("restricted" as const) : ("internal" as const);
    await insertEvidence(db, desk, of, id, { title, kind: "document", voice: null, asAt: null, sensitivity });
    await insertFiles(db, desk, { evidence: id, revision: 1 }, [file]);
    await db.insert(answerEvidence).values({ answer: draft.id, evidence: id });
  }
}

/**
 * Sends the draft answer: inspectors see it from now on. Throws `Invalid` where there is nothing to send, `Refused` where
 * the request takes no answer any more, `Stale` where a colleague changed the draft after `version`.
 */
export async function sendAnswer(desk: Desk, of: Inspection, number: number, version: number): Promise<void> {
  demand(of, "request.answer");
  const draft = await findAnswerDraft(desk, of, number);
  const empty = !draft || (draft.kind === "files" && !draft.files.length);
  const asked = await demandOpen(desk.read, of, number);
  if (empty) throw new Invalid({ file: "Add a file, or choose another way to answer" });
  const sentAt = desk.now().toISOString();
  const detail = { answer: draft.id, files: draft.files.length };
  const event = { action: "answer.send", subject: `request:${asked.id}`, inspection: of.id, detail };
  await desk.change(event, async (db) => {
    const now = await demandOpen(db, of, number);
    const row = await draftIn(db, asked.id, version);
    if (!row) throw new NotFound();
    await addFiles(db, desk, of, draft);
    await db
      .update(answer)
      .set({ state: "sent", sentAt, version: version + 1 })
      .where(eq(answer.id, row.id));
    await db
      .update(request)
      .set({ state: "answered", reason: null, version: now.version + 1 })
      .where(eq(request.id, asked.id));
  });
}
