import { expect, test } from "vitest";

import { listInspectionActivity } from "#app/models/readiness/activity.server.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { findAssessment, listAssessedLines, saveAssessment } from "./assessments.server.ts";
import { addGap, closeGap, editGap, findGap, listGaps, reopenGap } from "./gaps.server.ts";
import { addImprovement, addMeasure, editImprovement, editMeasure, findImprovement } from "./improvements.server.ts";
import { addInterviewee, editInterviewee, listInterviewees, withdrawInterviewee } from "./interviewees.server.ts";
import { listOwners } from "./own-lines.server.ts";
import { findOverview } from "./overview.server.ts";

const said = { know: "It works", how: "Minutes", next: "More", level: "2", reason: "Seen" };

async function sides() {
  const { lead, officer, manager, world } = await freshInspection();
  const [of, own, managed] = [await inspectionOf(lead), await inspectionOf(officer), await inspectionOf(manager)];
  return { lead, officer, manager, world, of, own, managed };
}

test("a line is assessed as far as it has come, and a colleague's words are not lost", async () => {
  const { officer, manager, own, managed } = await sides();
  await saveAssessment(officer, own, "1.3", { ...said, next: "", version: 0 });
  expect((await listAssessedLines(officer, own)).find(({ ref }) => ref === "1.3")).toMatchObject({
    state: "begun",
    rated: { label: "Good" },
    evidence: 0,
  });
  await saveAssessment(manager, managed, "1.3", { ...said, version: 1 });
  const failure = await saveAssessment(officer, own, "1.3", { ...said, know: "Mine", version: 1 }).catch(
    (e: unknown) => e,
  );
  expect(failure).toBeInstanceOf(Stale);
  expect((failure as Stale).current).toMatchObject({ know: "It works", next: "More", rating: "Good" });
  const { assessment, version, changed } = await findAssessment(officer, own, "1.3");
  expect([assessment.next, version, changed?.by]).toEqual(["More", 2, "manager"]);
  await expect(saveAssessment(officer, own, "1.4", { ...said, reason: " ", version: 0 })).rejects.toThrow(Invalid);
  await expect(saveAssessment(officer, own, "99.1", { ...said, version: 0 })).rejects.toThrow(NotFound);
});

test("a gap is noted, given to someone of the council, closed with a reason and opened again", async () => {
  const { officer, own, lead } = await sides();
  const [owner] = await listOwners(officer, own);
  const typed = { line: "1.3", text: "No record of who came", owner: owner?.id ?? "", due: "2026-11-20" };
  const id = await addGap(officer, own, typed);
  expect(await findGap(officer, own, id)).toMatchObject({ standing: "overdue", line: { ref: "1.3" }, version: 1 });
  const bad = await addGap(officer, own, { line: "1.3", text: " ", owner: lead.user?.id ?? "", due: "soon" }).catch(
    (e: unknown) => e,
  );
  expect(Object.keys((bad as Invalid).errors)).toEqual(["text", "owner", "due"]);
  await editGap(officer, own, id, { ...typed, due: "2026-12-20", version: 1 });
  await expect(closeGap(officer, own, id, { reason: " ", version: 2 })).rejects.toThrow(Invalid);
  await closeGap(officer, own, id, { reason: "E4 shows it", version: 2 });
  await expect(editGap(officer, own, id, { ...typed, version: 3 })).rejects.toThrow(Refused);
  expect((await listAssessedLines(officer, own)).find(({ ref }) => ref === "1.3")?.gaps).toBe(0);
  await reopenGap(officer, own, id, { version: 3 });
  expect(await listGaps(officer, own, "1.3")).toMatchObject([{ standing: "open", closed: null }]);
});

test("an action has its measures, and each is changed from the version that was read", async () => {
  const { officer, own } = await sides();
  const typed = { title: "Share lettings", line: "2.4", owner: "", due: "2026-11-01", state: "under_way", note: "" };
  const id = await addImprovement(officer, own, typed);
  const figures = {
    outcome: "A home",
    own: "",
    name: "Moves",
    unit: "%",
    baseline: "46",
    target: "66",
    actual: "",
    asAt: "",
  };
  const measure = await addMeasure(officer, own, id, figures);
  await editMeasure(
    officer,
    own,
    { action: id, measure },
    { ...figures, actual: "58", asAt: "2026-11-01", version: 1 },
  );
  const found = await findImprovement(officer, own, id);
  expect(found).toMatchObject({ overdue: true, line: { ref: "2.4" } });
  expect(found.measures[0]?.progress.words).toBe("12 of 20 percentage points towards the target");
  await expect(editMeasure(officer, own, { action: id, measure }, { ...figures, version: 1 })).rejects.toThrow(Stale);
  await editImprovement(officer, own, id, { ...typed, state: "done", version: 1 });
  expect((await findImprovement(officer, own, id)).overdue).toBe(false);
});

test("an interviewee is briefed, debriefed, and taken off the list", async () => {
  const { officer, own } = await sides();
  const typed = { who: "Chair", visit: "", briefedOn: "", debriefedOn: "", note: "" };
  const id = await addInterviewee(officer, own, typed);
  await expect(addInterviewee(officer, own, { ...typed, visit: "elsewhere" })).rejects.toThrow(Invalid);
  await editInterviewee(officer, own, id, { ...typed, briefedOn: "2026-11-24", version: 1 });
  expect(await listInterviewees(officer, own)).toMatchObject([{ state: "briefed", version: 2 }]);
  await withdrawInterviewee(officer, own, id, { version: 2 });
  expect(await listInterviewees(officer, own)).toEqual([]);
});

test("inspectors can do none of it, and do not notice any of it", async () => {
  const { lead, officer, own, of, manager, managed } = await sides();
  const theirs = async () => [await listInspectionActivity(lead, of, {}), await findOverview(lead, of)];
  const before = await theirs();
  await saveAssessment(officer, own, "1.3", { ...said, version: 0 });
  await addGap(officer, own, { line: "1.3", text: "A gap", owner: "", due: "" });
  await addImprovement(officer, own, { title: "An action", line: "", owner: "", due: "", state: "", note: "" });
  await addInterviewee(officer, own, { who: "Chair", visit: "", briefedOn: "", debriefedOn: "", note: "" });
  expect(await theirs()).toEqual(before);
  const told = JSON.stringify((await listInspectionActivity(manager, managed, {})).rows);
  expect(told).toContain("worked on the self-assessment of a line");
  await expect(listAssessedLines(lead, of)).rejects.toThrow(NotFound);
  await expect(saveAssessment(lead, of, "1.3", { ...said, version: 0 })).rejects.toThrow(NotFound);
  for (const list of [listGaps, listInterviewees]) await expect(list(lead, of)).rejects.toThrow(NotFound);
});
