/** A newer edition of the framework under a live inspection: shown, accepted, undone, and an inspection seen through another. */
import { expect, test } from "vitest";

import { deskFor } from "#app/desk.server.ts";
import { addEdition } from "#app/models/frameworks/editions.server.ts";
import { dump } from "#tests/support/dump.ts";
import { CQC, frameworkOf, SUPPORTING_PEOPLE } from "#tests/support/framework.ts";
import { CODE, demoServer } from "#tests/support/server.ts";
import { putAt } from "#tests/support/viewers.ts";

const server = demoServer();
const at = (path: string) => `/inspections/${CODE}${path}`;
const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? "";

/** Without 1.4, and with 1.2 under another title. */
function newer() {
  const framework = frameworkOf(SUPPORTING_PEOPLE);
  const theme = framework.judgements[0]!.themes[0]!;
  theme.lines = theme.lines.filter(({ ref }) => ref !== "1.4");
  theme.lines[1]!.title = "The deciding body";
  return { ...framework, edition: "2008", retired: ["1.4"] };
}

/** What anyone can see of the inspection, and what is stored of it; the record of events grows. */
const stored = () => dump(server.services, ["event", "revision", "upgrade", "session", "framework_edition"]);

test("the lead sees what would change, accepts it and takes it back; until then, and afterwards, nothing is different", async () => {
  const lead = await server.signedIn("lead");
  const inspector = await server.signedIn("inspector");
  expect(await lead.page(at("/edition"))).toContain("There is no newer edition");
  const before = [stored(), await lead.page(at("/lines/1.2"))];
  await addEdition(deskFor(server.services, null), newer());
  expect(await lead.page(at("/lines/1.2"))).toContain("Commissioning Body");
  expect(stored()).toEqual(before[0]);

  const page = await lead.page(at("/edition"));
  expect(page).toContain("Accountable Officer");
  expect(page).toMatch(/<del>.*Commissioning Body<\/del>.*<ins>.*The deciding body<\/ins>/s);
  const read = await inspector.page(at("/edition"));
  expect(read).toContain("The deciding body");
  expect(read).not.toContain("Move this inspection");

  const move = { from: hidden(page, "from"), to: hidden(page, "to") };
  expect((await lead.post(at("/edition"), move)).status).toBe(302);
  expect(await lead.page(at("/lines/1.2"))).toContain("The deciding body");
  expect(await lead.page(at("/lines/1.4"))).toContain("It was set aside on");
  expect(await lead.page(at("/lines"))).not.toContain("Accountable Officer");
  // A finding that is sent to a line that was set aside comes back with the reason.
  const refused = await lead.post(at("/lines/1.4/findings"), { kind: "strength", text: "Kept as it was typed" });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("nothing can be added to it");
  // The page of before is out of date: the answer says so and shows what stands.
  expect((await lead.post(at("/edition"), move)).status).toBe(409);

  expect((await lead.post(at("/edition/undo"), {})).status).toBe(302);
  expect(stored()).toEqual(before[0]);
  expect((await lead.post(at("/edition/undo"), {})).status).toBe(422);
});

test("an inspection is seen through another framework by those who may see its lines, and by nobody else", async () => {
  const lead = await server.signedIn("lead");
  const officer = await server.signedIn("officer");
  const page = await lead.page(at(`/through/${CQC}`));
  expect(page).toContain("Equity in experience and outcomes");
  expect(page).toContain("8 of 10, close");
  expect(page).toMatch(/not turned into\s+its ratings/);
  expect((await lead.get(at("/through/no-such-framework"))).status).toBe(404);
  expect((await lead.get(at(`/through/${SUPPORTING_PEOPLE}`))).headers.get("Location")).toBe(at("/lines"));
  expect((await officer.get(at(`/through/${CQC}`))).status).toBe(404);
  expect((await officer.get(at("/edition"))).status).toBe(404);
  await putAt(server.services, "published");
  expect((await officer.get(at(`/through/${CQC}`))).status).toBe(200);
  expect((await officer.get(at("/edition"))).status).toBe(404);
  const other = await server.signedIn("officer-b");
  expect((await other.get(at(`/through/${CQC}`))).status).toBe(404);
  expect((await other.get(`/frameworks/${CQC}/crosswalk/${SUPPORTING_PEOPLE}`)).status).toBe(200);
  expect((await other.get(`/frameworks/${CQC}/crosswalk/${CQC}`)).status).toBe(404);
});
