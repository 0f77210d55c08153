import { expect, test } from "vitest";

import { addEvidence } from "#app/models/evidence/arrivals.server.ts";
import { addFinding, listFindings } from "#app/models/findings/findings.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { closeArea } from "./closings.server.ts";
import { answerArea, findEnquiry, reopenArea } from "./enquiries.server.ts";
import { enquiryKindOf, enquiryKindTitle, methodTitle, outcomeTitle, whoWouldKnow } from "./enquiry.ts";
import { planArea } from "./plans.server.ts";

const TEXT = "Progress towards involving people who use services in governance";

async function setUp() {
  const team = await freshInspection();
  const { lead } = team;
  const of = await inspectionOf(lead);
  const line = await findLine(lead, of, "1.3");
  await addFinding(lead, of, line.id, { kind: "area", text: TEXT });
  const findings = () => listFindings(lead, of, line.id);
  const [area] = await findings();
  return { ...team, of, line, area: area!.id, findings };
}

const plan = { kind: "", whoWouldKnow: "Chair, chair , Providers", how: "interview", owner: "" };

test("an area tells what kind of enquiry it is and who would know, as a first guess", () => {
  expect(enquiryKindOf(TEXT)).toBe("progress");
  expect(enquiryKindOf("How robust the group’s work planning is")).toBe("robustness");
  expect(enquiryKindOf("The role of the chair")).toBe("other");
  expect(whoWouldKnow(TEXT)).toEqual(["People who use services"]);
  expect([enquiryKindTitle("links"), methodTitle("visit"), outcomeTitle("nothing")]).toEqual([
    "Links",
    "Visit",
    "Nothing was found",
  ]);
});

test("an area is planned, answered, closed without a finding and opened again, each with a version", async () => {
  const { lead, of, area } = await setUp();
  expect(await findEnquiry(lead, of, area)).toMatchObject({ state: "open", kind: "progress", version: 0 });
  await expect(planArea(lead, of, area, { ...plan, how: "", version: 0 })).rejects.toBeInstanceOf(Invalid);
  await planArea(lead, of, area, { ...plan, version: 0 });
  expect(await findEnquiry(lead, of, area)).toMatchObject({
    state: "planned",
    whoWouldKnow: ["Chair", "chair", "Providers"],
  });
  await expect(planArea(lead, of, area, { ...plan, version: 0 })).rejects.toBeInstanceOf(Stale);
  await answerArea(lead, of, area, { version: 1, answer: "Two seats were filled in May." });
  const closing = { outcome: "nothing", text: "", citations: [], version: 2 };
  await expect(closeArea(lead, of, area, closing)).rejects.toThrow("Enter what you looked at");
  expect(await closeArea(lead, of, area, { ...closing, text: "Minutes of a year" })).toBeNull();
  await expect(answerArea(lead, of, area, { version: 3, answer: "x" })).rejects.toBeInstanceOf(Refused);
  await reopenArea(lead, of, area, { version: 3, reason: "New minutes came" });
  expect(await findEnquiry(lead, of, area)).toMatchObject({
    state: "open",
    outcome: null,
  });
});

test("an area becomes a strength with the evidence that closed it, in one change", async () => {
  const { lead, officer, of, area, line, findings } = await setUp();
  async function* bytes() {
    yield new TextEncoder().encode("Two seats are held by people who use services.");
  }
  const arrival = await officer.storage.receive(bytes(), Infinity);
  const draft = { title: "Minutes", kind: "minutes", voice: null, asAt: null } as const;
  const evidence = await addEvidence(officer, await inspectionOf(officer), draft, { name: "minutes.txt", arrival });
  const closing = { outcome: "strength", text: "People who use services have two seats", version: 0 };
  await expect(closeArea(lead, of, area, { ...closing, citations: [] })).rejects.toThrow("Choose the evidence");
  const became = await closeArea(lead, of, area, { ...closing, citations: [{ evidence, locator: "", quote: "" }] });
  expect(await findEnquiry(lead, of, area)).toMatchObject({ state: "closed", outcome: "strength", became });
  const strength = (await findings()).find(({ id }) => id === became);
  expect(strength).toMatchObject({ kind: "strength", citations: [{ evidence: { id: evidence } }] });
  expect(await findLine(lead, of, line.ref)).toMatchObject({ strengths: 1, citedStrengths: 1 });
});

test("the council neither sees nor changes what becomes of an area", async () => {
  const { officer, area } = await setUp();
  const seen = await inspectionOf(officer);
  await expect(findEnquiry(officer, seen, area)).rejects.toBeInstanceOf(NotFound);
  await expect(planArea(officer, seen, area, { ...plan, version: 0 })).rejects.toBeInstanceOf(NotFound);
});
