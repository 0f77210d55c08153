/** The council's own side: its figures open what they count, and nobody else reads or notices what it keeps for itself. */
import { expect, test } from "vitest";

import { type Client, CODE, demoServer, hidden } from "#tests/support/server.ts";

const server = demoServer();
const at = (path = "") => `/inspections/${CODE}${path}`;

const count = (page: string, pattern: RegExp) => [...page.matchAll(pattern)].length;

/** The rows of the lists that figures lead to. */
const rows: [to: RegExp, row: RegExp][] = [
  [/\/self-assessment\?/, /<th scope="row"><a/g],
  [/\/(gaps|interviewees)\?|\/renewals$/, /<th scope="row"><a/g],
  [/\/improvements\?/, /<li class="card">/g],
  [/\/requests\?/, /<li class="inbox-row/g],
];

test("each figure on the home opens a list of exactly so many records", async () => {
  const manager = await server.signedIn("manager");
  const home = await manager.page(at());
  const figures = [...home.matchAll(/<a[^>]*href="([^"]+)"[^>]*><b>(\d+)<\/b>/g)];
  expect(figures.length).toBeGreaterThan(14);
  const wrong: string[] = [];
  for (const [, href = "", figure] of figures) {
    const path = href.replaceAll("&amp;", "&");
    const row = rows.find(([to]) => to.test(path))?.[1];
    const found = row ? count(await manager.page(path), row) : -1;
    if (found !== Number(figure)) wrong.push(`${path}: ${found}, not ${figure}`);
  }
  expect(wrong).toEqual([]);
});

const own = ["/self-assessment", "/self-assessment/1.3", "/gaps", "/gaps/new", "/improvements", "/interviewees"];
const others = ["/renewals", "/submission", "/rehearsal", "/self-assessment.csv", "/gaps.csv", "/improvements.csv"];

test("inspectors and other councils find none of it, but for what was submitted", async () => {
  const read = async (account: string, paths: string[]) => {
    const client = await server.signedIn(account);
    return Promise.all(paths.map(async (path) => (await client.get(at(path))).status));
  };
  const kept = [...own, ...others, "/interviewees.csv"];
  const sent = ["/submissions", "/submissions/1", "/submissions/1/file"];
  for (const account of ["lead", "inspector", "reviewer", "officer-b", "admin"]) {
    expect(await read(account, kept), account).toEqual(kept.map(() => 404));
  }
  for (const account of ["lead", "inspector2", "reviewer", "officer"]) {
    expect(await read(account, sent), account).toEqual([200, 200, 200]);
  }
  expect(await read("officer-b", sent)).toEqual([404, 404, 404]);
  expect((await read("lead", ["/submissions/2", "/submissions/0", "/submissions/x"])).every((one) => one === 404)).toBe(
    true,
  );
});

const watched = [
  "",
  "?as=table",
  "/lines",
  "/lines/1.3",
  "/activity",
  "/requests",
  "/moderation/1",
  "/submissions/1",
  "/team",
];

async function seen(client: Client) {
  const clean = (text: string) => text.replace(/nonce="[^"]*"/g, "").replace(/request\\?",\\?"[0-9a-f-]{36}/g, "");
  const pages = watched.flatMap((path) => [at(path), at(path).replace(/^([^?]+)/, "$1.data")]);
  const said = await Promise.all(pages.map(async (path) => clean(await (await client.get(path)).text())));
  return new Map(pages.map((path, n) => [path, said[n]]));
}

test("inspectors do not notice that the council drafts, until it submits", async () => {
  const noon = new Date("2026-11-24T12:00:00Z");
  server.services.now = () => noon;
  const [lead, officer, manager] = [
    await server.signedIn("lead"),
    await server.signedIn("officer"),
    await server.signedIn("manager"),
  ];
  const before = await seen(lead);
  const path = at("/self-assessment/1.3");
  const page = await officer.page(path);
  const typed = { know: "A Zanzibar draft", how: "x", next: "x", level: "1", reason: "x" };
  const version = hidden(page, path, "version");
  expect((await officer.post(path, { ...typed, version })).status).toBe(302);
  const conflict = await manager.post(path, { ...typed, know: "Mine", version });
  expect(conflict.status).toBe(409);
  const both = await conflict.text();
  expect(both).toContain("A Zanzibar draft");
  expect(both).toContain("Mine");
  expect((await officer.post(at("/gaps/new"), { line: "1.3", text: "A Zanzibar gap" })).status).toBe(302);
  expect((await officer.post(at("/interviewees/new"), { who: "A Zanzibar chair" })).status).toBe(302);
  expect((await officer.post(at("/improvements/new"), { title: "A Zanzibar action" })).status).toBe(302);
  const after = await seen(lead);
  expect([...before.keys()].filter((one) => before.get(one) !== after.get(one))).toEqual([]);

  const confirm = await manager.page(at("/submission"));
  expect(confirm).toContain("A Zanzibar draft");
  const digest = /name="digest" value="([^"]+)"/.exec(confirm)?.[1] ?? "";
  const sent = await manager.post(at("/submission"), { digest, note: "" });
  expect(sent.headers.get("Location")).toBe(at("/submissions/2"));
  expect(await lead.page(at("/submissions/2?since=1"))).toContain("Rating lowered from Excellent to Fair");
});

test("a manager starts a rehearsal that says so on each page and that inspectors do not find", async () => {
  const [lead, officer, manager] = [
    await server.signedIn("lead"),
    await server.signedIn("officer"),
    await server.signedIn("manager"),
  ];
  const form = await manager.page(at("/rehearsal"));
  const ids = [...form.matchAll(/name="part-([0-9a-f-]{36})"/g)].map(([, id = ""]) => id);
  const cast = Object.fromEntries(ids.map((id, n) => [`part-${id}`, n === 0 ? "manager" : "lead"]));
  const mock = `/inspections/${CODE}-rehearsal`;
  expect((await manager.post(at("/rehearsal"), {})).status).toBe(422);
  expect((await manager.post(at("/rehearsal"), cast)).headers.get("Location")).toBe(mock);
  expect((await lead.get(mock)).status).toBe(404);
  for (const path of ["", "/lines/1.3", "/evidence", "/briefing"]) {
    expect(await officer.page(mock + path)).toContain("<b>Rehearsal.</b>");
  }
  expect(await (await officer.get(`${mock}/briefing.html`)).text()).toContain("Rehearsal: ");
  expect((await officer.get(mock.replace("-rehearsal", "/lines"))).status).toBe(404);
}, 20_000);
