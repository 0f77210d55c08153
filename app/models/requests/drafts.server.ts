/** Requests drafted, sent and taken back. */
import { and, eq, max } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { request, requestArea, requestLine } from "#db/schema/requests.ts";

import { planInside } from "#app/models/fieldwork/enquiries.server.ts";
import { findFinding } from "#app/models/findings/findings.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";

import { queueLetters } from "./letters.server.ts";
import { isOpen } from "./request.ts";
import { readRequest, type RequestDraft, type TypedRequest } from "./request-draft.ts";
import { requestTextFrom, requestTitleFrom } from "./request-text.ts";
import { findDraft, findRequestById, listAnswerers } from "./requests.server.ts";

/** Throws `Invalid` for what cannot be taken, a person who is not of the council and a line that is not there. */
export async function checkRequest(
  desk: Desk,
  of: Inspection,
  typed: TypedRequest,
): Promise<{ draft: RequestDraft; lines: string[] }> {
  const read = readRequest(typed);
  if (read.errors) throw new Invalid(read.errors);
  const { person } = read.draft;
  if (person && !(await listAnswerers(desk, of)).some(({ id }) => id === person)) {
    throw new Invalid({ person: "Choose someone of the council who takes part" });
  }
  const rows = await Promise.all(
    [...new Set(typed.lines)].map((ref) =>
      findLine(desk, of, ref).catch((error: unknown) => {
        if (error instanceof NotFound) throw new Invalid({ lines: `There is no line ${ref} in this framework` });
        throw error;
      }),
    ),
  );
  return { draft: read.draft, lines: rows.map(({ id }) => id) };
}

async function setLines(db: Db, id: string, lines: string[]): Promise<void> {
  await db.delete(requestLine).where(eq(requestLine.request, id));
  if (lines.length) await db.insert(requestLine).values(lines.map((one) => ({ request: id, line: one })));
}

/** Keeps a draft: the team's alone until it is sent. `areas` are those that it was raised from. Returns its id. */
export async function draftRequest(
  desk: Desk,
  of: Inspection,
  typed: TypedRequest,
  areas: readonly string[] = [],
): Promise<string> {
  demand(of, "request.write");
  const { draft, lines } = await checkRequest(desk, of, typed);
  const id = randomUUID();
  const at = desk.now().toISOString();
  await desk.change({ action: "request.draft", subject: `request:${id}`, inspection: of.id }, async (db, keep) => {
    const row = { ...draft, id, inspection: of.id, askedBy: desk.user?.id ?? null, draftedAt: at };
    await db.insert(request).values(row);
    await setLines(db, id, lines);
    if (areas.length) await db.insert(requestArea).values(areas.map((finding) => ({ request: id, finding })));
    keep(null, draft);
  });
  return id;
}

/** A draft from an area to explore, its words filled in; the one that there is, where it was raised before. Returns its id. */
export async function draftFromArea(desk: Desk, of: Inspection, findingId: string): Promise<string> {
  demand(of, "request.write");
  const area = await findFinding(desk, of, findingId);
  if (area.kind !== "area") throw new Refused("A request is raised from an area to explore.");
  const [known] = await desk.read
    .select({ id: request.id })
    .from(requestArea)
    .innerJoin(request, and(eq(request.id, requestArea.request), eq(request.state, "draft")))
    .where(eq(requestArea.finding, findingId));
  if (known) return known.id;
  const typed = { title: requestTitleFrom(area.text), text: requestTextFrom(area.text), due: "", person: "", team: "" };
  return draftRequest(desk, of, { ...typed, lines: [area.ref] }, [findingId]);
}

type Row = typeof request.$inferSelect;

async function theDraft(db: Db, id: string, version: number): Promise<Row> {
  const [row] = await db
    .select()
    .from(request)
    .where(and(eq(request.id, id), eq(request.state, "draft")));
  if (!row) throw new NotFound();
  if (row.version !== version) throw new Stale({ title: row.title, text: row.text, due: row.due ?? "" }, row.version);
  return row;
}

/** Changes a draft. Throws `Stale` with what stands now if someone changed it after `version`. */
export async function editDraft(
  desk: Desk,
  of: Inspection,
  id: string,
  { version, ...typed }: TypedRequest & { version: number },
): Promise<void> {
  demand(of, "request.write");
  await findDraft(desk, of, id);
  const { draft, lines } = await checkRequest(desk, of, typed);
  await desk.change({ action: "request.edit", subject: `request:${id}`, inspection: of.id }, async (db, keep) => {
    const { title, text, due, person, team } = await theDraft(db, id, version);
    await db
      .update(request)
      .set({ ...draft, version: version + 1 })
      .where(eq(request.id, id));
    await setLines(db, id, lines);
    keep({ title, text, due, person, team }, draft);
  });
}

