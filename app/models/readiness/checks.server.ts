/** The checks of an inspection as one inspector sees them, and what was explained. */
import { and, eq } from "drizzle-orm";
import { createHash, randomUUID } from "node:crypto";

import { user } from "#db/schema/accounts.ts";
import { explained } from "#db/schema/readiness.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { visibleRatings } from "#app/models/ratings/visible.server.ts";
import { listRequests } from "#app/models/requests/requests.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused } from "#app/platform/failure.ts";

import type { CheckPlace, Examined, Flag, Severity } from "./checks/check.ts";
import { type CheckName, checks, isCheckName, runChecks } from "./checks/checks.ts";
import { readMaterial } from "./material.server.ts";
import { gatherForChecks } from "./stage-checks.server.ts";
import { standings } from "./standings.ts";

const REASON_LENGTH = 1000;

export type Explanation = { id: string; reason: string; by: string; at: string };

export type FlagView = Flag & {
  /** Stands for the flag and its words: where the words change, so does it. */
  subject: string;
  explained: Explanation | null;
};

export type CheckView = {
  name: CheckName;
  severity: Severity;
  /** "3 findings have no citation": of those that nobody has explained. */
  title: string;
  why: string;
  mend: string;
  /** The open ones first. */
  flags: FlagView[];
  open: number;
};

async function examine(desk: Desk, db: Db, of: Inspection): Promise<Examined> {
  const ratings = await visibleRatings({ read: db, user: desk.user }, of);
  const stands = standings(of.framework, ratings);
  const lines = await readMaterial(db, of);
  const requests = await listRequests({ ...desk, read: db }, of);
  return {
    lines,
    stage: await gatherForChecks(db, of),
    standings: lines.map(({ ref, title }) => ({ ref, title, standing: stands("line", ref) })),
    requests: requests.flatMap(({ number, ...one }) => (number === null ? [] : [{ ...one, number }])),
    day: of.date,
  };
}

const placeWords = (place: CheckPlace): string => {
  if (place.kind === "finding") return `${place.id} ${place.text}`;
  return "number" in place ? String(place.number) : place.ref;
};

/** The digest of a flag: of what it is about, and of the words of its records. */
const subjectOf = (name: CheckName, { key, at }: Flag): string =>
  createHash("sha256")
    .update(JSON.stringify([name, key, at.map(placeWords)]))
    .digest("hex")
    .slice(0, 32);

async function explanationsOf(db: Db, of: Inspection): Promise<Map<string, Explanation>> {
  const rows = await db
    .select({
      id: explained.id,
      check: explained.check,
      subject: explained.subject,
      reason: explained.reason,
      at: explained.at,
      by: user.name,
    })
    .from(explained)
    .innerJoin(user, eq(user.id, explained.by))
    .where(eq(explained.inspection, of.id));
  return new Map(rows.map(({ check, subject, ...row }) => [`${check} ${subject}`, row]));
}

/** Every check with what it found, what stops the briefing first; all of one moment. About fifteen queries. */
export function listChecks(desk: Desk, of: Inspection): Promise<CheckView[]> {
  demand(of, "check.see");
  return desk.snapshot(async (db) => {
    const examined = await examine(desk, db, of);
    const reasons = await explanationsOf(db, of);
    return runChecks(examined).map(({ name, severity, flags }) => {
      const views = flags.map((flag): FlagView => {
        const subject = subjectOf(name, flag);
        return { ...flag, subject, explained: reasons.get(`${name} ${subject}`) ?? null };
      });
      const open = views.filter((flag) => flag.explained === null);
      const { why, mend, title } = checks[name];
      const rest = views.filter((flag) => flag.explained !== null);
      return { name, severity, title: title(open.length), why, mend, flags: [...open, ...rest], open: open.length };
    });
  });
}

/** One check by its name; throws `NotFound` for a name that no check bears. */
export async function findCheck(desk: Desk, of: Inspection, name: string): Promise<CheckView> {
  demand(of, "check.see");
  const found = isCheckName(name) && (await listChecks(desk, of)).find((one) => one.name === name);
  if (!found) throw new NotFound();
  return found;
}

function checkReason(typed: string): string {
  const reason = typed.trim();
  if (!reason) throw new Invalid({ reason: "Enter why it can stand" });
  if (reason.length > REASON_LENGTH) {
    throw new Invalid({ reason: `The reason must be ${REASON_LENGTH} characters or fewer. It has ${reason.length}.` });
  }
  return reason;
}

/**
 * Lets something that a check found stand, with a reason, for as long as its words stay as they are. Throws `Refused`
 * where the check does not find it any more.
 */
export async function explain(
  desk: Desk,
  of: Inspection,
  name: string,
  typed: { subject: string; reason: string },
): Promise<void> {
  demand(of, "check.explain");
  const check = await findCheck(desk, of, name);
  const by = desk.user?.id;
  if (!by) throw new NotFound();
  const reason = checkReason(typed.reason);
  const flag = check.flags.find(({ subject }) => subject === typed.subject);
  if (!flag) throw new Refused("The check does not find this any more: its words were changed, or it was mended.");
  if (flag.explained)
    throw new Refused(`${flag.explained.by} has explained this already. Lift that explanation first.`);
  const id = randomUUID();
  const event = {
    action: "check.explain",
    subject: `explained:${id}`,
    inspection: of.id,
    detail: { check: check.name },
  };
  await desk.change(event, async (db, keep) => {
    const row = {
      id,
      inspection: of.id,
      check: check.name,
      subject: flag.subject,
      reason,
      by,
      at: desk.now().toISOString(),
    };
    const added = await db.insert(explained).values(row).onConflictDoNothing().returning({ id: explained.id });
    if (!added.length) throw new Refused("Someone has explained this in the meantime.");
    keep(null, { words: flag.words, reason });
  });
}

/** Lifts an explanation, so that the check finds the thing again. The reason stays in the record. */
export async function liftExplanation(desk: Desk, of: Inspection, name: string, id: string): Promise<void> {
  demand(of, "check.explain");
  const which = and(eq(explained.id, id), eq(explained.inspection, of.id), eq(explained.check, name));
  const [row] = await desk.read.select().from(explained).where(which);
  if (!row) throw new NotFound();
  const event = { action: "check.lift", subject: `explained:${id}`, inspection: of.id, detail: { check: row.check } };
  await desk.change(event, async (db, keep) => {
    const gone = await db.delete(explained).where(which).returning({ id: explained.id });
    if (!gone.length) throw new NotFound();
    keep({ reason: row.reason }, null);
  });
}
