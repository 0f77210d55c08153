/**
 * Two inspectors rate, neither seeing the other's rating before theirs is in. Two copies of the demonstration differ in
 * nothing but what the second inspector rated: whatever the lead asks for, both must answer the same.
 */
import { beforeAll, expect, test } from "vitest";

import { builtRoutes } from "#tests/support/routes.ts";
import { type Client, CODE, demoServer, type Server } from "#tests/support/server.ts";

const servers = [demoServer(), demoServer()] as const;
const at = (path = "") => `/inspections/${CODE}${path}`;

/** What is made of a subject in each copy. */
const opinions = [
  { level: "0", reason: "A Zanzibar of a line" },
  { level: "3", reason: "Xanadu on every page, from the first to the last of them" },
] as const;
const words = /Zanzibar|Xanadu/;

/** Nobody has rated line 10.3 in the demonstration; theme 9 is rated by the lead alone. */
const line = at("/lines/10.3/rating");
const theme = at("/themes/9");

async function rateAs(client: Client, action: string, opinion: { level: string; reason: string }, version = "0") {
  const form = { ...opinion, version, "statement-1.1": "1" };
  expect((await client.post(action, form)).status).toBe(302);
}

/** Every address below the inspection that can be read, for the subjects that were rated, and some more ways to ask. */
async function addresses(): Promise<string[]> {
  const built = (await builtRoutes()).filter(
    ({ path, reads }) => reads && path.startsWith(at()) && !/\/x\b/.test(path),
  );
  const aimed = built.map(({ path }) =>
    path
      .replace("/1.3", "/10.3")
      .replace("/themes/1", "/themes/9")
      .replace("/moderation/1", "/moderation/10")
      .replace("/moderation/10/lines/1.3", "/moderation/10/lines/10.3"),
  );
  const asked = ["", "?by=rating", "?by=readiness", "?as=table", "?as=table&sort=rating", "?as=table&sort=-rating"];
  return [
    ...new Set(aimed),
    ...asked.map((query) => at(query)),
    ...["/lines?q=Zanzibar", "/lines/10.2", "/themes/10", "/moderation/9", "/judgements/2"].map(at),
    at("/comparisons/theme/9"),
    ...["kind=rating", "record=line:10.3", "record=theme:9"].map((of) => at(`/activity?${of}`)),
    at("/activity.csv?kind=rating"),
    ...["Zanzibar", "Xanadu", "rated", "Excellent"].map((q) => `/search?q=${q}`),
  ];
}

const file = /\.(csv|xlsx|json|pptx|html|md|pdf|docx|zip|ics)(\?|$)/;
const dataOf = (path: string) => path.replace(/^([^?]+)/, "$1.data");

const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** What an answer says, without what differs by chance (nonces, request ids, ports). */
async function said(answer: Response, { origin }: Server): Promise<string> {
  const text = /text|json|x-script/.test(answer.headers.get("content-type") ?? "");
  const body = Buffer.from(await answer.arrayBuffer()).toString(text ? "utf8" : "latin1");
  const plain = body
    .replace(/nonce=\\?"[^"]*"/g, "")
    .replace(anyId, "id")
    .replaceAll(new URL(origin).host, "host");
  const headers = [...answer.headers]
    .filter(([name]) => ["content-type", "content-disposition", "location", "etag"].includes(name))
    .map(([name, value]) => `${name}: ${value}`);
  return [answer.status, ...headers, plain].join("\n");
}

type Views = Record<string, string>;

async function view(server: Server, client: Client): Promise<Views> {
  const views: Views = {};
  const take = async (path: string) => {
    views[path] = await said(await client.get(path), server);
    if (!file.test(path)) views[`${path} (data)`] = await said(await client.get(dataOf(path)), server);
  };
  const all = await addresses();
  await Promise.all(all.filter((path) => !file.test(path)).map(take));
  // That a file was taken is on record, so these come one after the other.
  for (const path of all.filter((one) => file.test(one))) await take(path);
  // What fails tells as little: no level, an old window, a moderation, an undo.
  const forms: [string, string, Record<string, string>][] = [
    ["no level", line, { version: "0" }],
    ["an old window", line, { level: "1", reason: "Mine", version: "7" }],
    ["a theme without a level", theme, { version: "0" }],
    ["moderating", at("/moderation/10/lines/10.3"), { level: "1", reason: "A look", version: "0" }],
    ["an undo", at("/undo/1"), {}],
  ];
  for (const [name, path, form] of forms) views[name] = await said(await client.post(path, form), server);
  return views;
}

/** Everything that `account` is answered is the same in both copies, and none of it in the words of the hidden rating. */
async function expectBlind(account: string): Promise<Views> {
  const [one, other] = await Promise.all(servers.map(async (server) => view(server, await server.signedIn(account))));
  expect(Object.keys(one!).length).toBeGreaterThan(60);
  for (const [path, answer] of Object.entries(one!)) {
    expect({ path, words: other![path] }).toEqual({ path, words: answer });
    // Asked for by name, a word stands in the answer as it was typed.
    if (!words.test(path)) expect({ path, found: words.exec(answer)?.[0] }).toEqual({ path, found: undefined });
  }
  return one!;
}

const each = async (work: (server: Server, opinion: (typeof opinions)[number]) => Promise<void>) => {
  for (const [n, server] of servers.entries()) await work(server, opinions[n]!);
};

beforeAll(() => {
  for (const { services } of servers) services.now = () => new Date("2026-11-24T12:00:00Z");
});

test("the lead, who has not rated the line, is answered the same whatever the other's rating says", async () => {
  await each(async (server, opinion) => rateAs(await server.signedIn("inspector"), line, opinion));
  const views = await expectBlind("lead");
  // That a rating is in may be known.
  expect(views[at("/lines/10.3")]).toContain("Another inspector’s rating is in");
  expect(views[at("?by=rating")]).toContain("1 of 2 ratings in");
  expect(views[at("/activity?record=line:10.3")]).toMatch(/Second inspector.*rated/s);
}, 240_000);

test("a third, who has rated neither the line nor the theme, is told of neither", async () => {
  await each(async (server, opinion) => rateAs(await server.signedIn("lead"), theme, opinion, "1"));
  const views = await expectBlind("inspector2");
  expect(views[theme]).toContain("Another inspector’s rating is in");
}, 240_000);

test("all of it is told as soon as one's own is in, and to who does not rate", async () => {
  const lead = await servers[0].signedIn("lead");
  const reviewer = await servers[0].signedIn("reviewer");
  expect(await reviewer.page(at("/lines/10.3"))).toContain("A Zanzibar of a line");
  await rateAs(lead, line, { level: "1", reason: "Thin cover" });
  expect(await lead.page(at("/lines/10.3"))).toMatch(/Second inspector rated this Poor.*Zanzibar/s);
  expect(await lead.page(at("/activity.csv?kind=rating"))).toMatch(words);
});
