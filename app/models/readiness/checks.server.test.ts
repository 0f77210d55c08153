import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { citation } from "#db/schema/findings.ts";

import { addEvidence, withdrawEvidence } from "#app/models/evidence/arrivals.server.ts";
import { addCitation } from "#app/models/findings/citations.server.ts";
import { addFinding, editFinding } from "#app/models/findings/findings.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { rate } from "#app/models/ratings/ratings.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { explain, findCheck, liftExplanation, listChecks } from "./checks.server.ts";
import { listAgeing, listClaims, listTriangulation } from "./material-views.server.ts";

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

/** A strength on 1.3 that cites a return of January, and the return. */
async function citedStrength(lead: Desk, officer: Desk) {
  const of = await inspectionOf(lead);
  const { id: line } = await findLine(lead, of, "1.3");
  const arrival = await officer.storage.receive(bytesOf("12 of 20 services were reviewed"), Infinity);
  const draft = { title: "Return", kind: "performance", voice: "data", asAt: "2026-01-31" } as const;
  const evidence = await addEvidence(officer, await inspectionOf(officer), draft, { name: "return.txt", arrival });
  const finding = await addFinding(lead, of, line, { kind: "strength", text: "12 of the 20 services were reviewed" });
  const cited = await addCitation(lead, of, finding, { evidence, locator: "", quote: "" });
  return { of, line, evidence, finding, cited };
}

const found = async (desk: Desk) => {
  const all = await listChecks(desk, await inspectionOf(desk));
  return Object.fromEntries(all.filter(({ open }) => open > 0).map(({ name, open }) => [name, open]));
};

test("each check names what it finds, and finds it no more once it is mended", async () => {
  const { lead, officer, world } = await freshInspection();
  const { of, line, evidence, cited } = await citedStrength(lead, officer);
  // The return is of January, and the visit is on 9 December.
  expect(await found(lead)).toEqual({ "one-sided": 1, stale: 1, unrated: 1 });

  await addFinding(lead, of, line, { kind: "weakness", text: "Nobody wrote it down" });
  await addFinding(lead, of, line, { kind: "area", text: "Who reads it" });
  await rate(lead, of, { subject: "line", ref: "1.4", level: 2, reason: "Why", version: 0 });
  expect(await found(lead)).toEqual({
    ...{ uncited: 1, orphaned: 1, "rated-empty": 1 },
    ...{ "one-sided": 1, stale: 1, unrated: 1 },
  });
  await world.services.store.write((db) => db.update(citation).set({ state: "lost" }).where(eq(citation.id, cited)));
  expect((await findCheck(lead, of, "lost-words")).flags[0]?.words).toBe(
    "E1 Return no longer holds the words that are quoted.",
  );
  expect((await listClaims(lead, of)).map(({ flag }) => flag)).toEqual(["changed"]);
  await withdrawEvidence(lead, of, evidence, { reason: "A duplicate", version: 1 });
  expect(await found(lead)).toMatchObject({ unsupported: 1 });
  expect((await findCheck(lead, of, "stale")).flags).toEqual([]);
});

test("an explanation lets a thing stand until its words change, and can be lifted", async () => {
  const { lead, inspector, officer } = await freshInspection();
  const { of, line } = await citedStrength(lead, officer);
  const text = "Every service has a plan";
  const id = await addFinding(lead, of, line, { kind: "strength", text });
  const subject = async () => (await findCheck(lead, of, "uncited")).flags[0]?.subject ?? "";
  const first = await subject();

  await expect(explain(lead, of, "uncited", { subject: first, reason: " " })).rejects.toThrow(Invalid);
  await expect(explain(lead, of, "uncited", { subject: "none", reason: "Why" })).rejects.toThrow(Refused);
  await explain(inspector, await inspectionOf(inspector), "uncited", { subject: first, reason: "Seen on the visit" });
  await expect(explain(lead, of, "uncited", { subject: first, reason: "Again" })).rejects.toThrow(
    "inspector has explained",
  );
  const { open, flags } = await findCheck(lead, of, "uncited");
  expect([open, flags[0]?.explained]).toMatchObject([0, { by: "inspector", reason: "Seen on the visit" }]);

  await editFinding(lead, of, id, { text: `${text} by now`, note: "", recognised: false, version: 1 });
  expect((await findCheck(lead, of, "uncited")).open).toBe(1);
  await editFinding(lead, of, id, { text, note: "", recognised: false, version: 2 });
  await liftExplanation(lead, of, "uncited", flags[0]?.explained?.id ?? "");
  expect((await findCheck(lead, of, "uncited")).open).toBe(1);
  await expect(liftExplanation(lead, of, "uncited", flags[0]?.explained?.id ?? "")).rejects.toThrow(NotFound);
});

test("where two rate, a blind reader's checks tell nothing of another's rating", async () => {
  const { lead, inspector, reviewer, officer } = await freshInspection();
  await citedStrength(lead, officer);
  await rate(lead, await inspectionOf(lead), { subject: "line", ref: "1.4", level: 2, reason: "Why", version: 0 });
  expect(await found(reviewer)).toMatchObject({ "rated-empty": 1 });
  expect(await found(inspector)).not.toHaveProperty("rated-empty");
});

test("the council reads how its own evidence ages, and nothing else of these", async () => {
  const { lead, officer } = await freshInspection();
  await citedStrength(lead, officer);
  const of = await inspectionOf(officer);
  expect(await listAgeing(officer, of)).toMatchObject([{ ref: "E1", stale: true, citations: null }]);
  expect(await listAgeing(lead, await inspectionOf(lead))).toMatchObject([{ ref: "E1", stale: true, citations: 1 }]);
  for (const list of [listChecks, listClaims, listTriangulation]) {
    await expect((async () => list(officer, of))()).rejects.toThrow(NotFound);
  }
});
