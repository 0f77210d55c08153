import { expect, test } from "vitest";

import { inspection } from "#db/schema/inspections.ts";

import type { Stage } from "#app/models/inspections/stage.ts";
import type { Desk } from "#app/platform/desk.ts";
import type { Invalid } from "#app/platform/failure.ts";
import { NotFound, Refused, Stale } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf, type Team } from "#tests/support/fresh.ts";

import { compare } from "./comparisons.server.ts";
import { setModerated } from "./moderated.server.ts";
import { rate } from "./ratings.server.ts";
import { mayTell, ratingsOf } from "./sight.ts";
import { standingOf } from "./standing.ts";
import { visibleRatings } from "./visible.server.ts";

const line = { subject: "line", ref: "1.3" } as const;

const give = async (desk: Desk, level: number, version = 0) =>
  rate(desk, await inspectionOf(desk), { ...line, level, reason: `Level ${level}`, version });

async function sees(desk: Desk) {
  const all = await visibleRatings(desk, await inspectionOf(desk));
  const { told, hidden } = ratingsOf(all, "line", "1.3");
  return { levels: told.map(({ level }) => level).sort(), hidden };
}

async function put({ lead }: Team, set: { stage?: Stage; doubleRating?: boolean }) {
  const event = { action: "inspection.set", subject: "inspection" };
  await lead.change(event, async (db) => {
    await db.update(inspection).set(set);
  });
}

test("neither of two raters is told the other's rating before theirs is in; then both are", async () => {
  const { lead, inspector, reviewer } = await freshInspection();
  await give(lead, 2);
  expect(await sees(inspector)).toEqual({ levels: [], hidden: 1 });
  expect(await sees(lead)).toEqual({ levels: [2], hidden: 0 });
  // Who does not rate may see it.
  expect(await sees(reviewer)).toEqual({ levels: [2], hidden: 0 });
  await give(inspector, 1);
  for (const desk of [lead, inspector]) expect(await sees(desk)).toEqual({ levels: [1, 2], hidden: 0 });
});

test("moderation opens it; where one rates, nothing is hidden; a command of the product is told all", async () => {
  const team = await freshInspection();
  const { lead, inspector, reviewer, world } = team;
  await give(lead, 2);
  const of = await inspectionOf(lead);
  expect(ratingsOf(await visibleRatings(world.desk(null), of), "line", "1.3").told).toHaveLength(1);
  await put(team, { doubleRating: false });
  expect((await sees(inspector)).levels).toEqual([2]);
  await put(team, { doubleRating: true });
  await setModerated(reviewer, await inspectionOf(reviewer), { ...line, level: 3, reason: "Weighed", version: 0 });
  expect((await sees(inspector)).levels).toEqual([2, 3]);
});

test("whoever rates cannot look by moderating", async () => {
  const { lead, inspector } = await freshInspection();
  await give(inspector, 1);
  const draft = { ...line, level: 3, reason: "A look", version: 0 };
  await expect(setModerated(lead, await inspectionOf(lead), draft)).rejects.toThrow(Refused);
  await give(lead, 2);
  await setModerated(lead, await inspectionOf(lead), draft);
  await expect(setModerated(lead, await inspectionOf(lead), draft)).rejects.toThrow(Stale);
  await expect(setModerated(inspector, await inspectionOf(inspector), draft)).rejects.toThrow(NotFound);
});

