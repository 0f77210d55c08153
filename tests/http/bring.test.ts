/** A briefing in Markdown through the pages: reviewed like a deck, taken once, sent back with its faults. */
import { expect, test } from "vitest";

import { finding } from "#db/schema/findings.ts";

import { type Client, CODE, demoServer, hidden } from "#tests/support/server.ts";

const server = demoServer();
const at = (path = "") => `/inspections/${CODE}${path}`;

const counted = () => server.services.store.read.$count(finding);

const send = (client: Client, text: string) => {
  const form = new FormData();
  form.set("file", new File([text], "edited.md", { type: "text/markdown" }));
  return client.post(at("/briefing/import"), form);
};

test("a briefing that was edited elsewhere is merged on the review page, in one change, and once", async () => {
  const lead = await server.signedIn("lead");
  const exported = await (await lead.get(at("/briefing.md"))).text();
  const [, first = ""] = /^#### Strengths\n\n- (.+)$/m.exec(exported) ?? [];
  const edited = exported.replace(
    `- ${first}\n`,
    `- ${first}, as members said\n- Tenants chair a panel of their own\n`,
  );
  const before = await counted();

  const review = (await send(lead, edited)).headers.get("Location") ?? "";
  expect(review).toMatch(/\/briefing\/imports\/[0-9a-f-]{36}$/);
  const page = await lead.page(`${review}?show=changes`);
  expect(page).toContain("as members said</ins>");
  expect(page).toContain("1.1 Corporate commitment");
  expect(await counted()).toBe(before);

  const taking = await lead.page(`${review}/taking`);
  const answer = await lead.post(`${review}/taking`, { version: hidden(taking, `${review}/taking`, "version") });
  expect(answer.headers.get("Location")).toContain("imported=1");
  expect(await counted()).toBe(before + 1);

  const again = (await send(lead, edited)).headers.get("Location") ?? "";
  expect(again).not.toBe(review);
  expect(await lead.page(`${again}/taking`)).toContain("Finish: nothing changes");
});

test("a briefing with faults comes back with each of them and its text", async () => {
  const lead = await server.signedIn("lead");
  const exported = await (await lead.get(at("/briefing.md"))).text();
  const answer = await send(lead, exported.replace(/^# Team$/m, "# Tea"));
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toMatch(/edited\.md:\d+: unknown heading &quot;Tea&quot;/);
  expect(page).toContain("# Tea\n");
});
