/** The page for a new version of a piece of evidence: whose it is, and what happens when two send one at once. */
import { expect, test } from "vitest";

import { CODE, demoServer } from "#tests/support/server.ts";
import { sendWhole } from "#tests/support/tus.ts";

const server = demoServer();
const at = (path: string) => `/inspections/${CODE}${path}`;

const formOf = (version: string, names: string[], arrivals: string[] = []) => {
  const form = new FormData();
  form.set("version", version);
  for (const name of names) form.append("file", new File([`Words of ${name}`], name));
  for (const id of arrivals) form.append("arrival", id);
  return form;
};

test("an officer puts a new version in place; one who was slower is shown both, and need not send theirs again", async () => {
  const officer = await server.signedIn("officer");
  const [, id = ""] = /evidence\/([0-9a-f-]{36})"/.exec(await officer.page(at("/evidence"))) ?? [];
  const path = at(`/evidence/${id}/revision`);
  const page = await officer.page(path);
  expect(page).toContain("Here now: version 1");
  const [, version = ""] = /name="version" value="(\d+)"/.exec(page) ?? [];
  const waiting = (await sendWhole(officer, "annex.txt", "The annex")).headers.get("Upload-Arrival") ?? "";
  expect(await officer.page(path)).toContain("annex.txt");
  const sent = await officer.post(path, formOf(version, ["mine.txt"], [waiting]));
  expect([sent.status, sent.headers.get("Location")]).toEqual([302, `${at(`/evidence/${id}`)}?done=revised`]);
  expect(await officer.page(path)).toMatch(/version 2[\s\S]*annex.txt[\s\S]*mine.txt/);

  const late = await officer.post(path, formOf(version, ["late.txt"]));
  expect(late.status).toBe(409);
  const both = await late.text();
  expect(both).toMatch(/What stands now: annex.txt, mine.txt/);
  expect(both).toMatch(/What you sent: late.txt/);
  const [, arrival = ""] = /name="arrival"[^>]*checked=""[^>]*value="([^"]+)"/.exec(both) ?? [];
  const [, now = ""] = /name="version" value="(\d+)"/.exec(both) ?? [];
  expect((await officer.post(path, formOf(now, [], [arrival]))).status).toBe(302);
  expect(await officer.page(path)).toMatch(/version 3[\s\S]*late.txt/);

  const nothing = await officer.post(path, formOf(String(Number(now) + 1), []));
  expect([nothing.status, await nothing.text()]).toEqual([
    422,
    expect.stringContaining("Choose the files of the new version"),
  ]);
  const wrong = new FormData();
  wrong.set("version", String(Number(now) + 1));
  wrong.set("file", new File(["text"], "x.pdf"));
  const refused = await officer.post(path, wrong);
  expect([refused.status, await refused.text()]).toEqual([
    422,
    expect.stringContaining("does not hold what its name says"),
  ]);

  for (const account of ["lead", "inspector", "reviewer", "manager", "officer-b"]) {
    const client = await server.signedIn(account);
    expect((await client.get(path)).status, account).toBe(404);
    expect((await client.post(path, formOf("4", ["x.txt"]))).status, account).toBe(404);
  }
});
