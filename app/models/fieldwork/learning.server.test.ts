import { expect, test } from "vitest";

import { listInspectionActivity } from "#app/models/readiness/activity.server.ts";
import { Invalid, NotFound, Stale } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";
import { meeting } from "#tests/support/meeting.ts";

import { addLearning, editLearning, listLearning } from "./learning.server.ts";

const typed = { text: "How absences are followed up", said: "By letter", followUp: "Send the letters" };

test("the council's people keep one log of a meeting; inspectors learn nothing of it", async () => {
  const team = await freshInspection();
  const { visit } = await meeting(team);
  const { lead, officer, manager } = team;
  const [theirs, his] = [await inspectionOf(officer), await inspectionOf(manager)];
  await addLearning(officer, theirs, visit, typed);
  const [entry] = await listLearning(manager, his, visit);
  expect(entry).toMatchObject({ ...typed, by: "officer", version: 1 });
  const at = { visit, id: entry?.id ?? "" };
  await editLearning(manager, his, at, { ...typed, said: "By telephone", version: 1 });
  await expect(editLearning(officer, theirs, at, { ...typed, version: 1 })).rejects.toBeInstanceOf(Stale);
  await expect(addLearning(officer, theirs, visit, { ...typed, text: " " })).rejects.toBeInstanceOf(Invalid);
  const of = await inspectionOf(lead);
  await expect(listLearning(lead, of, visit)).rejects.toBeInstanceOf(NotFound);
  const { rows } = await listInspectionActivity(lead, of, {});
  expect(JSON.stringify(rows)).not.toMatch(/learn/i);
});
