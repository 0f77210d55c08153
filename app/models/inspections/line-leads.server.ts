/** Who leads which line: given to several at once, in one change with one entry on record, which can be taken back. */
import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { event, revision } from "#db/schema/audit.ts";
import { line } from "#db/schema/inspections.ts";

import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, Refused } from "#app/platform/failure.ts";

import { allowed, demand, type Inspection } from "./inspections.server.ts";
import { listTeam } from "./members.server.ts";
import { sideOfPart } from "./part.ts";

const WINDOW = 10 * 60_000;

/** What a form sends to say that nobody leads. */
export const NOBODY = "nobody";

/** Those who may lead a line: inspectors of the team who rate and write, without a conflict of interest. */
export async function listLeads(desk: Desk, of: Inspection): Promise<{ id: string; name: string }[]> {
  demand(of, "line.assign");
  const team = await listTeam(desk, of);
  return team
    .filter(({ part, excluded }) => sideOfPart(part) === "inspectorate" && part !== "reviewer" && excluded === null)
    .map(({ id, name }) => ({ id, name }));
}

type Changed = { id: string; was: string | null };
type Undoing = { to: string | null; called: string; rows: Changed[] };

async function give(db: Db, lines: readonly string[], lead: string | null): Promise<void> {
  await db
    .update(line)
    .set({ lead })
    .where(inArray(line.id, [...lines]));
}

const linesIn = (many: number) => (many === 1 ? "1 line" : `${many} lines`);

/**
 * Gives the lines of these references to one inspector, or to nobody. Throws `Invalid` for what was chosen, `Refused`
 * where it is so already. Returns the id of the change, by which it can be taken back.
 */
export async function assignLead(
  desk: Desk,
  of: Inspection,
  typed: { refs: readonly string[]; lead: string },
): Promise<string> {
  demand(of, "line.assign");
  const refs = [...new Set(typed.refs)];
  const lead = typed.lead === NOBODY ? { id: null, name: "nobody" } : null;
  const chosen = lead ?? (await listLeads(desk, of)).find(({ id }) => id === typed.lead);
  const errors: Record<string, string> = {};
  if (!refs.length) errors.ref = "Choose the lines first: tick the box beside each";
  if (!chosen) errors.lead = "Choose who leads them from the list";
  if (!chosen || !refs.length) throw new Invalid(errors);
  const id = randomUUID();
  const draft = { action: "line.assign", subject: `selection:${id}`, inspection: of.id };
  const detail = { lines: refs.length, lead: chosen.id };
  await desk.change({ ...draft, detail }, async (db, keep) => {
    const rows = await db
      .select({ id: line.id, was: line.lead })
      .from(line)
      .where(and(eq(line.inspection, of.id), isNull(line.withdrawnAt), inArray(line.ref, refs)));
    if (rows.length !== refs.length) throw new Invalid({ ref: "Choose lines of this inspection" });
    const changed = rows.filter(({ was }) => was !== chosen.id);
    if (!changed.length)
      throw new Refused(
        `There is nothing to change: ${chosen.name} leads ${rows.length === 1 ? "it" : "them"} already.`,
      );
    await give(
      db,
      changed.map((one) => one.id),
      chosen.id,
    );
    const undoing: Undoing = { to: chosen.id, called: chosen.name, rows: changed };
    keep(null, { lead: chosen.name, lines: changed.length, undoing });
  });
  return id;
}

/** The latest entry on this change, if it is the person's own and stands; null for any other. */
async function findDone(desk: Desk, of: Inspection, id: string) {
  const [row] = await desk.read
    .select({ at: event.at, actor: event.actor, action: event.action, after: revision.after })
    .from(event)
    .innerJoin(revision, eq(revision.seq, event.seq))
    .where(and(eq(event.subject, `selection:${id}`), eq(event.inspection, of.id)))
    .orderBy(desc(event.seq))
    .limit(1);
  const undoing = row?.after?.undoing as Undoing | undefined;
  if (!row || !undoing || row.action !== "line.assign" || row.actor !== desk.user?.id) return null;
  return { inTime: desk.now().getTime() - Date.parse(row.at) <= WINDOW, ...undoing };
}

export type Assigned = { id: string; words: string; undoable: boolean };

/** What the change `id` of this person did, for the notice behind it; null where it is none, or taken back. */
export async function findAssigned(desk: Desk, of: Inspection, id: string): Promise<Assigned | null> {
  const done = id && allowed(of, "line.assign") ? await findDone(desk, of, id) : null;
  if (!done) return null;
  const { called, rows, inTime } = done;
  const words =
    called === "nobody" ? `Nobody leads ${linesIn(rows.length)} now` : `${called} now leads ${linesIn(rows.length)}`;
  return { id, words, undoable: inTime };
}

/** Takes the change `id` back: a change of its own, and on record. Throws `Refused`, with why, where that cannot be. */
export async function undoAssignment(desk: Desk, of: Inspection, id: string): Promise<void> {
  demand(of, "line.assign");
  const done = await findDone(desk, of, id);
  if (!done) throw new Refused("This is no change of yours that stands, so there is nothing to undo.");
  const { to, rows, inTime } = done;
  if (!inTime) throw new Refused("You made this change more than ten minutes ago, so it cannot be undone.");
  const draft = { action: "line.assign.undo", subject: `selection:${id}`, inspection: of.id };
  await desk.change({ ...draft, detail: { lines: rows.length } }, async (db, keep) => {
    const now = await db
      .select({ lead: line.lead })
      .from(line)
      .where(
        inArray(
          line.id,
          rows.map((row) => row.id),
        ),
      );
    if (now.length !== rows.length || now.some(({ lead }) => lead !== to)) {
      throw new Refused("Some of these lines were given to someone else since, so it cannot be undone.");
    }
    for (const before of new Set(rows.map(({ was }) => was))) {
      await give(
        db,
        rows.filter(({ was }) => was === before).map((row) => row.id),
        before,
      );
    }
    keep({ lead: done.called, lines: rows.length }, null);
  });
}
