/** What was done and how it is taken back, as a browser without JavaScript does it. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { event } from "#db/schema/audit.ts";

import { type Client, CODE, demoServer, hidden } from "#tests/support/server.ts";
import { putAt } from "#tests/support/viewers.ts";

const server = demoServer();
const at = (path: string) => `/inspections/${CODE}${path}`;

async function add(client: Client, ref: string, text: string): Promise<string> {
  const answer = await client.post(at(`/lines/${ref}/findings`), { kind: "strength", text });
  expect(answer.status).toBe(302);
  const page = await client.page(at(`/lines/${ref}`));
  const [, id = ""] = /.*<li class="finding" id="([^"]+)"/s.exec(page.slice(0, page.indexOf(text))) ?? [];
  return id;
}

const undoIn = (page: string) => /action="([^"]*\/undo\/\d+)"/.exec(page)?.[1] ?? "";

test("the latest change on a line is undone from its page, once", async () => {
  const lead = await server.signedIn("lead");
  await add(lead, "10.1", "Leads on the new contract rules");
  const page = await lead.page(at("/lines/10.1"));
  expect(page).toMatch(/Undo<span class="vh"> adding S\d+<\/span>/);
  const undone = await lead.post(undoIn(page), {});
  expect([undone.status, undone.headers.get("Location")]).toEqual([302, at("/lines/10.1")]);
  const after = await lead.page(at("/lines/10.1"));
  expect(after).not.toContain("Leads on the new contract rules");
  expect(undoIn(after)).toBe("");
  const again = await lead.post(undoIn(page), {});
  expect(again.status).toBe(422);
  expect(await again.text()).toContain("You changed this again, so it cannot be undone.");
  const inspector = await server.signedIn("inspector");
  const stolen = await inspector.post(undoIn(page), {});
  expect(stolen.status).toBe(422);
  expect(await stolen.text()).toContain("no change of yours");
});

test("an earlier version is restored as a new one; on an old page it is not, and says what stands", async () => {
  const lead = await server.signedIn("lead");
  const id = await add(lead, "10.2", "Targets are set each year");
  const finding = at(`/findings/${id}`);
  await lead.post(finding, { text: "Targets are set each quarter", note: "", version: "1" });
  const old = await lead.page(`${finding}/history`);
  expect(old).toContain("Targets are set each year");
  const version = hidden(old, `${finding}/history`, "version");
  const restored = await lead.post(`${finding}/history`, { restore: "1", version });
  expect(restored.status).toBe(302);
  expect(await lead.page(at("/lines/10.2"))).toContain("Targets are set each year");
  const stale = await lead.post(`${finding}/history`, { restore: "2", version });
  expect(stale.status).toBe(409);
  expect(await stale.text()).toContain("What stands now:</b> <!-- -->Targets are set each year");
  expect((await lead.post(`${finding}/history`, {})).status).toBe(422);
});

test("each side reads its own activity, as a page, as data and as a file", async () => {
  const lead = await server.signedIn("lead");
  const officer = await server.signedIn("officer");
  await add(lead, "10.3", "Nine posts were filled in May");
  const page = await lead.page(at("/activity"));
  expect(page).toContain("<b>Lead inspector</b> <!-- -->added S");
  expect(page).toContain("Nine posts were filled in May");
  const theirs = await officer.page(at("/activity?kind=evidence"));
  expect(theirs).toContain("<b>Council officer</b> <!-- -->added ");
  const data = await (await officer.get(at("/activity.data"))).text();
  const file = await (await officer.get(at("/activity.csv"))).text();
  for (const text of [theirs, data, file]) {
    expect(text).not.toMatch(/Lead inspector|Second inspector|Nine posts|finding:|"seq"/);
  }
  const answer = await lead.get(at("/activity.csv?kind=finding"));
  expect(answer.headers.get("Content-Type")).toContain("text/csv; charset=utf-8");
  expect(answer.headers.get("Content-Disposition")).toContain(`filename="${CODE}-activity.csv"`);
  const [header, first] = (await answer.text()).split("\r\n");
  expect(header).toBe("Entry,When (UTC),Who,What,Before,After");
  expect(first).toMatch(/^\d+,2\d+-.*Z,Lead inspector,added S\d+ to 10\.3 /);
  expect((await lead.page(at("/activity"))).match(/exported the record of activity/g)).toHaveLength(2);
});

test("colleagues on the same line are shown to each other; the council sees nobody and is not seen", async () => {
  const [lead, inspector, officer] = [
    await server.signedIn("lead"),
    await server.signedIn("inspector"),
    await server.signedIn("officer"),
  ];
  await putAt(server.services, "published");
  expect(await officer.page(at("/lines/2.1"))).not.toContain("also here");
  expect(await lead.page(at("/lines/2.1"))).not.toContain("also here");
  const page = (await inspector.page(at("/lines/2.1"))).replaceAll("<!-- -->", "");
  expect(page).toContain("Lead inspector is also here");
  expect(await officer.page(at("/lines/2.1"))).not.toContain("also here");
  await putAt(server.services, "draft");
});

test("what someone's part does not allow is on record, without what it was, and not more than once a minute", async () => {
  const officer = await server.signedIn("officer");
  for (let tries = 0; tries < 3; tries++) expect((await officer.get(at("/lines/1.3"))).status).toBe(404);
  const rows = await server.services.store.read.select().from(event).where(eq(event.action, "access.refuse"));
  expect(rows.map(({ detail }) => detail)).toEqual([{ act: "finding.see", route: "/inspections/:code/lines/:ref" }]);
});
