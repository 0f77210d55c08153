import { expect, test } from "vitest";

import { addFinding } from "#app/models/findings/findings.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { NotFound, Stale } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { listAreas } from "./areas.server.ts";
import { addAreas, addQuestion, editQuestion, listQuestions, moveQuestion, removeQuestion } from "./guides.server.ts";
import { addVisit } from "./visits.server.ts";

const texts = [
  "Attendance of health partners at the strategy group",
  "How attendance of health partners at the strategy group is followed up",
  "Complaints procedure for hostel residents",
];

async function setUp() {
  const team = await freshInspection();
  const { lead } = team;
  const of = await inspectionOf(lead);
  const line = await findLine(lead, of, "1.3");
  for (const text of texts) await addFinding(lead, of, line.id, { kind: "area", text });
  const visit = await addVisit(lead, of, {
    kind: "focus-group",
    title: "",
    whom: "Tenants",
    place: "",
    day: "2026-12-10",
    from: "9:00",
    to: "10:00",
    visitors: [],
    shared: true,
  });
  const questions = () => listQuestions(lead, of, visit);
  return { ...team, of, visit, questions };
}

test("chosen areas become questions, once each; the areas are planned for", async () => {
  const { lead, of, visit, questions } = await setUp();
  const areas = await listAreas(lead, of);
  expect(areas.map(({ ref, name, state }) => [ref, name, state])).toEqual([
    ["1.3", "A1", "open"],
    ["1.3", "A2", "open"],
    ["1.3", "A3", "open"],
  ]);
  const ids = areas.map(({ id }) => id);
  await addAreas(lead, of, visit, [...ids, "no such area"]);
  expect((await questions()).map(({ text, minutes, areas: served }) => [text, minutes, served.length])).toEqual([
    [texts[1], 25, 2],
    [texts[2], 25, 1],
  ]);
  await expect(addAreas(lead, of, visit, ids)).rejects.toThrow("Choose the areas to ask about");
  expect((await listAreas(lead, of)).map(({ state }) => state)).toEqual(["planned", "planned", "planned"]);
});

test("questions are added, changed, moved and taken out", async () => {
  const { lead, of, visit, questions } = await setUp();
  await addQuestion(lead, of, visit, { text: "First", minutes: "5" });
  await addQuestion(lead, of, visit, { text: "Second", minutes: "10" });
  const [first, second] = await questions();
  const at = { visit, id: first!.id };
  await editQuestion(lead, of, at, { text: "First of all", minutes: "7", version: 1 });
  await expect(editQuestion(lead, of, at, { text: "x", minutes: "7", version: 1 })).rejects.toBeInstanceOf(Stale);
  await moveQuestion(lead, of, at, "down");
  await moveQuestion(lead, of, at, "down");
  expect((await questions()).map(({ text, minutes }) => `${text} ${minutes}`)).toEqual(["Second 10", "First of all 7"]);
  await removeQuestion(lead, of, { visit, id: second!.id });
  expect((await questions()).map(({ text }) => text)).toEqual(["First of all"]);
  await expect(addQuestion(lead, of, visit, { text: "", minutes: "a" })).rejects.toMatchObject({
    errors: { text: /Enter/, minutes: /from 1 to 240/ },
  });
});

test("the council never learns what is asked, though the visit is shared with it", async () => {
  const { lead, officer, of, visit } = await setUp();
  await addQuestion(lead, of, visit, { text: "First", minutes: "5" });
  const seen = await inspectionOf(officer);
  await expect(listQuestions(officer, seen, visit)).rejects.toBeInstanceOf(NotFound);
  await expect(listAreas(officer, seen)).rejects.toBeInstanceOf(NotFound);
  await expect(addQuestion(officer, seen, visit, { text: "x", minutes: "5" })).rejects.toBeInstanceOf(NotFound);
});