const NO_DAY = "Enter the day by which you need it";

/** Gives the draft its number, and plans for its areas. The council learns of no version that was drafted before. */
async function sendInside(db: Db, desk: Desk, of: Inspection, id: string): Promise<number> {
  const sentAt = desk.now().toISOString();
  const [last] = await db
    .select({ number: max(request.number) })
    .from(request)
    .where(eq(request.inspection, of.id));
  const number = (last?.number ?? 0) + 1;
  await db.update(request).set({ state: "sent", number, sentAt, version: 1 }).where(eq(request.id, id));
  const areas = await db.select().from(requestArea).where(eq(requestArea.request, id));
  for (const { finding } of areas) await planInside(db, finding, "request", sentAt);
  await queueLetters(db, desk, { request: id, kind: "sent", mark: sentAt });
  return number;
}

/** Sends a draft to the council: it has a number from now on. Its areas are planned for. Returns the number. */
export async function sendRequest(desk: Desk, of: Inspection, id: string, version: number): Promise<number> {
  demand(of, "request.write");
  const { title, text, due } = await findDraft(desk, of, id);
  if (!due) throw new Invalid({ due: NO_DAY });
  return desk.change({ action: "request.send", subject: `request:${id}`, inspection: of.id }, async (db, keep) => {
    await theDraft(db, id, version);
    keep(null, { title, text, due });
    return sendInside(db, desk, of, id);
  });
}

/** Sends a draft as it was just changed, in one go. Throws as `editDraft` and `sendRequest` do. Returns the number. */
export async function sendEdited(
  desk: Desk,
  of: Inspection,
  id: string,
  { version, ...typed }: TypedRequest & { version: number },
): Promise<number> {
  demand(of, "request.write");
  await findDraft(desk, of, id);
  const { draft, lines } = await checkRequest(desk, of, typed);
  if (!draft.due) throw new Invalid({ due: NO_DAY });
  const { title, text, due } = draft;
  return desk.change({ action: "request.send", subject: `request:${id}`, inspection: of.id }, async (db, keep) => {
    await theDraft(db, id, version);
    await db.update(request).set(draft).where(eq(request.id, id));
    await setLines(db, id, lines);
    // The council reads this record: of what was drafted before it holds nothing.
    keep(null, { title, text, due });
    return sendInside(db, desk, of, id);
  });
}

/**
 * Keeps what an import read as drafts, in one change, and then, where `send` is set, sends each that has a day: as when it
 * is sent by hand, with an entry of its own that both sides can read. What is cut off midway has left drafts.
 */
export async function addRequests(
  desk: Desk,
  of: Inspection,
  rows: readonly { draft: RequestDraft; lines: string[] }[],
  send: boolean,
): Promise<{ drafted: number; sent: number }> {
  demand(of, "request.write");
  const at = desk.now().toISOString();
  const made = rows.map((row) => ({ ...row, id: randomUUID() }));
  const event = { action: "request.import", subject: `inspection:${of.id}`, inspection: of.id };
  await desk.change({ ...event, detail: { requests: made.length } }, async (db) => {
    for (const { id, draft, lines } of made) {
      const row = { ...draft, id, inspection: of.id, askedBy: desk.user?.id ?? null, draftedAt: at };
      await db.insert(request).values(row);
      await setLines(db, id, lines);
    }
  });
  const dated = send ? made.filter(({ draft }) => draft.due) : [];
  for (const { id } of dated) await sendRequest(desk, of, id, 1);
  return { drafted: made.length - dated.length, sent: dated.length };
}

/** Takes a request back, with a reason that the council reads. A draft is forgotten without one. */
export async function withdrawRequest(
  desk: Desk,
  of: Inspection,
  id: string,
  { version, reason: typed }: { version: number; reason: string },
): Promise<void> {
  demand(of, "request.write");
  const found = await findRequestById(desk, of, id);
  const reason = typed.replace(/\s+/g, " ").trim();
  if (found.state !== "draft" && !reason) throw new Invalid({ reason: "Enter why it is not needed any more" });
  if (found.state !== "draft" && !isOpen(found.state)) throw new Refused("It has been answered already.");
  await desk.change({ action: "request.withdraw", subject: `request:${id}`, inspection: of.id }, async (db, keep) => {
    const [row] = await db.select().from(request).where(eq(request.id, id));
    if (!row || row.version !== version) throw new Stale({ title: row?.title ?? "" }, row?.version ?? 0);
    await db
      .update(request)
      .set({ state: "withdrawn", reason: reason || null, version: version + 1 })
      .where(eq(request.id, id));
    keep({ state: row.state }, { state: "withdrawn", reason });
  });
}
