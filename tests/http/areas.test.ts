/** Areas to explore with plain forms: what cannot be taken comes back on its page, and the council finds nothing. */
import { expect, test } from "vitest";

import { type Client, CODE, demoServer, hidden } from "#tests/support/server.ts";
import { putAt } from "#tests/support/viewers.ts";

const server = demoServer();
const at = (path = "") => `/inspections/${CODE}${path}`;

/** The areas of a line, in order. */
async function areasOf(client: Client, ref: string): Promise<string[]> {
  const page = await client.page(at(`/lines/${ref}`));
  const [, group = ""] = /group group-area([\s\S]*)/.exec(page) ?? [];
  return [...group.matchAll(/<li class="finding" id="([^"]+)"/g)].map(([, id = ""]) => id);
}

test("each step of an area is a form that keeps what was typed when it cannot be taken", async () => {
  const lead = await server.signedIn("lead");
  const [area = ""] = await areasOf(lead, "3.5");
  const step = (name: string) => at(`/areas/${area}/${name}`);
  const none = await lead.post(step("plan"), { how: "", whoWouldKnow: "Finance lead", version: "0" });
  expect(none.status).toBe(422);
  const page = await none.text();
  expect(page).toContain('<a href="#how">Choose how you will find out</a>');
  expect(page).toContain('value="Finance lead"');
  expect((await lead.post(step("plan"), { how: "interview", whoWouldKnow: "Finance lead", version: "0" })).status).toBe(
    302,
  );
  const stale = await lead.post(step("answer"), { answer: "Nine of ten are in time", version: "0" });
  expect(stale.status).toBe(409);
  const again = await stale.text();
  expect(again).toMatch(/It stands at <b>planned<\/b> now/);
  expect(again).toContain("Nine of ten are in time");
  const version = hidden(again, step("answer"), "version");
  expect((await lead.post(step("answer"), { answer: "Nine of ten are in time", version })).status).toBe(302);
  const closing = await lead.page(step("closing"));
  expect(closing).toContain("Nine of ten are in time</textarea>");
  const uncited = await lead.post(step("closing"), { outcome: "strength", text: "Prompt", version: "2" });
  expect(uncited.status).toBe(422);
  expect(await uncited.text()).toContain("Choose the evidence that closed it");
  expect(
    (await lead.post(step("closing"), { outcome: "nothing", text: "We read all bills", version: "2" })).status,
  ).toBe(302);
  expect((await lead.post(step("reopening"), { reason: " ", version: "3" })).status).toBe(422);
  expect((await lead.post(step("reopening"), { reason: "More bills came", version: "3" })).status).toBe(302);
  expect(await lead.page(at("/lines/3.5"))).toContain("More bills came");
});

test("a finding that is no area cannot be asked about, and the page says so", async () => {
  const lead = await server.signedIn("lead");
  const page = await lead.page(at("/lines/1.3"));
  const [, strength = ""] = /<li class="finding" id="([^"]+)"/.exec(page) ?? [];
  const refused = await lead.post(at(`/areas/${strength}/request`), {});
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("A request is raised from an area to explore.");
  expect((await lead.post(at(`/areas/${strength}/plan`), { how: "interview", version: "0" })).status).toBe(404);
});

test("many are planned from the list, and the file holds what the list is narrowed to", async () => {
  const lead = await server.signedIn("lead");
  const list = at("/areas?state=orphaned&line=3.6");
  const page = await lead.page(list);
  const ticks = [...page.matchAll(/name="area" value="([^"]+)"|value="([0-9a-f-]{36}:\d+)"/g)].map(
    ([, a, b]) => a ?? b ?? "",
  );
  expect(ticks).toHaveLength(5);
  const form = (how: string) => {
    const fields = new FormData();
    for (const tick of ticks) fields.append("area", tick);
    for (const [name, value] of Object.entries({ how, whoWouldKnow: "Risk manager", planner: "" }))
      fields.set(name, value);
    return fields;
  };
  const none = await lead.post(list, form(""));
  expect(none.status).toBe(422);
  expect((await none.text()).match(/checked=""/g)).toHaveLength(5);
  const done = await lead.post(list, form("interview"));
  expect(done.headers.get("Location")).toMatch(/done=5/);
  expect((await lead.post(list, form("interview"))).status).toBe(422);
  const file = await (await lead.get(at("/areas.csv?line=3.6"))).text();
  expect(file.match(/Risk manager,Interview,,Planned,no/g)).toHaveLength(5);
  expect((await (await lead.get(at("/areas.csv"))).text()).trim().split("\r\n")).toHaveLength(289);
});

test("the council finds nothing of it, also once all is published", async () => {
  const [lead, officer] = [await server.signedIn("lead"), await server.signedIn("officer")];
  const [area = ""] = await areasOf(lead, "1.4");
  for (const stage of ["draft", "published"] as const) {
    await putAt(server.services, stage);
    for (const path of ["/areas", "/areas.csv", `/areas/${area}/plan`, `/areas/${area}/closing`]) {
      expect([stage, path, (await officer.get(at(path))).status]).toEqual([stage, path, 404]);
    }
  }
  const line = await officer.page(at("/lines/1.3"));
  expect(line).toContain("How effective the Core Strategy Group is");
  expect(line).not.toMatch(/R-5|Interview|planned|Plan this|Became/);
  const data = await (await officer.get(at("/lines/1.3.data"))).text();
  expect(data).not.toMatch(/Accountable officer, |orphaned|"interview"|whoWouldKnow/);
  await putAt(server.services, "draft");
});
