/** Who takes part in an inspection, as what, and who must not. */
import { and, asc, eq } from "drizzle-orm";

import { organisation, user } from "#db/schema/accounts.ts";
import { exclusion, member } from "#db/schema/inspections.ts";

import { sideOf } from "#app/models/accounts/role.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused } from "#app/platform/failure.ts";

import { allowed, demand, type Inspection } from "./inspections.server.ts";
import { type Part, parts, sideOfPart } from "./part.ts";

/** Makes a person take part in an inspection. */
export async function addMember(desk: Desk, inspectionId: string, userId: string, part: Part): Promise<void> {
  const event = { action: "member.add", subject: `user:${userId}`, inspection: inspectionId, detail: { part } };
  await desk.change(event, (db) => db.insert(member).values({ inspection: inspectionId, user: userId, part }));
}

export type TeamMember = {
  id: string;
  name: string;
  part: Part;
  organisation: string | null;
  /** Why the person must not see the inspection; null for those who may, and for readers who may not know. */
  excluded: string | null;
};

/** Who takes part: the whole of it for inspectors; for the council its own side. */
export async function listTeam(desk: Desk, of: Inspection): Promise<TeamMember[]> {
  demand(of, "team.see");
  const rows = await desk.read
    .select({
      id: user.id,
      name: user.name,
      part: member.part,
      organisation: organisation.name,
      excluded: exclusion.reason,
    })
    .from(member)
    .innerJoin(user, eq(user.id, member.user))
    .leftJoin(organisation, eq(organisation.id, user.organisation))
    .leftJoin(exclusion, and(eq(exclusion.inspection, member.inspection), eq(exclusion.user, member.user)))
    .where(eq(member.inspection, of.id))
    .orderBy(asc(user.name));
  if (allowed(of, "team.see-all")) return rows;
  return rows.filter(({ part }) => sideOfPart(part) === "council").map((row) => ({ ...row, excluded: null }));
}

/**
 * Adds the person of this e-mail address. Throws `Invalid` where there is no account, where the part is for the other
 * side, and where the person takes part already.
 */
export async function joinTeam(desk: Desk, of: Inspection, typed: { email: string; part: string }): Promise<void> {
  demand(of, "team.manage");
  const email = typed.email.trim().toLowerCase();
  const part = parts.find((one) => one === typed.part);
  if (!email) throw new Invalid({ email: "Enter the person’s e-mail address" });
  if (!part) throw new Invalid({ part: "Choose the part that the person plays" });
  const [row] = await desk.read
    .select({ id: user.id, role: user.role, disabledAt: user.disabledAt, organisation: organisation.name })
    .from(user)
    .leftJoin(organisation, eq(organisation.id, user.organisation))
    .where(eq(user.email, email));
  if (of.rehearsalOf && (!row || row.disabledAt)) throw new Invalid({ email: whyNotOf(of, email) });
  if (!row || row.disabledAt) {
    throw new Invalid({ email: `There is no account for ${email}. Ask your administrator to invite the person first` });
  }
  // In a rehearsal the council's own people play every part, and nobody else takes part.
  if (!of.rehearsalOf && sideOf(row.role) !== sideOfPart(part)) {
    throw new Invalid({ part: "That part is for people of the other side" });
  }
  if ((of.rehearsalOf || sideOfPart(part) === "council") && row.organisation !== of.council) {
    throw new Invalid({ email: whyNotOf(of, email) });
  }
  if (await partNow(desk.read, of, row.id)) throw new Invalid({ email: `${email} takes part already` });
  await addMember(desk, of.id, row.id, part);
}

/** In a rehearsal it says no more of someone who has an account elsewhere than of someone who has none. */
const whyNotOf = ({ council, rehearsalOf }: Inspection, email: string) =>
  rehearsalOf ? `Nobody of ${council} has an account for ${email}` : `${email} does not work for ${council}`;

async function partNow(db: Db, of: Inspection, userId: string): Promise<Part | null> {
  const [row] = await db
    .select({ part: member.part })
    .from(member)
    .where(and(eq(member.inspection, of.id), eq(member.user, userId)));
  return row?.part ?? null;
}

/** Throws `Refused` where the inspection would be left without a lead who may see it. */
async function keepALead(db: Db, of: Inspection, without: string): Promise<void> {
  const leads = await db
    .select({ id: member.user })
    .from(member)
    .leftJoin(exclusion, and(eq(exclusion.inspection, member.inspection), eq(exclusion.user, member.user)))
    .where(and(eq(member.inspection, of.id), eq(member.part, "lead")));
  if (leads.every(({ id }) => id === without)) {
    throw new Refused("An inspection needs a lead inspector. Make someone else lead first.");
  }
}

/** Ends a person’s part, from their next request on. What they recorded stays. */
export async function leaveTeam(desk: Desk, of: Inspection, userId: string): Promise<void> {
  demand(of, "team.manage");
  const event = { action: "member.remove", subject: `user:${userId}`, inspection: of.id };
  await desk.change(event, async (db) => {
    const part = await partNow(db, of, userId);
    if (!part) throw new NotFound();
    if (part === "lead") await keepALead(db, of, userId);
    await db.delete(member).where(and(eq(member.inspection, of.id), eq(member.user, userId)));
  });
}

/** Keeps a person from the inspection for a conflict of interest, whatever part they play or are given later. */
export async function excludePerson(desk: Desk, of: Inspection, userId: string, typed: string): Promise<void> {
  demand(of, "team.manage");
  const reason = typed.replace(/\s+/g, " ").trim();
  if (!reason) throw new Invalid({ reason: "Enter the conflict of interest" });
  const event = { action: "member.exclude", subject: `user:${userId}`, inspection: of.id };
  await desk.change(event, async (db, keep) => {
    const part = await partNow(db, of, userId);
    if (!part) throw new NotFound();
    if (part === "lead") await keepALead(db, of, userId);
    const at = desk.now().toISOString();
    const row = { inspection: of.id, user: userId, reason, by: desk.user?.id ?? null, at };
    await db
      .insert(exclusion)
      .values(row)
      .onConflictDoUpdate({
        target: [exclusion.inspection, exclusion.user],
        set: { reason, by: row.by, at },
      });
    keep(null, { reason });
  });
}

/** Lets an excluded person back, when the conflict has ended. */
export async function readmitPerson(desk: Desk, of: Inspection, userId: string): Promise<void> {
  demand(of, "team.manage");
  const event = { action: "member.readmit", subject: `user:${userId}`, inspection: of.id };
  await desk.change(event, (db) =>
    db.delete(exclusion).where(and(eq(exclusion.inspection, of.id), eq(exclusion.user, userId))),
  );
}
