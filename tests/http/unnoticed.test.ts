/** The council cannot notice that inspectors are drafting: its whole view is taken before and after an hour's work. */
import { expect, test } from "vitest";

import { type Client, CODE, demoServer } from "#tests/support/server.ts";
import { putAt } from "#tests/support/viewers.ts";

const server = demoServer();
const at = (path = "") => `/inspections/${CODE}${path}`;
const HOUR = 60 * 60 * 1000;

/** Every address on the council's side, as page and as data, and some that are not for it. */
const addresses = [
  "/inspections",
  "/frameworks",
  "/frameworks/supporting-people-2007",
  at(),
  at("/evidence"),
  at("/evidence?q=minutes"),
  at("/evidence?q=Zanzibar"),
  at("/evidence?sort=oldest"),
  at("/evidence?line=1.1"),
  at("/evidence?line=none"),
  at("/evidence?tag=zanzibar"),
  at("/evidence?read=yes&cited=yes&assigned=me&side=inspectorate"),
  at("/evidence.csv"),
  "/search?q=minutes",
  "/search?q=Zanzibar",
  "/search?q=Zanzibar&what=findings",
  at("/evidence/upload"),
  at("/requests"),
  at("/requests.csv"),
  at("/requests/3"),
  at("/fieldwork"),
  at("/areas"),
  at("/self-assessment"),
  at("/self-assessment/1.3"),
  at("/gaps"),
  at("/improvements"),
  at("/interviewees"),
  at("/submissions/1"),
  at("/ageing"),
  at("/ageing.csv"),
  at("/checks"),
  at("/triangulation"),
  at("/claims"),
  at("/snapshots"),
  at("/summary"),
  at("/exports"),
  at("/workbook.json"),
  at("/pack"),
  at("/briefing/decks/feedback"),
  at("/team"),
  at("/activity"),
  at("/activity.csv"),
  at("/lines"),
  at("/lines/1.3"),
  at("/themes/1"),
  at("/publication"),
  at("/publications/1"),
  at("/moderation"),
  at("/moderation/1"),
  at("/comments"),
  at("/stage"),
  at("/settings"),
  at("/briefing"),
  at("/briefing.pptx"),
  at("/briefing.html"),
  at("/briefing.md"),
];

const dataOf = (path: string) => path.replace(/^([^?]+)/, "$1.data");

/** All tables but the one of what was done: the council's own opening of these files is added to it. */
function withoutActivity(body: string): string {
  const { tables } = JSON.parse(body) as { tables: { name: string }[] };
  return JSON.stringify(tables.filter(({ name }) => name !== "activity"));
}

/** What an answer says, without what differs by chance (nonces, request ids) or by the clock. */
async function said(answer: Response): Promise<string> {
  const text = await answer.text();
  const body = (answer.headers.get("Content-Type")?.includes("json") && answer.ok ? withoutActivity(text) : text)
    .replace(/nonce="[^"]*"/g, "")
    .replace(/Now, \d+:\d\d[ap]m/g, "Now")
    .replace(/2026-11-24T12:\d\d:00\.000Z/g, "now")
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?=[",<\\])/g, (id) =>
      known.has(id) ? id : "id",
    );
  const headers = [...answer.headers]
    .filter(
      ([name]) =>
        !["date", "content-security-policy", "content-length", "keep-alive", "connection", "set-cookie"].includes(name),
    )
    .map(([name, value]) => `${name}: ${value}`);
  return [answer.status, ...headers, body].join("\n");
}

/** Ids of evidence: they must stay what they are, while request ids change by chance. */
const known = new Set<string>();

async function view(client: Client): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const path of [
    ...addresses,
    ...[...known].flatMap((id) =>
      ["", "/text", "/text?find=the&line=1.1", "/file"].map((page) => at(`/evidence/${id}${page}`)),
    ),
  ]) {
    all[path] = await said(await client.get(path));
    if (!/\.(csv|json|pptx|html|md)$|\/file$/.test(path))
      all[`${path} (data)`] = await said(await client.get(dataOf(path)));
  }
  return all;
}

/** The first place where two answers part, with what stands around it; null where they do not. */
function difference(one: string, other: string): [string, string] | null {
  if (one === other) return null;
  let at = 0;
  while (one[at] === other[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 120), at + 120);
  return [around(one), around(other)];
}

