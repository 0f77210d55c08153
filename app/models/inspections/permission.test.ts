import { expect, test } from "vitest";

import { type Part, parts, sideOfPart } from "./part.ts";
import { type Act, acts, may } from "./permission.ts";
import { type Stage, stages } from "./stage.ts";

const council = parts.filter((part) => sideOfPart(part) === "council");
const inspectorate = parts.filter((part) => sideOfPart(part) === "inspectorate");
const at = (part: Part, act: Act): Stage[] => stages.filter((stage) => may(part, act, stage));

const changes = acts.filter((act) => /\.(write|add|withdraw|import)$/.test(act));
const inside: Act[] = [
  "finding.see-inside",
  "evidence.see-inspectorate",
  "note.keep",
  "finding.history",
  "team.see-all",
  "evidence.appraise",
  "moderation.see",
  "moderation.decide",
  "comment.see",
  "comment.write",
  "stage.see",
  "edition.see",
  "request.see-inside",
  "enquiry.see",
  "visit.see-inside",
];

test("before publication the council sees nothing that inspectors made", () => {
  for (const part of council) {
    for (const act of ["line.see", "finding.see", "rating.see", "briefing.export"] as const) {
      expect([part, act, at(part, act)]).toEqual([part, act, ["published"]]);
    }
  }
});

test("what stays inside stays inside after publication too", () => {
  for (const part of council) expect(inside.filter((act) => at(part, act).length > 0)).toEqual([]);
});

test("the council changes nothing but its own evidence and what it says of itself", () => {
  expect(changes.filter((act) => at("manager", act).length > 0)).toEqual(["assessment.write"]);
  expect(changes.filter((act) => at("officer", act).length > 0)).toEqual([
    "evidence.add",
    "evidence.withdraw",
    "assessment.write",
  ]);
});

test("nobody changes anything that is published: decks alone, which say it anew, are still made", () => {
  const late = parts.flatMap((part) => changes.filter((act) => may(part, act, "published")).map((act) => [part, act]));
  expect(late).toEqual(["lead", "inspector", "partner", "experience"].map((part) => [part, "deck.write"]));
});

test("partners and members with experience of the service may do what inspectors may, and an inspector no more than a lead", () => {
  for (const act of acts) {
    expect([act, at("partner", act), at("experience", act)]).toEqual([act, at("inspector", act), at("inspector", act)]);
    for (const stage of at("inspector", act)) expect([act, stage, may("lead", act, stage)]).toEqual([act, stage, true]);
  }
});

test("the inspectorate's manager reads what a lead reads, moderates and approves, and writes nothing else", () => {
  expect(changes.filter((act) => at("reviewer", act).length > 0)).toEqual(["comment.write"]);
  for (const act of acts.filter((each) => /\.(see|see-.*|history|export)$/.test(each))) {
    expect([act, at("reviewer", act)]).toEqual([act, at("lead", act)]);
  }
});

test("everyone on a side sees the inspection, and only the lead puts the team together", () => {
  for (const part of [...inspectorate, ...council]) expect(at(part, "inspection.see")).toEqual([...stages]);
  expect(parts.filter((part) => at(part, "team.manage").length > 0)).toEqual(["lead"]);
});