test("the council is told what is settled, once it is published, and by whom never", async () => {
  const team = await freshInspection();
  const { lead, inspector, reviewer, officer } = team;
  const of = await inspectionOf(lead);
  await give(lead, 2);
  await give(inspector, 2);
  await rate(lead, of, { ...line, ref: "1.4", level: 1, reason: "Alone", version: 0 });
  for (const [desk, level] of [
    [lead, 0],
    [inspector, 3],
  ] as const) {
    const draft = { ...line, ref: "1.5", level, reason: "Apart", version: 0 };
    await rate(desk, await inspectionOf(desk), draft);
  }
  const previous = { rater: "previous", source: "Report, June 2004", level: 0, reason: "Then", version: 0 } as const;
  await compare(lead, of, { ...line, ...previous });
  await expect(visibleRatings(officer, await inspectionOf(officer))).rejects.toThrow(NotFound);
  await put(team, { stage: "published" });
  const all = await visibleRatings(officer, await inspectionOf(officer));
  expect([...all.bySubject.keys()]).toEqual(["line:1.3"]);
  const { told } = ratingsOf(all, "line", "1.3");
  expect(told).toMatchObject([{ level: 2, reason: "Level 2", ratedBy: null, mine: false }]);
  expect(JSON.stringify([...all.bySubject])).not.toMatch(/lead|2004|Alone|Apart/);
  expect(standingOf(ratingsOf(all, "line", "1.3"), true).kind).toBe("moderated");
  // The inspectorate is blind no more.
  const seen = await visibleRatings(inspector, await inspectionOf(inspector));
  expect(ratingsOf(seen, "line", "1.4").told).toMatchObject([{ reason: "Alone", ratedBy: "lead" }]);
  await expect(sees(reviewer)).resolves.toMatchObject({ hidden: 0 });
});

test("an event tells a rating to whoever gave it, and to others when the rating is open", async () => {
  const { lead, inspector, reviewer } = await freshInspection();
  await give(lead, 2);
  const event = { action: "rating.set", actor: lead.user?.id ?? "", subject: "line:1.3" };
  const told = async (desk: Desk, of = event) => mayTell(await visibleRatings(desk, await inspectionOf(desk)), of);
  expect([await told(lead), await told(inspector), await told(reviewer)]).toEqual([true, false, true]);
  expect(await told(inspector, { ...event, subject: "line:1.4" })).toBe(false);
  expect(await told(inspector, { ...event, action: "finding.edit" })).toBe(true);
  await give(inspector, 2);
  expect(await told(inspector)).toBe(true);
});

test("each rates in a row of their own: nobody else's stands in the way", async () => {
  const { lead, inspector } = await freshInspection();
  await give(lead, 2);
  await give(inspector, 1);
  await give(lead, 3, 1);
  await expect(give(inspector, 2, 0)).rejects.toThrow(new Stale({ level: "1", reason: "Level 1" }, 1));
  const bad = { ...line, level: null, reason: " ", statements: ["1.1", "1.2"], version: 1 };
  const error: unknown = await rate(lead, await inspectionOf(lead), bad).catch((caught: unknown) => caught);
  expect((error as Invalid).errors).toEqual({
    level: "Choose a rating: what you ticked supports “Fair”",
    reason: "Enter why you chose this rating",
  });
});

test("statements are kept as ticked, and only those that the line has", async () => {
  const { lead } = await freshInspection();
  const of = await inspectionOf(lead);
  await rate(lead, of, { ...line, level: 1, reason: "Why", statements: ["1.1", "9.9", "x"], version: 0 });
  expect(ratingsOf(await visibleRatings(lead, of), "line", "1.3").told[0]?.statements).toEqual(["1.1"]);
});

test("a rating to compare with says whose it is and where it was read", async () => {
  const { lead, inspector } = await freshInspection();
  const of = await inspectionOf(lead);
  const draft = { ...line, rater: null, level: null, reason: "", source: " ", version: 0 };
  const error: unknown = await compare(lead, of, draft).catch((caught: unknown) => caught);
  expect(Object.keys((error as Invalid).errors).sort()).toEqual(["level", "rater", "reason", "source"]);
  const good = { ...draft, rater: "peer", level: 2, reason: "Sound", source: "Peer  review, May 2006" } as const;
  await compare(lead, of, good);
  await compare(lead, of, { ...good, level: 3, version: 1 });
  await expect(compare(lead, of, good)).rejects.toThrow(Stale);
  await expect(compare(inspector, await inspectionOf(inspector), good)).rejects.toThrow(NotFound);
  // Not an inspector's: told to all who rate at once.
  const { told } = ratingsOf(await visibleRatings(inspector, await inspectionOf(inspector)), "line", "1.3");
  expect(told).toMatchObject([{ rater: "peer", level: 3, source: "Peer review, May 2006", version: 2 }]);
});
