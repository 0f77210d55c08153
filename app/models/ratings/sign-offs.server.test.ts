import { expect, test } from "vitest";

import { addFinding, editFinding } from "#app/models/findings/findings.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf, type Team } from "#tests/support/fresh.ts";

import { compare } from "./comparisons.server.ts";
import { listLaterEdits } from "./later-edits.server.ts";
import { confirmAgreed, moderate } from "./moderations.server.ts";
import { rate } from "./ratings.server.ts";
import { listSignOffs, reopenTheme, signThemeOff } from "./sign-offs.server.ts";

/** Theme 8 has three lines. */
const THEME = 8;
const lines = ["8.1", "8.2", "8.3"];

const rated = async (desk: Desk, ref: string, level: number) =>
  rate(desk, await inspectionOf(desk), { subject: "line", ref, level, reason: `Why ${level}`, version: 0 });

/** Both inspectors have rated every line alike, and the reviewer has confirmed lines and theme. */
async function moderated(): Promise<Team> {
  const team = await freshInspection();
  for (const ref of lines) {
    await rated(team.lead, ref, 3);
    await rated(team.inspector, ref, 3);
  }
  const of = await inspectionOf(team.reviewer);
  await confirmAgreed(team.reviewer, of, THEME, { lines: lines.map((ref) => `${ref}:3`), reason: "Both agree." });
  await moderate(team.reviewer, of, {
    subject: "theme",
    ref: String(THEME),
    level: 3,
    reason: "Like its lines",
    version: 0,
  });
  return team;
}

const signOff = async (desk: Desk) => signThemeOff(desk, await inspectionOf(desk), THEME, { read: true });
const standing = async (desk: Desk) =>
  (await listSignOffs(desk, await inspectionOf(desk))).find((one) => !one.reopened);

test("who rated nothing signs a theme off once everything in it is settled and the evidence was read", async () => {
  const { reviewer } = await moderated();
  const of = await inspectionOf(reviewer);
  await expect(signThemeOff(reviewer, of, THEME, { read: false })).rejects.toThrow(Invalid);
  await signOff(reviewer);
  expect(await standing(reviewer)).toMatchObject({ theme: THEME, by: "reviewer", reopened: null });
  await expect(signOff(reviewer)).rejects.toThrow("reviewer has signed theme 8 off already.");
});

test("whoever rated in the theme does not sign it off, and an inspector never does", async () => {
  const { lead, inspector, officer } = await moderated();
  await expect(signOff(lead)).rejects.toThrow("You rated in theme 8 as an inspector, so someone else signs it off.");
  await expect(signOff(inspector)).rejects.toThrow(NotFound);
  await expect(signOff(officer)).rejects.toThrow(NotFound);
});

test("a line or a theme that is not settled keeps it open, by name", async () => {
  const { lead, inspector, reviewer } = await freshInspection();
  for (const ref of lines) {
    await rated(lead, ref, 3);
    await rated(inspector, ref, ref === "8.2" ? 2 : 3);
  }
  const of = await inspectionOf(reviewer);
  await confirmAgreed(reviewer, of, THEME, { lines: ["8.1:3", "8.3:3"], reason: "Both agree." });
  await expect(signOff(reviewer)).rejects.toThrow("Confirm or change the rating of line 8.2 first.");
  await moderate(reviewer, of, { subject: "line", ref: "8.2", level: 2, reason: "Contact is slight", version: 0 });
  await expect(signOff(reviewer)).rejects.toThrow("Confirm or change the rating of theme 8 first.");
});

test("a sign-off locks every rating of the theme, and nothing else", async () => {
  const { lead, reviewer } = await moderated();
  await signOff(reviewer);
  const of = await inspectionOf(lead);
  const again = { subject: "line" as const, ref: "8.1", level: 2, reason: "I think again", version: 1 };
  await expect(rate(lead, of, again)).rejects.toThrow("reviewer signed theme 8 off, so its ratings are locked.");
  const theme = { subject: "theme" as const, ref: "8", level: 2, reason: "I think again", version: 0 };
  await expect(rate(lead, of, theme)).rejects.toThrow(Refused);
  await expect(moderate(reviewer, await inspectionOf(reviewer), again)).rejects.toThrow(Refused);
  const peer = {
    subject: "line" as const,
    ref: "8.1",
    rater: "peer" as const,
    level: 2,
    reason: "Seen",
    source: "Review",
  };
  await expect(compare(lead, of, { ...peer, version: 0 })).rejects.toThrow(Refused);
  await rated(lead, "7.1", 2);
});

test("reopening takes a reason, ends the lock and stays on record; an old page reopens nothing", async () => {
  const { lead, reviewer } = await moderated();
  await signOff(reviewer);
  const first = (await standing(reviewer))!.id;
  const of = await inspectionOf(lead);
  await expect(reopenTheme(lead, of, THEME, { signOff: first, reason: " " })).rejects.toThrow(Invalid);
  await reopenTheme(lead, of, THEME, { signOff: first, reason: "New evidence on 8.3" });
  await rate(lead, of, { subject: "line", ref: "8.1", level: 2, reason: "I think again", version: 1 });
  await expect(reopenTheme(lead, of, THEME, { signOff: first, reason: "Again" })).rejects.toThrow("open already");
  await signOff(reviewer);
  await expect(reopenTheme(lead, of, THEME, { signOff: first, reason: "Again" })).rejects.toThrow("since you opened");
  const [old] = await listSignOffs(reviewer, await inspectionOf(reviewer));
  expect(old!.reopened).toMatchObject({ by: "lead", reason: "New evidence on 8.3" });
});

test("findings that change after a sign-off are named; those of other themes and from before are not", async () => {
  const { lead, reviewer, world } = await moderated();
  const of = await inspectionOf(lead);
  const [one, other] = [await findLine(lead, of, "8.1"), await findLine(lead, of, "7.1")];
  const before = await addFinding(lead, of, one.id, { kind: "strength", text: "Research with excluded groups" });
  await signOff(reviewer);
  expect(await listLaterEdits(reviewer, of)).toEqual([]);
  world.later(60_000);
  await addFinding(lead, of, one.id, { kind: "weakness", text: "Refugees were not asked" });
  await addFinding(lead, of, other.id, { kind: "weakness", text: "No charter" });
  expect((await listLaterEdits(reviewer, of)).map(({ ref, name, what }) => [ref, name, what])).toEqual([
    ["8.1", "W1", "added"],
  ]);
  await editFinding(lead, of, before, { text: "Research with two groups", note: "", recognised: false, version: 1 });
  expect((await listLaterEdits(reviewer, of)).map(({ name, what }) => [name, what])).toEqual([
    ["S1", "edited"],
    ["W1", "added"],
  ]);
});
