import { expect, test } from "vitest";

import { addEvidence } from "#app/models/evidence/arrivals.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { NotFound } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { addCitation } from "./citations.server.ts";
import { addFinding } from "./findings.server.ts";
import { likelyFindings } from "./likely-findings.server.ts";

async function* bytes() {
  yield new TextEncoder().encode("Minutes");
}

test("the likeliest findings come first: those that share words, those of the line, those without a citation", async () => {
  const { lead, officer } = await freshInspection();
  const inspection = await inspectionOf(lead);
  const add = async (ref: string, kind: "strength" | "weakness" | "area", text: string) =>
    addFinding(lead, inspection, (await findLine(lead, inspection, ref)).id, { kind, text });
  const voice = await add("1.3", "weakness", "Nobody who uses services is a member of the group");
  const other = await add("2.1", "weakness", "People who use services are not members of any panel");
  await add("2.1", "strength", "Rents are set fairly");
  const finding = await add("1.3", "strength", "The group is well led");
  const arrival = await officer.storage.receive(bytes(), Infinity);
  const draft = { title: "", kind: "minutes", voice: null, asAt: null } as const;
  const evidence = await addEvidence(officer, await inspectionOf(officer), draft, { name: "minutes.txt", arrival });
  await addCitation(lead, inspection, finding, { evidence, locator: "", quote: "" });
  const words = "The group discussed inviting people who use services to sit as members";
  const likely = await likelyFindings(lead, inspection, { words, line: "1.3" });
  expect(likely).toHaveLength(3);
  expect(likely.map(({ id }) => id).sort()).toEqual([voice, other, finding].sort());
  expect(likely[0]).toMatchObject({ id: voice, name: "W1", ref: "1.3", cited: false });
  const elsewhere = await likelyFindings(lead, inspection, { words, line: "2.1" });
  expect(elsewhere[0]).toMatchObject({ id: other, ref: "2.1" });
  const typed = (text: string) => likelyFindings(lead, inspection, { words: "", typed: text, line: "1.3" });
  expect((await typed("rent fair")).map(({ text }) => text)).toEqual(["Rents are set fairly"]);
  expect((await typed("2.1")).map(({ ref }) => ref)).toEqual(["2.1", "2.1"]);
  expect((await typed("w1")).map(({ id }) => id)).toEqual([voice]);
  for (const hostile of ['"', "* OR (", "NEAR(a b)", "\u0000", "-".repeat(500), "text:x"]) {
    expect(Array.isArray(await typed(hostile))).toBe(true);
  }
});

test("whoever writes no findings is told of none", async () => {
  for (const name of ["officer", "manager", "reviewer"] as const) {
    const desk = (await freshInspection())[name];
    const asked = likelyFindings(desk, await inspectionOf(desk), { words: "group", line: "1.3" });
    await expect(asked).rejects.toBeInstanceOf(NotFound);
  }
});
