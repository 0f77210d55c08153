/** The letter of a morning: to the council what it still has to send, to inspectors the answers that wait for them. */
import { and, asc, eq, inArray, isNotNull, isNull, lt, ne, or } from "drizzle-orm";

import { user } from "#db/schema/accounts.ts";
import { exclusion, inspection, member } from "#db/schema/inspections.ts";
import { mailChoice, request } from "#db/schema/requests.ts";

import type { Post } from "#app/models/accounts/deliveries.server.ts";
import type { Part } from "#app/models/inspections/part.ts";
import { may } from "#app/models/inspections/permission.ts";
import type { Stage } from "#app/models/inspections/stage.ts";
import type { Desk } from "#app/platform/desk.ts";

import { type Digest, digestLetter } from "./letter.ts";
import type { Sent } from "./letters.server.ts";
import { type RequestState, standingOf } from "./request.ts";

type Place = { user: string; email: string; inspection: string; part: Part; stage: Stage };

/** Each part that people play who get a digest and have not had today's. */
async function places(desk: Desk, today: string): Promise<Place[]> {
  return desk.read
    .select({ user: user.id, email: user.email, inspection: inspection.id, part: member.part, stage: inspection.stage })
    .from(member)
    .innerJoin(user, eq(user.id, member.user))
    .innerJoin(inspection, eq(inspection.id, member.inspection))
    .leftJoin(exclusion, and(eq(exclusion.inspection, inspection.id), eq(exclusion.user, user.id)))
    .leftJoin(mailChoice, eq(mailChoice.user, user.id))
    .where(
      and(
        isNull(user.disabledAt),
        isNull(exclusion.user),
        ne(inspection.stage, "published"),
        or(isNull(mailChoice.user), eq(mailChoice.digest, "daily")),
        or(isNull(mailChoice.digestOn), lt(mailChoice.digestOn, today)),
      ),
    )
    .orderBy(asc(user.email));
}

type Row = {
  inspection: string;
  code: string;
  number: number;
  title: string;
  due: string | null;
  state: RequestState;
  person: string | null;
};

async function openRequests(desk: Desk): Promise<Row[]> {
  const { inspection: of, number, title, due, state, person } = request;
  const rows = await desk.read
    .select({ inspection: of, code: inspection.code, number, title, due, state, person })
    .from(request)
    .innerJoin(inspection, eq(inspection.id, request.inspection))
    .where(and(isNotNull(number), inArray(state, ["sent", "returned", "answered"])))
    .orderBy(asc(due), asc(number));
  return rows.flatMap((row) => (row.number === null ? [] : [{ ...row, number: row.number }]));
}

/** Where a request stands in the digest of someone who plays this part; null where it is none of theirs. */
function headingFor({ part, stage, user: me }: Place, row: Row, today: string): keyof Digest | null {
  if (row.state === "answered") return may(part, "request.write", stage) ? "answered" : null;
  // What a colleague was given is the colleague's; managers see all.
  const theirs = part === "manager" || (may(part, "request.answer", stage) && (!row.person || row.person === me));
  if (!theirs) return null;
  if (row.state === "returned") return "returned";
  const standing = standingOf(row, today);
  return standing === "overdue" ? "overdue" : standing === "due-soon" ? "due" : null;
}

function digestOf(mine: Place[], rows: Row[], today: string): Digest {
  const digest: Digest = { overdue: [], returned: [], due: [], answered: [] };
  for (const place of mine) {
    for (const row of rows.filter((one) => one.inspection === place.inspection)) {
      const heading = headingFor(place, row, today);
      if (heading) digest[heading].push(row);
    }
  }
  return digest;
}

/**
 * Sends the digests of `today` (YYYY-MM-DD) to those who have not had theirs and for whom there is something to say. One
 * that fails is sent by the next run, and does not keep the others.
 */
export async function sendDigests(desk: Desk, { mail, origin }: Post, today: string): Promise<Sent> {
  const made: Sent = { sent: 0, failed: [], skipped: [] };
  if (!mail) return made;
  const [all, rows] = [await places(desk, today), await openRequests(desk)];
  for (const id of new Set(all.map((one) => one.user))) {
    const mine = all.filter((one) => one.user === id);
    const digest = digestOf(mine, rows, today);
    const words = digestLetter(origin, digest);
    if (!words || !mine[0]) continue;
    try {
      await mail.send({ to: mine[0].email, ...words });
    } catch (error) {
      made.failed.push({ user: id, error });
      continue;
    }
    made.sent++;
    const requests = Object.values(digest).flat().length;
    await desk.change({ action: "digest.send", subject: `user:${id}`, detail: { requests } }, (db) =>
      db
        .insert(mailChoice)
        .values({ user: id, digestOn: today, version: 0 })
        .onConflictDoUpdate({ target: mailChoice.user, set: { digestOn: today } }),
    );
  }
  return made;
}
