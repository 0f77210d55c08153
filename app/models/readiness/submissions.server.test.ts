import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { rating, signOff } from "#db/schema/ratings.ts";
import { submission } from "#db/schema/readiness.ts";

import { compare } from "#app/models/ratings/comparisons.server.ts";
import { NotFound, Refused } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { listInspectionActivity } from "./activity.server.ts";
import { saveAssessment } from "./assessments.server.ts";
import { findSubmission, listSubmissions, prepareSubmission, submit } from "./submissions.server.ts";

const said = { know: "It works", how: "Minutes", next: "More", level: "2", reason: "Seen" };
const plain = { gaps: false, actions: false };

async function ready() {
  const team = await freshInspection();
  const { lead, officer, manager } = team;
  const [of, own, managed] = [await inspectionOf(lead), await inspectionOf(officer), await inspectionOf(manager)];
  const send = async (extras = plain) => {
    const { digest } = await prepareSubmission(manager, managed, extras);
    return submit(manager, managed, { ...extras, note: "Our view", digest });
  };
  return { ...team, of, own, managed, send };
}

const selfRatings = ({ read }: { read: Awaited<ReturnType<typeof ready>>["lead"]["read"] }) =>
  read.select().from(rating).where(eq(rating.rater, "self"));

test("what is submitted is frozen, numbered, seen by both sides, and later drafts are not", async () => {
  const { lead, of, officer, own, manager, managed, send } = await ready();
  await expect(send()).rejects.toThrow(Refused);
  await saveAssessment(officer, own, "1.3", { ...said, version: 0 });
  await expect(prepareSubmission(officer, own, plain)).rejects.toThrow(NotFound);
  expect(await send()).toBe(1);
  await saveAssessment(officer, own, "1.3", { ...said, know: "A secret draft", version: 1 });
  const seen = await findSubmission(lead, of, 1);
  expect(seen.submission?.lines).toMatchObject([{ ref: "1.3", know: "It works", rating: { label: "Good" } }]);
  expect(JSON.stringify(await listSubmissions(lead, of))).not.toContain("secret");
  expect(seen.submission).toMatchObject({ gaps: null, actions: null });
  expect(await send({ gaps: true, actions: true })).toBe(2);
  expect(await findSubmission(lead, of, 1)).toEqual(seen);
  expect((await findSubmission(lead, of, 2)).submission).toMatchObject({ gaps: [], actions: [] });
  expect((await findSubmission(manager, managed, 2)).by).toBe("manager");
  const told = JSON.stringify((await listInspectionActivity(lead, of, {})).rows);
  expect(told).toContain("submitted the self-assessment");
  expect(told).not.toContain("secret");
});

test("the database itself refuses to change or delete what was submitted", async () => {
  const { officer, own, send, world } = await ready();
  await saveAssessment(officer, own, "1.3", { ...said, version: 0 });
  await send();
  const { store } = world.services;
  await expect(store.write((db) => db.update(submission).set({ content: "{}" }))).rejects.toThrow();
  await expect(store.write((db) => db.delete(submission))).rejects.toThrow();
});

test("what changed after the manager looked is not sent unseen", async () => {
  const { officer, own, manager, managed } = await ready();
  await saveAssessment(officer, own, "1.3", { ...said, version: 0 });
  const { digest } = await prepareSubmission(manager, managed, plain);
  await saveAssessment(officer, own, "1.3", { ...said, know: "Otherwise", version: 1 });
  await expect(submit(manager, managed, { ...plain, note: "", digest })).rejects.toThrow("Look at what goes");
});

test("own ratings stand beside the inspectors', whatever is signed off, and the council learns nothing by it", async () => {
  const { lead, of, officer, own, manager, managed, send, world } = await ready();
  const typed = { level: 0, reason: "As they wrote", source: "Read in a secret place", version: 0 };
  await compare(lead, of, { subject: "line", ref: "1.3", rater: "self", ...typed });
  const row = {
    id: "s",
    inspection: of.id,
    theme: 1,
    signedBy: lead.user?.id ?? "",
    signedAt: "2026-11-24T12:00:00.000Z",
  };
  await world.services.store.write((db) => db.insert(signOff).values(row));
  await saveAssessment(officer, own, "1.3", { ...said, version: 0 });
  await saveAssessment(officer, own, "1.4", { ...said, version: 0 });
  await send();
  const from = "Self-assessment, submission";
  expect((await selfRatings(lead)).map(({ ref, level, source }) => [ref, level, source])).toEqual([
    ["1.3", 2, `${from} 1`],
    ["1.4", 2, `${from} 1`],
  ]);
  expect(JSON.stringify(await listInspectionActivity(manager, managed, {}))).not.toContain("secret");
  await saveAssessment(officer, own, "1.4", { ...said, level: "", reason: "", version: 1 });
  await send();
  expect((await selfRatings(lead)).map(({ ref, source }) => [ref, source])).toEqual([["1.3", `${from} 2`]]);
});
