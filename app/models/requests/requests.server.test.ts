import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { enquiry } from "#db/schema/fieldwork.ts";

import { addFinding, listFindings } from "#app/models/findings/findings.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { listInspectionActivity } from "#app/models/readiness/activity.server.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { saveAnswer } from "./answers.server.ts";
import { draftFromArea, draftRequest, editDraft, sendEdited, sendRequest, withdrawRequest } from "./drafts.server.ts";
import { importRequests, planRequests } from "./imports.server.ts";
import { listOrigins } from "./origins.server.ts";
import { countWaitingRequests, findDraft, findRequest, listAnswerers, listRequests } from "./requests.server.ts";
import { acceptAnswer, returnAnswer } from "./reviews.server.ts";
import { sendAnswer } from "./sending.server.ts";

const typed = {
  title: "Minutes",
  text: "Please send the minutes.",
  due: "2026-12-11",
  person: "",
  team: "",
  lines: ["1.3"],
};

async function both() {
  const team = await freshInspection();
  return { ...team, of: await inspectionOf(team.lead), theirs: await inspectionOf(team.officer) };
}

const notHeld = { kind: "not-held", message: "We keep none.", link: "", document: "", place: "", files: [] };

test("what the council sees of drafting is nothing, and of what was sent only what it says", async () => {
  const { lead, officer, of, theirs } = await both();
  const view = async () => [
    await listRequests(officer, theirs),
    await countWaitingRequests(officer, theirs),
    await listInspectionActivity(officer, theirs, {}),
  ];
  const before = await view();
  const id = await draftRequest(lead, of, { ...typed, title: "A private thought" });
  await editDraft(lead, of, id, { ...typed, text: "Another private thought", version: 1 });
  const other = await draftRequest(lead, of, { ...typed, title: "Given up" });
  await withdrawRequest(lead, of, other, { version: 1, reason: "" });
  expect(await view()).toEqual(before);
  await expect(findDraft(officer, theirs, id)).rejects.toThrow(NotFound);

  expect(await sendEdited(lead, of, id, { ...typed, version: 2 })).toBe(1);
  const [seen, ...rest] = await listRequests(officer, theirs);
  expect(rest).toEqual([]);
  expect(seen).toMatchObject({ number: 1, title: "Minutes", text: typed.text, version: 1, state: "sent" });
  const told = JSON.stringify(await listInspectionActivity(officer, theirs, {}));
  expect(told).toContain("The inspection team");
  expect(told).not.toMatch(/private thought|Given up|drafted/);
  expect(await countWaitingRequests(officer, theirs)).toBe(1);
  expect(await listRequests(lead, of)).toHaveLength(1);
});

test("a request from an area is raised once, planned when it is sent, and answers the area when it is accepted", async () => {
  const { lead, officer, of, theirs } = await both();
  const line = await findLine(lead, of, "1.3");
  await addFinding(lead, of, line.id, { kind: "area", text: "How the group works" });
  const [area] = (await listFindings(lead, of, line.id)).filter(({ kind }) => kind === "area");
  const id = await draftFromArea(lead, of, area?.id ?? "");
  expect(await draftFromArea(lead, of, area?.id ?? "")).toBe(id);
  expect(await findDraft(lead, of, id)).toMatchObject({
    title: "How the group works",
    text: "Please send what shows how the group works.",
    lines: [{ ref: "1.3" }],
  });
  await expect(sendRequest(lead, of, id, 1)).rejects.toThrow(Invalid);
  const number = await sendEdited(lead, of, id, { ...typed, version: 1 });
  const stateOf = async () =>
    (
      await lead.read
        .select()
        .from(enquiry)
        .where(eq(enquiry.finding, area?.id ?? ""))
    )[0]?.state;
  expect(await stateOf()).toBe("planned");
  expect(await listOrigins(lead, of, id)).toMatchObject([{ name: "A1", ref: "1.3", state: "planned" }]);
  await expect(listOrigins(officer, theirs, id)).rejects.toThrow(NotFound);

  await saveAnswer(officer, theirs, number, { ...notHeld, version: 0 });
  expect(await countWaitingRequests(lead, of)).toBe(0);
  await sendAnswer(officer, theirs, number, 1);
  expect(await countWaitingRequests(lead, of)).toBe(1);
  const { version } = await findRequest(lead, of, number);
  await expect(returnAnswer(lead, of, number, { version, reason: " " })).rejects.toThrow(Invalid);
  await returnAnswer(lead, of, number, { version, reason: "Look in the archive" });
  expect(await findRequest(officer, theirs, number)).toMatchObject({
    state: "returned",
    reason: "Look in the archive",
  });
  await saveAnswer(officer, theirs, number, { ...notHeld, version: 0 });
  await sendAnswer(officer, theirs, number, 1);
  await expect(acceptAnswer(lead, of, number, version)).rejects.toThrow(Stale);
  await acceptAnswer(lead, of, number, (await findRequest(lead, of, number)).version);
  expect(await stateOf()).toBe("answered");
  await expect(saveAnswer(officer, theirs, number, { ...notHeld, version: 0 })).rejects.toThrow(Refused);
});

