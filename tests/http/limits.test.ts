/** How often what is costly may be asked, and by whom. */
import { beforeAll, expect, test } from "vitest";

import { type Asking, send as sendTo } from "#tests/support/raw.ts";
import { CODE, demoServer } from "#tests/support/server.ts";

const server = demoServer({ TRUST_PROXY: "1", APP_KEY: "k".repeat(32) }, { demo: false });
const direct = demoServer();
// What is counted by the minute is counted on a clock that stands.
beforeAll(() => {
  const now = new Date();
  for (const { services } of [server, direct]) services.now = () => now;
});

const send = (path: string, asking: Partial<Asking> = {}) => sendTo(path, { at: server.origin, ...asking });

test("the list of pages is given sixty times a minute to one address, as the proxy names it", async () => {
  const from = (address: string) =>
    send("/__manifest?p=%2Fhelp&version=x", { headers: { "X-Forwarded-For": address } });
  const seen = await Promise.all(Array.from({ length: 61 }, (_, time) => from(`203.0.113.${time}, 198.51.100.9`)));
  const held = seen.filter(({ status }) => status === 429);
  expect(held).toHaveLength(1);
  expect(Number(held[0]?.headers["retry-after"])).toBeGreaterThan(0);
  expect(held[0]?.headers["content-type"]).toContain("text/plain");
  expect(held[0]?.text).toMatch(/Wait .* and try again/);
  expect((await from("198.51.100.10")).status).not.toBe(429);
});

test("without a proxy nobody chooses their own address", async () => {
  const from = (time: number) =>
    send("/__manifest?p=%2Fhelp&version=x", { at: direct.origin, headers: { "X-Forwarded-For": `192.0.2.${time}` } });
  const seen = await Promise.all(Array.from({ length: 61 }, (_, time) => from(time)));
  expect(seen.filter(({ status }) => status === 429)).toHaveLength(1);
});

test("a person searches sixty times a minute, in any spelling of the address", async () => {
  const officer = await server.signedIn("officer");
  const paths = [
    `/inspections/${CODE}/evidence?q=a`,
    `/inspections/${CODE}/evidence.data?q=a`,
    `/Inspections/${CODE}/evidence?q=a`,
  ];
  const seen = [];
  for (let time = 0; time < 61; time++) seen.push((await officer.get(paths[time % 3] ?? "")).status);
  expect(seen.slice(0, 60)).not.toContain(429);
  expect(seen[60]).toBe(429);
  expect((await officer.get(`/inspections/${CODE}/evidence`)).status).toBe(200);
  expect((await (await server.signedIn("manager")).get(paths[0] ?? "")).status).toBe(200);
});

test("a person has six files made a minute, one after the other", async () => {
  const reviewer = await server.signedIn("reviewer");
  const paths = [`/inspections/${CODE}/briefing.md`, `/INSPECTIONS/${CODE}/briefing.md`];
  const seen = await Promise.all(Array.from({ length: 7 }, (_, time) => reviewer.get(paths[time % 2] ?? "")));
  await Promise.all(seen.map((answer) => answer.arrayBuffer()));
  expect(seen.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 429]);
});

test("a person uploads sixty times a minute", async () => {
  const manager = await server.signedIn("manager");
  const form = () => {
    const fields = new FormData();
    fields.set("file", new File(["x"], "x.txt"));
    return fields;
  };
  const send = () => manager.post("/account/other-sessions/end", form());
  const seen = await Promise.all(Array.from({ length: 61 }, async () => (await send()).status));
  expect(seen.filter((status) => status === 429)).toHaveLength(1);
  expect((await manager.post("/account/other-sessions/end", {})).status).toBe(302);
});

test("who sends more text than a form takes hears so, and is not cut off while sending", async () => {
  const answer = await direct.client().post("/sign-in", { email: "x".repeat(1_500_000), password: "p" });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("too long to be saved");
});
