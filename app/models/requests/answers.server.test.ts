import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import { listEvidence } from "#app/models/evidence/list.server.ts";
import { arrive, listWaiting } from "#app/models/evidence/waiting.server.ts";
import { findEnquiry } from "#app/models/fieldwork/enquiries.server.ts";
import { addFinding, listFindings } from "#app/models/findings/findings.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { listInspectionActivity } from "#app/models/readiness/activity.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { findAnswerDraft, listAnswers, saveAnswer } from "./answers.server.ts";
import { draftFromArea, editDraft, sendRequest } from "./drafts.server.ts";
import { handOver } from "./handovers.server.ts";
import { findRequest } from "./requests.server.ts";
import { acceptAnswer, returnAnswer } from "./reviews.server.ts";
import { sendAnswer } from "./sending.server.ts";

async function setUp() {
  const team = await freshInspection();
  const { lead, officer } = team;
  const [of, theirs] = [await inspectionOf(lead), await inspectionOf(officer)];
  const line = await findLine(lead, of, "1.3");
  await addFinding(lead, of, line.id, { kind: "area", text: "How low attendance is followed up" });
  const area = (await listFindings(lead, of, line.id))[0]!.id;
  const draft = await draftFromArea(lead, of, area);
  const typed = {
    title: "Attendance",
    text: "Please send it.",
    due: "2026-12-11",
    person: "",
    team: "",
    lines: ["1.3"],
  };
  await editDraft(lead, of, draft, { ...typed, version: 1 });
  const number = await sendRequest(lead, of, draft, 2);
  return { ...team, of, theirs, area, number };
}

async function* bytes(text: string) {
  yield new TextEncoder().encode(text);
}

async function upload(desk: Desk, name: string, restricted = false) {
  const id = randomUUID();
  const arrival = await desk.storage.receive(bytes(name), Infinity);
  await arrive(desk, await inspectionOf(desk), { id, name, arrival });
  return { id, title: `Title of ${name}`, restricted };
}

const files = { kind: "files", message: "Two months are blank.", link: "", document: "", place: "" };
const seen = async (desk: Desk) =>
  (await listEvidence(desk, await inspectionOf(desk), {})).rows.map(({ title }) => title);

test("a draft answer is the council’s alone; sent, its files are evidence, and taken, its area is answered", async () => {
  const { lead, officer, manager, of, theirs, area, number } = await setUp();
  const answer = { ...files, files: [await upload(officer, "a.txt"), await upload(officer, "b.txt", true)] };
  await saveAnswer(officer, theirs, number, { ...answer, version: 0 });
  expect(await seen(lead)).toEqual([]);
  const { id } = await findRequest(lead, of, number);
  expect(await listAnswers(lead, of, id)).toEqual([]);
  expect(JSON.stringify(await listInspectionActivity(lead, of, {}))).not.toContain("draft answer");
  await expect(findAnswerDraft(lead, of, number)).rejects.toBeInstanceOf(NotFound);
  await expect(findAnswerDraft(manager, await inspectionOf(manager), number)).rejects.toBeInstanceOf(NotFound);
  await expect(sendAnswer(officer, theirs, number, 7)).rejects.toBeInstanceOf(Stale);
  await sendAnswer(officer, theirs, number, 1);
  expect((await seen(lead)).sort()).toEqual(["Title of a.txt", "Title of b.txt"]);
  expect(await listWaiting(officer, theirs)).toEqual([]);
  const [sent] = await listAnswers(lead, of, id);
  expect(sent).toMatchObject({ message: "Two months are blank.", evidence: [{ ref: "E1" }, { ref: "E2" }] });
  await acceptAnswer(lead, of, number, (await findRequest(lead, of, number)).version);
  expect(await findEnquiry(lead, of, area)).toMatchObject({ state: "answered", method: "request" });
  await expect(saveAnswer(officer, theirs, number, { ...answer, files: [], version: 0 })).rejects.toThrow("is closed");
});

test("an answer that is sent back says why, and can be sent again", async () => {
  const { lead, officer, of, theirs, number } = await setUp();
  await saveAnswer(officer, theirs, number, { ...files, kind: "not-held", version: 0, files: [] });
  await sendAnswer(officer, theirs, number, 1);
  const { version } = await findRequest(lead, of, number);
  await expect(returnAnswer(lead, of, number, { version, reason: " " })).rejects.toBeInstanceOf(Invalid);
  await returnAnswer(lead, of, number, { version, reason: "The minutes name such a record." });
  expect(await findRequest(officer, theirs, number)).toMatchObject({
    state: "returned",
    reason: "The minutes name such a record.",
  });
  await expect(acceptAnswer(lead, of, number, version + 1)).rejects.toBeInstanceOf(Refused);
  const file = await upload(officer, "record.txt");
  await saveAnswer(officer, theirs, number, { ...files, version: 0, files: [file] });
  await sendAnswer(officer, theirs, number, 1);
  expect(await findRequest(lead, of, number)).toMatchObject({ state: "answered", reason: null });
});

test("each way of answering asks for what it needs", async () => {
  const { officer, theirs, number } = await setUp();
  const save = (typed: Partial<typeof files>) =>
    saveAnswer(officer, theirs, number, { ...files, ...typed, version: 0, files: [] });
  await expect(save({ kind: "not-held", message: "" })).rejects.toMatchObject({ errors: { message: /why/ } });
  await expect(save({ kind: "public", link: "javascript:alert(1)" })).rejects.toMatchObject({
    errors: { link: /https/ },
  });
  await expect(save({ kind: "part-of" })).rejects.toMatchObject({ errors: { document: /Choose/, place: /page 12/ } });
  await expect(save({ kind: "part-of", document: "no such", place: "2" })).rejects.toBeInstanceOf(Invalid);
  await expect(sendAnswer(officer, theirs, number, 0)).rejects.toThrow("Add a file");
  await save({ kind: "public", link: "https://www.example.gov.uk/minutes" });
  await sendAnswer(officer, theirs, number, 1);
});

test("a request goes to a colleague of the council, and to nobody else", async () => {
  const { lead, officer, manager, theirs, number } = await setUp();
  const { version } = await findRequest(officer, theirs, number);
  await expect(handOver(officer, theirs, number, { person: lead.user!.id, version })).rejects.toBeInstanceOf(Invalid);
  await handOver(officer, theirs, number, { person: manager.user!.id, version });
  expect((await findRequest(officer, theirs, number)).person?.name).toBe("manager");
});
