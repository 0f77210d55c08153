/** Checks, triangulation, claims and ageing at the doors: by plain forms, as files, and never the council's. */
import { expect, test } from "vitest";

import { CODE, demoServer } from "#tests/support/server.ts";

const server = demoServer();
const at = (path: string) => `/inspections/${CODE}${path}`;

const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

test("what a check finds is explained by a plain form, stays out of the count, and is lifted again", async () => {
  const lead = await server.signedIn("lead");
  const page = async () => lead.page(at("/checks/contradictory"));
  const count = async () => Number(/<h1[^>]*>(\d+) pairs/.exec(await page())?.[1]);
  const before = await count();
  const subject = /name="subject" value="([^"]+)"/.exec(await page())?.[1] ?? "";

  const refused = await lead.post(at("/checks/contradictory/explanation"), formOf({ subject, reason: " " }));
  expect(refused.status).toBe(422);
  const again = await refused.text();
  expect(again).toContain(`href="#reason-${subject}"`);
  expect(again).toContain("Enter why it can stand");

  const given = await lead.post(at("/checks/contradictory/explanation"), formOf({ subject, reason: "Two dates" }));
  expect([given.status, given.headers.get("Location")]).toEqual([302, at("/checks/contradictory")]);
  expect(await count()).toBe(before - 1);
  expect(await (await lead.get(at("/checks.csv"))).text()).toContain("Two dates");
  const lifting = /action="([^"]+\/lifting)"/.exec(await page())?.[1] ?? "";
  expect((await lead.post(lifting, formOf({}))).status).toBe(302);
  expect(await count()).toBe(before);
  expect(await lead.page(at("/activity"))).toContain("lifted the explanation");
});

test("the figures of a page are those of its file", async () => {
  const lead = await server.signedIn("lead");
  const rows = async (path: string) => (await (await lead.get(at(path))).text()).trim().split("\r\n").length - 1;
  const claims = await lead.page(at("/claims"));
  expect(claims).toContain(`>${await rows("/claims.csv")} claims<`);
  expect(await rows("/triangulation.csv")).toBe(52);
  const ageing = await lead.page(at("/ageing?show=stale"));
  expect(ageing).toContain("Five year strategy 2005-10: summary");
  expect((await lead.get(at("/checks/no-such-check"))).status).toBe(404);
});

test("the council finds none of it but how its own evidence ages", async () => {
  for (const account of ["officer", "manager", "officer-b"]) {
    const client = await server.signedIn(account);
    for (const path of ["/checks", "/checks/uncited", "/triangulation", "/claims", "/checks.csv", "/claims.csv"]) {
      expect([account, path, (await client.get(at(path))).status]).toEqual([account, path, 404]);
    }
    const sent = await client.post(at("/checks/uncited/explanation"), formOf({ subject: "x", reason: "y" }));
    expect([account, sent.status]).toEqual([account, 404]);
  }
  const officer = await server.signedIn("officer");
  const ageing = await officer.page(at("/ageing"));
  expect(ageing).toContain("out of date");
  expect(ageing).not.toMatch(/Cited by|Triangulation|E5\d\d\d/);
});
