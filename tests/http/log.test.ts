/** The log of a day's work, with words planted everywhere that people can put any: none of them is in it. */
import { expect, test, vi } from "vitest";

import { CODE, demoServer, PASSWORD } from "#tests/support/server.ts";

const server = demoServer({ LOG_LEVEL: "info" });

test("the log says what was asked for and how it went, and nothing that anyone typed, sent or is called", async () => {
  const told = vi.spyOn(process.stdout, "write").mockImplementation(() => true);
  const officer = await server.signedIn("officer");
  const lead = await server.signedIn("lead");
  await server.client().post("/sign-in", { email: "canary.person@example.test", password: "canary-password" });
  await lead.get("/search?q=canary-search");
  await lead.get("/canary-path");
  await lead.get(`/inspections/canary-code/lines/1.3`);
  const form = new FormData();
  form.set("file", new File(["canary-content"], "canary-file.txt", { type: "text/plain" }));
  form.set("title", "canary-title");
  await officer.post(`/inspections/${CODE}/evidence/upload`, form);
  await lead.post(`/inspections/${CODE}/lines/1.3/findings`, { kind: "strength", text: "canary-finding" });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const lines = told.mock.calls.map(([line]) => String(line).trim()).filter((line) => line.startsWith("{"));
  told.mockRestore();

  const log = lines.join("\n");
  const names = [PASSWORD, "@demo.test", "127.0.0.1", CODE, "inspector", "canary"];
  expect(names.filter((name) => log.toLowerCase().includes(name))).toEqual([]);
  const asked = lines.map((line) => JSON.parse(line) as { route: string; method: string; status: number });
  expect(asked).toContainEqual(
    expect.objectContaining({ method: "POST", route: "/inspections/:/lines/:/findings", status: 302 }),
  );
  expect(asked).toContainEqual(expect.objectContaining({ method: "GET", route: "/:", status: 404 }));
  expect(asked.length).toBeGreaterThanOrEqual(8);
});

test("the server says that it can work, or in one word what is wrong", async () => {
  const client = server.client();
  expect(await (await client.get("/readyz")).text()).toBe("ready\n");
  const { room } = server.services.storage;
  server.services.storage.room = async () => 0;
  const answer = await client.get("/readyz");
  server.services.storage.room = room;
  expect([answer.status, await answer.text()]).toEqual([503, "disk\n"]);
});