test("two who change one draft both see their words; a draft that was sent is none any more", async () => {
  const { lead, inspector, of } = await both();
  const id = await draftRequest(lead, of, typed);
  const theirs = await inspectionOf(inspector);
  await editDraft(inspector, theirs, id, { ...typed, text: "Theirs", version: 1 });
  await expect(editDraft(lead, of, id, { ...typed, version: 1 })).rejects.toMatchObject({
    current: { text: "Theirs" },
  });
  await expect(sendEdited(lead, of, id, { ...typed, version: 1 })).rejects.toThrow(Stale);
  await sendRequest(lead, of, id, 2);
  await expect(sendRequest(lead, of, id, 1)).rejects.toThrow(NotFound);
  await expect(editDraft(lead, of, id, { ...typed, version: 1 })).rejects.toThrow(NotFound);
});

test("a request is taken back with a reason that the council reads, and only people of the council are asked", async () => {
  const { lead, officer, of, theirs } = await both();
  const [who] = await listAnswerers(lead, of);
  const id = await draftRequest(lead, of, { ...typed, person: who?.id ?? "" });
  await expect(draftRequest(lead, of, { ...typed, person: lead.user?.id ?? "" })).rejects.toThrow(Invalid);
  await expect(draftRequest(lead, of, { ...typed, lines: ["99.9"] })).rejects.toThrow(Invalid);
  await sendRequest(lead, of, id, 1);
  await expect(withdrawRequest(lead, of, id, { version: 1, reason: "" })).rejects.toThrow(Invalid);
  await withdrawRequest(lead, of, id, { version: 1, reason: "We saw it" });
  expect(await findRequest(officer, theirs, 1)).toMatchObject({ state: "withdrawn", reason: "We saw it" });
  await expect(withdrawRequest(officer, theirs, id, { version: 2, reason: "x" })).rejects.toThrow(NotFound);
});

test("an import makes the chosen rows in one change, and makes nothing twice", async () => {
  const { lead, of } = await both();
  const text = "Title,Request,Lines,Due\nA,Send the rota,1.3,11/12/2036\nB,Send the log,,\nC,Send it,77.7,\n";
  expect((await planRequests(lead, of, text)).rows.map(({ faults }) => faults.length)).toEqual([0, 0, 1]);
  expect(await listRequests(lead, of)).toEqual([]);
  await expect(importRequests(lead, of, text, { rows: [2, 4], send: true })).rejects.toThrow(Invalid);
  expect(await importRequests(lead, of, text, { rows: [2, 3], send: true })).toEqual({ sent: 1, drafted: 1 });
  expect((await listRequests(lead, of)).map(({ number, title }) => [number, title])).toEqual([
    [1, "A"],
    [null, "B"],
  ]);
  await expect(importRequests(lead, of, text, { rows: [2, 3], send: true })).rejects.toThrow(Invalid);
});
