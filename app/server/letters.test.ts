/** Letters about requests, with the clock stopped: what goes to whom, when, and once. */
import { expect, test } from "vitest";

import { draftRequest, sendRequest } from "#app/models/requests/drafts.server.ts";
import { saveAnswer } from "#app/models/requests/answers.server.ts";
import { handOver } from "#app/models/requests/handovers.server.ts";
import { chooseMail } from "#app/models/requests/mail-choices.server.ts";
import { remind } from "#app/models/requests/reminders.server.ts";
import { findRequest } from "#app/models/requests/requests.server.ts";
import { acceptAnswer, returnAnswer } from "#app/models/requests/reviews.server.ts";
import { sendAnswer } from "#app/models/requests/sending.server.ts";
import { excludePerson } from "#app/models/inspections/members.server.ts";
import { lastRun } from "#app/platform/jobs.server.ts";
import type { Letter, Mail } from "#app/platform/mail.server.ts";
import { freshInspection, inspectionOf, NOON, type Team } from "#tests/support/fresh.ts";

import { postLetters } from "./letters.ts";

const ORIGIN = "https://x.test";
const SECRET = "Zanzibar and nothing else";
const MINUTES = 60_000;

/** A team, and what sends its letters; `at` sets the clock, `down` is how the mail server says no. */
async function setUp(begins = NOON.toISOString()) {
  const team = await freshInspection();
  const services = { ...team.world.services };
  let now = Date.parse(begins);
  let down: Error | null = null;
  const sent: Letter[] = [];
  const mail: Mail = {
    async send(letter) {
      if (down) throw down;
      sent.push(letter);
    },
  };
  const running = { ...services, mail, now: () => new Date(now) };
  const desks = Object.fromEntries(
    (["lead", "officer", "manager", "inspector"] as const).map((part) => [
      part,
      { ...team[part], now: () => new Date(now) },
    ]),
  ) as Pick<Team, "lead" | "officer" | "manager" | "inspector">;
  return {
    ...desks,
    running,
    at: (moment: string) => void (now = Date.parse(moment)),
    fails: (error: Error | null) => void (down = error),
    post: postLetters(running, ORIGIN),
    /** As after a restart: what the process knew is gone. */
    postAnew: () => postLetters(running, ORIGIN)(),
    sent,
    taken: () => sent.splice(0).map(({ to, subject }) => `${to.split("@")[0]}: ${subject}`),
  };
}

type World = Awaited<ReturnType<typeof setUp>>;

async function ask({ lead }: World, { person = "", due = "2026-12-11", title = "Attendance" } = {}): Promise<number> {
  const of = await inspectionOf(lead);
  const id = await draftRequest(lead, of, { title, text: SECRET, due, person, team: "", lines: ["1.3"] });
  return sendRequest(lead, of, id, 1);
}

async function answer({ officer }: World, number: number): Promise<void> {
  const of = await inspectionOf(officer);
  const typed = { kind: "not-held", message: SECRET, link: "", document: "", place: "", files: [] };
  await saveAnswer(officer, of, number, { ...typed, version: 0 });
  await sendAnswer(officer, of, number, 1);
}

test("who is asked is told at once, once, and reads a number, a title, a day and a link alone", async () => {
  const world = await setUp();
  const number = await ask(world, { person: world.officer.user!.id });
  await world.post();
  await world.postAnew();
  expect(world.sent).toHaveLength(1);
  const [{ to, subject, text } = { to: "", subject: "", text: "" }] = world.sent.splice(0);
  expect([to, subject]).toEqual(["officer@example.test", "R-1 is a new request"]);
  expect(text).toContain("R-1 Attendance\nDue 11 December 2026\nhttps://x.test/inspections/sample-2026/requests/1\n\n");
  expect(text).not.toMatch(/Zanzibar|1\.3|Sample|lead/);

  await answer(world, number);
  await world.post();
  const of = await inspectionOf(world.lead);
  const version = async () => (await findRequest(world.lead, of, number)).version;
  await returnAnswer(world.lead, of, number, { version: await version(), reason: SECRET });
  await world.post();
  expect(world.sent[0]?.text).not.toContain("Zanzibar");
  expect(world.taken()).toEqual(["officer: R-1 was sent back to you, with a reason"]);
  const theirs = await inspectionOf(world.officer);
  await handOver(world.officer, theirs, number, { person: world.manager.user!.id, version: await version() });
  await remind(world.lead, of, number);
  await expect(remind(world.lead, of, number)).rejects.toThrow("today");
  await world.post();
  expect(world.taken()).toEqual(["manager: News of 2 requests"]);
  await answer(world, number);
  await acceptAnswer(world.lead, of, number, await version());
  await world.post();
  expect(world.taken().sort()).toEqual([
    "manager: R-1 is closed: the answer was accepted",
    "officer: R-1 is closed: the answer was accepted",
  ]);
});

