import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { inspection as inspectionTable } from "#db/schema/inspections.ts";
import { rating, signOff } from "#db/schema/ratings.ts";

import { addFinding } from "#app/models/findings/findings.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import type { Stage } from "#app/models/inspections/stage.ts";
import { rate } from "#app/models/ratings/ratings.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";
import { CODE, freshInspection, inspectionOf, type World } from "#tests/support/fresh.ts";

import { findStage, moveStage } from "./stages.server.ts";

const page = async (desk: Desk) => findStage(desk, await inspectionOf(desk));

async function move(desk: Desk, to: Stage, reason = "") {
  const { version } = await page(desk);
  return moveStage(desk, await inspectionOf(desk), { to, reason, version });
}

/** Themes signed off and judgements settled, as moderation would have over weeks. */
async function settleAll(world: World, desk: Desk) {
  const of = await inspectionOf(desk);
  const at = world.services.now().toISOString();
  const by = desk.user?.id ?? "";
  await world.services.store.write(async (db) => {
    for (const { number, themes } of of.framework.judgements) {
      const row = {
        inspection: of.id,
        subject: "judgement" as const,
        ref: String(number),
        rater: "moderated" as const,
      };
      await db.insert(rating).values({ ...row, id: `j${number}`, level: 2, reason: "Settled", ratedAt: at });
      for (const theme of themes) {
        const signed = { inspection: of.id, theme: theme.number, signedBy: by, signedAt: at };
        await db.insert(signOff).values({ ...signed, id: `s${theme.number}` });
      }
    }
  });
}

test("an uncited finding or an unreasoned rating keeps it from moderation, and is named", async () => {
  const { lead, world } = await freshInspection();
  const of = await inspectionOf(lead);
  const line = await findLine(lead, of, "1.3");
  await addFinding(lead, of, line.id, { kind: "strength", text: "Partners turn up" });
  await addFinding(lead, of, line.id, { kind: "area", text: "Who chairs it?" });
  await rate(lead, of, { subject: "line", ref: "1.3", level: 2, reason: "Why", version: 0 });
  await world.services.store.write((db) => db.update(rating).set({ reason: " " }).where(eq(rating.ref, "1.3")));
  expect((await page(lead)).blocks.map(({ check, obstacles }) => [check, obstacles.map(({ words }) => words)])).toEqual(
    [
      ["uncited", ["1.3 S1 Partners turn up"]],
      ["unreasoned", ["Line 1.3, rated by lead"]],
    ],
  );
  await expect(move(lead, "moderation")).rejects.toThrow(
    "One strength or weakness has no citation: 1.3 S1 Partners turn up. One rating has no reason: Line 1.3, rated by lead.",
  );
});

test("it goes on one stage at a time, by the lead, and keeps when", async () => {
  const { lead, inspector, reviewer, officer, world } = await freshInspection();
  for (const desk of [inspector, reviewer, officer]) {
    await expect(
      moveStage(desk, await inspectionOf(desk), { to: "moderation", reason: "", version: 1 }),
    ).rejects.toThrow(NotFound);
  }
  await expect(move(lead, "shared")).rejects.toThrow(Invalid);
  await expect(move(lead, "draft")).rejects.toThrow(Invalid);
  world.later(60_000);
  await move(lead, "moderation");
  expect(await page(lead)).toMatchObject({ stage: "moderation", since: "2026-11-24T12:01:00.000Z", next: "shared" });
  await expect(move(lead, "shared")).rejects.toThrow("10 themes are not signed off");
  await settleAll(world, reviewer);
  await move(lead, "shared");
  await move(lead, "factual_accuracy");
  await expect(move(lead, "published")).rejects.toThrow("Publishing takes two people");
  expect((await page(lead)).moves.map(({ from, to, who }) => [from, to, who])).toEqual([
    ["shared", "factual_accuracy", "lead"],
    ["moderation", "shared", "lead"],
    ["draft", "moderation", "lead"],
  ]);
});

test("it goes back one stage with a reason, which is told", async () => {
  const { lead } = await freshInspection();
  await move(lead, "moderation");
  await expect(move(lead, "draft", "  ")).rejects.toThrow(Invalid);
  await move(lead, "draft", "Two lines were left out");
  expect((await page(lead)).moves[0]).toMatchObject({
    from: "moderation",
    to: "draft",
    reason: "Two lines were left out",
  });
});

test("a move from a page that is out of date is refused with what stands now", async () => {
  const { lead } = await freshInspection();
  const of = await inspectionOf(lead);
  await move(lead, "moderation");
  const old = { to: "moderation", reason: "", version: of.version };
  const failure = await moveStage(lead, of, old).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Stale);
  expect((failure as Stale).current).toEqual({ stage: "Moderation" });
});

test("what is published goes back by a correction alone", async () => {
  const { lead, world } = await freshInspection();
  await world.services.store.write((db) =>
    db.update(inspectionTable).set({ stage: "published" }).where(eq(inspectionTable.code, CODE)),
  );
  await expect(move(lead, "factual_accuracy", "A typing error")).rejects.toThrow(Refused);
});