async function draftForAnHour(lead: Client, inspector: Client): Promise<void> {
  for (const [at, client] of [lead, inspector].entries()) {
    for (const [kind, text] of [
      ["strength", "A Zanzibar strength"],
      ["weakness", "A Zanzibar weakness"],
      ["area", "A Zanzibar area"],
    ] as const) {
      const answer = await client.post(`/inspections/${CODE}/lines/${at + 1}.1/findings`, {
        kind,
        text: `${text} ${at}`,
      });
      expect(answer.status).toBe(302);
    }
  }
  const line = await lead.page(at("/lines/1.1"));
  const [, finding = ""] = /<li class="finding" id="([^"]+)"/.exec(line) ?? [];
  const file = new FormData();
  file.set("file", new File(["A Zanzibar interview"], "Zanzibar interview.txt"));
  file.set("quote", "Zanzibar");
  expect((await lead.post(at(`/findings/${finding}/citations`), file)).status).toBe(302);
  const upload = new FormData();
  upload.set("file", new File(["A Zanzibar observation"], "Zanzibar observation.txt"));
  expect((await inspector.post(at("/evidence/upload"), upload)).status).toBe(302);
  const evidence = [...known][0] ?? "";
  const cite = { evidence, locator: "1", quote: "Zanzibar" };
  expect((await lead.post(at(`/findings/${finding}/citations`), cite)).status).toBe(302);
  expect((await lead.get(at(`/evidence/${evidence}/file`))).status).toBe(200);
  for (const act of ["tag-add", "line-add", "read"]) {
    const mark = { id: evidence, act, tag: "Zanzibar", line: "1.1" };
    expect((await lead.post(at("/evidence/selection"), mark)).status).toBe(302);
  }
  const rating = { level: "3", reason: "A Zanzibar reason", version: "0" };
  expect((await lead.post(at("/lines/10.3/rating"), rating)).status).toBe(302);
  expect((await lead.get(at("/briefing.pptx"))).status).toBe(200);
  await moderateForAWhile(lead);
}

/** Comments, a changed rating, settings, and a stage further and back: none of it is the council's to see. */
async function moderateForAWhile(lead: Client): Promise<void> {
  const comment = { subject: "line:1.3", text: "A Zanzibar comment" };
  expect((await lead.post(at("/comments?on=line:1.3"), comment)).status).toBe(302);
  const settle = { level: "2", reason: "A Zanzibar reason", version: "0" };
  expect((await lead.post(at("/moderation/1/lines/1.3"), settle)).status).toBe(302);
  await putAt(server.services, "moderation");
  const [, version = ""] = /name="version" value="(\d+)"/.exec(await lead.page(at("/stage"))) ?? [];
  const back = { to: "draft", reason: "A Zanzibar reason", version };
  expect((await lead.post(at("/stage"), back)).status).toBe(302);
  await putAt(server.services, "moderation");
}

test("nothing on the council's side differs after an hour's drafting", async () => {
  let now = new Date("2026-11-24T12:00:00Z").getTime();
  server.services.now = () => new Date(now);
  const names = ["officer", "manager", "officer-b", "admin"] as const;
  const council = new Map<string, Client>();
  for (const name of names) council.set(name, await server.signedIn(name));
  const lead = await server.signedIn("lead");
  const inspector = await server.signedIn("inspector");
  const list = (await council.get("officer")?.page(at("/evidence"))) ?? "";
  for (const [, id = ""] of list.matchAll(/evidence\/([0-9a-f-]{36})"/g)) known.add(id);
  expect(known.size).toBeGreaterThan(10);

  const take = async () => {
    const views: Record<string, Record<string, string>> = {};
    for (const [name, client] of council) views[name] = await view(client);
    return views;
  };
  // Twice before: what the council does itself (opening files, being refused) is its own to notice.
  await take();
  const before = await take();
  await draftForAnHour(lead, inspector);
  now += HOUR / 4;
  const after = await take();
  expect(JSON.stringify(after)).not.toMatch(/Zanzibar (strength|weakness|area|interview|observation|reason|comment)/);
  for (const name of names) {
    for (const [path, words] of Object.entries(before[name] ?? {})) {
      if (path.includes("/activity")) {
        // What the council did itself has been added; of the inspectors there must be nothing.
        expect(after[name]?.[path]).not.toMatch(/(Lead|Second|Partner) inspector/);
        continue;
      }
      expect({ name, path, differs: difference(words, after[name]?.[path] ?? "") }).toEqual({
        name,
        path,
        differs: null,
      });
    }
  }
}, 120_000);