test("a mail server that is down breaks no change, is noted by its code, and what waits is sent by a later run", async () => {
  const world = await setUp();
  world.fails(Object.assign(new Error(`cannot reach ${SECRET}`), { code: "ESOCKET" }));
  await ask(world);
  await world.post();
  await world.post();
  expect(await lastRun(world.running, "letters")).toMatchObject({ outcome: null, failure: "1 not sent: ESOCKET" });
  world.fails(null);
  await world.post();
  expect(world.taken()).toEqual([]);
  world.at(new Date(NOON.getTime() + 11 * MINUTES).toISOString());
  await world.post();
  expect(world.taken()).toEqual(["officer: R-1 is a new request"]);
  expect(await lastRun(world.running, "letters")).toMatchObject({ outcome: "1 letter sent", failure: null });
});

test("nobody is told who does not want to be, may not see it any more, or whom it no longer concerns", async () => {
  const world = await setUp();
  const [of, theirs] = [await inspectionOf(world.lead), await inspectionOf(world.officer)];
  await chooseMail(world.officer, { atOnce: false, digest: "daily", version: 0 });
  const number = await ask(world);
  await world.post();
  expect(world.taken()).toEqual([]);
  await handOver(world.officer, theirs, number, { person: world.manager.user!.id, version: 1 });
  await excludePerson(world.lead, of, world.manager.user!.id, "A conflict");
  await world.post();
  expect(world.taken()).toEqual([]);
  await chooseMail(world.officer, { atOnce: true, digest: "daily", version: 1 });
  const second = await ask(world, { title: "Another" });
  await answer(world, second);
  await world.post();
  expect(world.taken()).toEqual([]);
  await expect(chooseMail(world.officer, { atOnce: true, digest: "hourly", version: 2 })).rejects.toThrow("Choose");
  await expect(chooseMail(world.officer, { atOnce: true, digest: "never", version: 1 })).rejects.toThrow("else");
});

test("reminders go three days before and on the day, digests at eight in London, across the change of the clocks", async () => {
  const world = await setUp("2027-03-20T07:00:00Z");
  // The clocks go forward on Sunday 28 March 2027.
  await ask(world, { due: "2027-03-28", person: world.officer.user!.id });
  await ask(world, { due: "2027-03-26", title: "Late", person: world.manager.user!.id });
  const runs = async (moment: string) => {
    world.at(moment);
    await world.postAnew();
    await world.postAnew();
    return world.taken();
  };
  expect((await runs("2027-03-20T07:00:01Z")).sort()).toEqual([
    "manager: R-2 is a new request",
    "officer: R-1 is a new request",
  ]);
  expect(await runs("2027-03-25T07:59:59Z")).toEqual([]);
  expect((await runs("2027-03-25T08:00:00Z")).sort()).toEqual([
    "manager: R-2 is due soon",
    "manager: Requests today: 2 due",
    "officer: R-1 is due soon",
    "officer: Requests today: 1 due",
  ]);
  expect(await runs("2027-03-25T18:00:00Z")).toEqual([]);
  expect(await runs("2027-03-28T06:59:59Z")).toEqual([]);
  expect((await runs("2027-03-28T07:00:00Z")).sort()).toEqual([
    "manager: Requests today: 1 overdue, 1 due",
    "officer: R-1 is due today",
    "officer: Requests today: 1 due",
  ]);
  await answer(world, 1);
  expect((await runs("2027-03-29T07:30:00Z")).sort()).toEqual([
    "inspector: Requests today: 1 to look at",
    "lead: Requests today: 1 to look at",
    "manager: Requests today: 1 overdue",
  ]);
  // They go back on Sunday 31 October 2027.
  expect(await runs("2027-10-31T07:59:59Z")).toEqual([]);
  expect(await runs("2027-10-31T08:00:00Z")).toHaveLength(3);
});

test("a digest that could not be sent is sent by a later run of the same day, and to nobody twice", async () => {
  const world = await setUp("2026-12-01T07:00:00Z");
  await ask(world, { due: "2026-12-04" });
  await world.post();
  world.taken();
  await chooseMail(world.manager, { atOnce: true, digest: "never", version: 0 });
  world.fails(Object.assign(new Error("no"), { code: "ETIMEDOUT" }));
  world.at("2026-12-01T08:00:30Z");
  await world.post();
  expect(await lastRun(world.running, "digest")).toMatchObject({ failure: "1 not sent: ETIMEDOUT" });
  world.fails(null);
  world.at("2026-12-01T08:20:00Z");
  await world.post();
  expect(world.taken()).toEqual(["officer: Requests today: 1 due"]);
  await world.postAnew();
  expect(world.taken()).toEqual([]);
});
