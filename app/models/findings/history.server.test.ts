import { expect, test } from "vitest";

import { findLine } from "#app/models/inspections/lines.server.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";
import { tamper } from "#tests/support/record.ts";

import { addFinding, editFinding, listFindings, withdrawFinding } from "./findings.server.ts";
import { findHistory, restoreVersion } from "./history.server.ts";

async function setUp() {
  const team = await freshInspection();
  const { lead, inspector, world } = team;
  const of = await inspectionOf(lead);
  const { id: lineId } = await findLine(lead, of, "1.3");
  const id = await addFinding(lead, of, lineId, { kind: "weakness", text: "First" });
  const edit = { note: "", recognised: false };
  await editFinding(inspector, await inspectionOf(inspector), id, { ...edit, text: "Second", note: "Ask", version: 1 });
  await editFinding(lead, of, id, { ...edit, text: "Third", version: 2 });
  const history = () => findHistory(lead, of, id);
  const now = async () => (await listFindings(lead, of, lineId))[0];
  return { team, world, lead, of, id, lineId, edit, history, now };
}

test("every version is there, the newest first, with who wrote it", async () => {
  const { history } = await setUp();
  const { versions, ...finding } = await history();
  expect(finding).toMatchObject({ ref: "1.3", kind: "weakness", withdrawn: false, version: 3, now: { text: "Third" } });
  expect(versions.map(({ number, who, what, words }) => [number, who, what, words?.text, words?.note])).toEqual([
    [3, "lead", "edited", "Third", null],
    [2, "inspector", "edited", "Second", "Ask"],
    [1, "lead", "added", "First", null],
  ]);
});

test("restoring an earlier version is a new change, and the versions between stay", async () => {
  const { history, lead, of, id, now } = await setUp();
  await restoreVersion(lead, of, id, { number: 2, version: 3 });
  expect(await now()).toMatchObject({ text: "Second", note: "Ask", version: 4 });
  expect((await history()).versions.map(({ words }) => words?.text)).toEqual(["Second", "Third", "Second", "First"]);
});

test("restoring on an old version shows what stands now and changes nothing", async () => {
  const { lead, of, id, now } = await setUp();
  const stale = await restoreVersion(lead, of, id, { number: 1, version: 2 }).catch((error: unknown) => error);
  expect(stale).toBeInstanceOf(Stale);
  expect(stale).toMatchObject({ current: { text: "Third" }, version: 3 });
  expect(await now()).toMatchObject({ text: "Third" });
});

test("a finding that came with a briefing begins with its first words", async () => {
  const { world, history } = await setUp();
  tamper(world.services, "DELETE FROM revision", "DELETE FROM event WHERE action LIKE 'finding.%'");
  expect((await history()).versions).toMatchObject([
    { number: 1, what: "added", who: "lead", words: { text: "Third" } },
  ]);
});

test("a withdrawn finding keeps its history, with the reason", async () => {
  const { lead, of, id, history } = await setUp();
  await withdrawFinding(lead, of, id, { reason: "Said twice", version: 3 });
  const { versions, withdrawn } = await history();
  expect(withdrawn).toBe(true);
  expect(versions[0]).toMatchObject({ what: "withdrawn", reason: "Said twice", words: null });
  await expect(restoreVersion(lead, of, id, { number: 1, version: 4 })).rejects.toBeInstanceOf(NotFound);
});

test("what was erased cannot be restored, nor what never was", async () => {
  const { lead, of, id, world } = await setUp();
  tamper(world.services, "UPDATE revision SET after = NULL");
  await expect(restoreVersion(lead, of, id, { number: 1, version: 3 })).rejects.toBeInstanceOf(Refused);
  await expect(restoreVersion(lead, of, id, { number: 9, version: 3 })).rejects.toBeInstanceOf(Invalid);
});

test("the council reads no history, and who may not write restores none", async () => {
  const { team, id } = await setUp();
  for (const desk of [team.officer, team.manager]) {
    await expect(findHistory(desk, await inspectionOf(desk), id)).rejects.toBeInstanceOf(NotFound);
  }
  const seen = await inspectionOf(team.reviewer);
  expect((await findHistory(team.reviewer, seen, id)).versions).toHaveLength(3);
  await expect(restoreVersion(team.reviewer, seen, id, { number: 1, version: 3 })).rejects.toBeInstanceOf(NotFound);
  const published = { ...(await inspectionOf(team.officer)), stage: "published" } as const;
  await expect(findHistory(team.officer, published, id)).rejects.toBeInstanceOf(NotFound);
});
