import { expect, test } from "vitest";

import { arrive } from "#app/models/evidence/waiting.server.ts";
import { closeArea } from "#app/models/fieldwork/closings.server.ts";
import { addAreas } from "#app/models/fieldwork/guides.server.ts";
import { addVisit, setVisitState } from "#app/models/fieldwork/visits.server.ts";
import { addFinding } from "#app/models/findings/findings.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { listOrphans, listPlannedAreas } from "./area-plans.server.ts";
import { listAnsweringEvidence } from "./answering-evidence.server.ts";
import { saveAnswer } from "./answers.server.ts";
import { draftFromArea, sendEdited, withdrawRequest } from "./drafts.server.ts";
import { countOpenByLine } from "./open-requests.server.ts";
import { findRequest } from "./requests.server.ts";
import { acceptAnswer } from "./reviews.server.ts";
import { sendAnswer } from "./sending.server.ts";

const typed = { title: "Rota", text: "Please send the rota.", due: "2026-12-11", person: "", team: "", lines: ["1.3"] };

async function setUp(...texts: string[]) {
  const team = await freshInspection();
  const of = await inspectionOf(team.lead);
  const line = await findLine(team.lead, of, "1.3");
  for (const text of texts) await addFinding(team.lead, of, line.id, { kind: "area", text });
  const ids = (await listPlannedAreas(team.lead, of)).map(({ id }) => id);
  return { ...team, of, theirs: await inspectionOf(team.officer), line, ids };
}

/** How many statements `work` prepares on this desk. */
async function statements(desk: Desk, work: () => Promise<unknown>): Promise<number> {
  const { session } = desk.read as unknown as { session: { prepareQuery(...given: unknown[]): unknown } };
  const plain = session.prepareQuery.bind(session);
  let count = 0;
  session.prepareQuery = (...given) => {
    count++;
    return plain(...given);
  };
  await work();
  Reflect.deleteProperty(session, "prepareQuery");
  return count;
}

test("an area is followed while a request or a visit stands, and by nobody once both are given up", async () => {
  const { lead, of, ids, line } = await setUp("How the group works", "What the group has achieved");
  const [first = "", second = ""] = ids;
  const orphans = async () => (await listOrphans(lead.read, of)).map(({ name }) => name);
  expect(await orphans()).toEqual(["A1", "A2"]);
  const draft = await draftFromArea(lead, of, first);
  expect(await orphans()).toEqual(["A1", "A2"]);
  await sendEdited(lead, of, draft, { ...typed, version: 1 });
  expect(await orphans()).toEqual(["A2"]);
  expect(await countOpenByLine(lead, of)).toEqual(new Map([[line.id, 1]]));
  const meeting = { kind: "interview", title: "", whom: "Chair", place: "", visitors: [], shared: false };
  const visit = await addVisit(lead, of, { ...meeting, day: "2026-12-10", from: "9:00", to: "10:00" });
  await addAreas(lead, of, visit, [second]);
  expect(await orphans()).toEqual([]);
  await setVisitState(lead, of, visit, { version: 1, state: "cancelled" });
  await withdrawRequest(lead, of, draft, { version: 1, reason: "We saw it" });
  expect(await orphans()).toEqual(["A1", "A2"]);
  expect(await countOpenByLine(lead, of)).toEqual(new Map());
  await closeArea(lead, of, first, { outcome: "not-pursued", text: "Out of scope", citations: [], version: 1 });
  expect(await orphans()).toEqual(["A2"]);
  expect((await listPlannedAreas(lead, of)).map(({ step, plans }) => [step, plans.length])).toEqual([
    [null, 1],
    ["plan", 1],
  ]);
});

test("what the council sends in answer is offered to close the area with, and not before it is sent", async () => {
  const { lead, officer, of, theirs, ids } = await setUp("How the group works");
  const [area = ""] = ids;
  const number = await sendEdited(lead, of, await draftFromArea(lead, of, area), { ...typed, version: 1 });
  async function* bytes() {
    yield new TextEncoder().encode("Who works when");
  }
  await arrive(officer, theirs, {
    id: "w1",
    name: "rota.txt",
    arrival: await officer.storage.receive(bytes(), Infinity),
  });
  const files = [{ id: "w1", title: "The rota", restricted: false }];
  const answer = { kind: "files", message: "", link: "", document: "", place: "", files, version: 0 };
  await saveAnswer(officer, theirs, number, answer);
  expect(await listAnsweringEvidence(lead, of, area)).toEqual([]);
  await sendAnswer(officer, theirs, number, 1);
  expect((await listPlannedAreas(lead, of))[0]).toMatchObject({ state: "planned", step: "look" });
  expect(await listAnsweringEvidence(lead, of, area)).toMatchObject([{ name: "E1 The rota" }]);
  await acceptAnswer(lead, of, number, (await findRequest(lead, of, number)).version);
  expect((await listPlannedAreas(lead, of))[0]).toMatchObject({ state: "answered", step: "close" });
  await expect(listAnsweringEvidence(officer, theirs, area)).rejects.toBeInstanceOf(NotFound);
  await expect(listPlannedAreas(officer, theirs)).rejects.toBeInstanceOf(NotFound);
  await expect(listPlannedAreas(officer, { ...theirs, stage: "published" })).rejects.toBeInstanceOf(NotFound);
});

test("as many statements are needed for fifteen areas as for one", async () => {
  const { lead, of, line } = await setUp("The first");
  const read = () => statements(lead, () => listPlannedAreas(lead, of, { line: line.id }));
  const one = await read();
  for (let n = 0; n < 14; n++) await addFinding(lead, of, line.id, { kind: "area", text: `Another ${n}` });
  expect([one, await read()]).toEqual([3, 3]);
});
