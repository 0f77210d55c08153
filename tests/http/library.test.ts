/** The list of evidence and the search, as forms and files: narrowed, marked, taken back, saved, and taken away. */
import { beforeAll, expect, test } from "vitest";

import { readAll } from "#tests/support/library.ts";

import { type Client, CODE, demoServer } from "#tests/support/server.ts";

const server = demoServer();
const at = (path = "") => `/inspections/${CODE}${path}`;
const text = (page: string) =>
  page
    .replace(/<!-- -->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
beforeAll(() => readAll(server.services));

async function firstIds(client: Client, many: number): Promise<string[]> {
  const page = await client.page(at("/evidence?kind=minutes"));
  return [...page.matchAll(/name="id"[^>]*value="([^"]+)"/g)].slice(0, many).map(([, id = ""]) => id);
}

const form = (ids: string[], fields: Record<string, string>) => {
  const body = new FormData();
  for (const id of ids) body.append("id", id);
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return body;
};

test("what is asked stands in the address, with a chip that takes each part away", async () => {
  const lead = await server.signedIn("lead");
  const page = await lead.page(at("/evidence?q=performance&kind=minutes&kind=performance&sort=title&page=1"));
  expect(page).toMatch(/<input[^>]*name="kind"[^>]*checked=""[^>]*value="minutes"/);
  expect(page).toContain("<mark>");
  expect(page).toContain(`href="${at("/evidence?q=performance&amp;kind=performance&amp;sort=title")}"`);
  expect(page).not.toMatch(/<script(?![^>]*src="\/(filter-form|pick-rows|idle-warning|drop-files)\.js")/);
});

test("evidence is marked and taken back with forms alone, and a slip keeps what was ticked", async () => {
  const lead = await server.signedIn("lead");
  const ids = await firstIds(lead, 2);
  const action = at("/evidence/selection?kind=minutes");
  const answer = await lead.post(action, form(ids, { act: "tag-add", tag: "Attendance" }));
  const marked = answer.headers.get("Location") ?? "";
  expect(marked).toMatch(/\/evidence\?kind=minutes&marked=/);
  const page = await lead.page(marked);
  expect(text(page)).toContain("The tag “attendance” is on 2 pieces of evidence.");
  const [, undo = ""] = /action="([^"]+\/undo[^"]*)"/.exec(page) ?? [];
  expect((await lead.post(undo.replaceAll("&amp;", "&"), {})).status).toBe(302);
  expect(await lead.page(at("/evidence?tag=attendance"))).toContain("Nothing matches");

  const wrong = await lead.post(action, form(ids, { act: "line-add", line: "" }));
  const again = await wrong.text();
  expect(wrong.status).toBe(422);
  expect(again).toContain('href="#mark-line"');
  for (const id of ids) expect(again).toMatch(new RegExp(`<input[^>]*checked=""[^>]*value="${id}"`));
});

test("a view is saved under a name and removed", async () => {
  const lead = await server.signedIn("lead");
  expect((await lead.post(at("/evidence/views?kind=minutes"), { name: "" })).status).toBe(422);
  expect((await lead.post(at("/evidence/views?kind=minutes&page=9"), { name: "All minutes" })).status).toBe(302);
  const page = await lead.page(at("/evidence"));
  expect(page).toContain(`href="${at("/evidence?kind=minutes")}"`);
  const [, removal = ""] = /action="([^"]+\/removal)"/.exec(page) ?? [];
  expect(await (await server.signedIn("inspector")).page(at("/evidence"))).not.toContain("All minutes");
  expect((await (await server.signedIn("inspector")).post(removal, {})).status).toBe(404);
  expect((await lead.post(removal, {})).status).toBe(302);
  expect(await lead.page(at("/evidence"))).not.toContain("All minutes");
});

test("the list is taken away as CSV, as it was narrowed and in the columns that one may see", async () => {
  const [lead, officer] = [await server.signedIn("lead"), await server.signedIn("officer")];
  const rows = async (client: Client, query: string) => {
    const answer = await client.get(at(`/evidence.csv${query}`));
    expect(answer.headers.get("Content-Type")).toContain("text/csv");
    return (await answer.text()).trim().split("\r\n");
  };
  const all = await rows(lead, "");
  expect(all[0]).toContain("Cited,Read by you,To be read by");
  expect((await rows(lead, "?kind=minutes")).length).toBeLessThan(all.length);
  const own = await rows(officer, "?cited=yes");
  expect(own.length).toBe(all.length);
  expect(own[0]).not.toMatch(/Cited|Read|From/);
});

test("a suggested passage is cited with the button beside it", async () => {
  const lead = await server.signedIn("lead");
  const line = await lead.page(at("/lines/1.7"));
  const [, finding = ""] = /finding=([0-9a-f-]{36})/.exec(line) ?? [];
  const page = await lead.page(at(`/findings/${finding}/suggestions`));
  const [, first = ""] = /<form[^>]*action="[^"]*\/citations"[^>]*>([\s\S]*?)<\/form>/.exec(page) ?? [];
  const fields = Object.fromEntries(
    [...first.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
  );
  expect(Object.keys(fields)).toEqual(["evidence", "locator", "quote", "file", "seq", "start", "end"]);
  expect((await lead.post(at(`/findings/${finding}/citations`), fields)).status).toBe(302);
  expect(await lead.page(at("/lines/1.7"))).toContain(fields.quote);
});

test("searching shows each side what is theirs to see", async () => {
  const [lead, officer, other] = [
    await server.signedIn("lead"),
    await server.signedIn("officer"),
    await server.signedIn("officer-b"),
  ];
  const found = text(await lead.page("/search?q=strategy+group"));
  for (const words of ["Findings", "Lines of enquiry", "Titles of evidence", "Text of evidence"])
    expect(found).toContain(words);
  const own = text(await officer.page("/search?q=strategy+group"));
  expect(own).toContain("Searched titles of evidence and the text of evidence");
  expect(own).not.toMatch(/Findings|Lines of enquiry/);
  expect(text(await other.page("/search?q=strategy+group"))).not.toContain("Strategy");
  expect((await other.get(`/search?q=strategy&in=${CODE}`)).status).toBe(404);
  expect(await lead.page("/search?q=qqqq")).toContain("Nothing found");
  expect((await server.client().get("/search?q=x")).headers.get("Location")).toContain("/sign-in");
});
