/** Who is let in, for how long, and to what: asked as a browser would, and as an attacker would. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { session, user } from "#db/schema/accounts.ts";

import { deskFor } from "#app/desk.server.ts";
import { disableAccount } from "#app/models/accounts/accounts.server.ts";
import { findPerson } from "#app/models/accounts/users.server.ts";
import { type Client, CODE, demoServer, PASSWORD } from "#tests/support/server.ts";

const environment = { APP_KEY: "k".repeat(32), TRUST_PROXY: "1" };
const server = demoServer(environment, { demo: false });
const demo = demoServer();
const secure = demoServer({ ...environment, INSECURE_COOKIES: "0" }, { demo: false });

const MINUTE = 60_000;

let hosts = 0;
/** An address that nobody else comes from. */
const from = () => ({ "X-Forwarded-For": `192.0.2.${++hosts}` });

const enter = (client: Client, account: string, next = "", password = PASSWORD) =>
  client.post(
    `/sign-in${next && `?next=${encodeURIComponent(next)}`}`,
    { email: `${account}@demo.test`, password },
    from(),
  );

const where = (answer: Response) => answer.headers.get("Location");
const sid = (answer: Response) => /sid=([^;]*)/.exec(answer.headers.getSetCookie().join())?.[1] ?? "";
const withCookie = (value: string) => server.client().get("/account", { Cookie: `sid=${value}` });

const rowsOf = async (account: string, of = server) => {
  const person = await findPerson(deskFor(of.services, null), `${account}@demo.test`);
  return of.services.store.read.select().from(session).where(eq(session.user, person.id));
};

/** Moves the clock of the strict server forward, for this test and those after it. */
function later(milliseconds: number): void {
  const { now } = server.services;
  server.services.now = () => new Date(now().getTime() + milliseconds);
}

test("the cookie is out of reach of scripts and other sites, and bound to this host over https", async () => {
  const strict = await enter(secure.client(), "officer");
  const [cookie = ""] = strict.headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  const [plain = ""] = (await enter(server.client(), "officer")).headers.getSetCookie();
  expect(plain).toMatch(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
});

test("a token that was planted before is not the one that is signed in", async () => {
  const planted = "a".repeat(43);
  const client = server.client();
  const answer = await client.send("/sign-in", {
    method: "POST",
    headers: { Origin: server.origin, Cookie: `sid=${planted}`, ...from() },
    body: new URLSearchParams({ email: "officer@demo.test", password: PASSWORD }),
  });
  expect(sid(answer)).not.toBe(planted);
  expect((await withCookie(planted)).status).toBe(302);
  expect((await withCookie(sid(answer))).status).toBe(200);
});

test("signing in again ends the session that the browser had", async () => {
  const client = server.client();
  const first = sid(await enter(client, "manager"));
  const second = sid(await enter(client, "manager"));
  expect([(await withCookie(first)).status, (await withCookie(second)).status]).toEqual([302, 200]);
});

test("a password is not guessed by trying: from the fourth try on, each waits longer", async () => {
  const client = server.client();
  const seen = [];
  for (let time = 0; time < 5; time++) seen.push(await enter(client, "officer-b", "", `guess number ${time}`));
  expect(seen.map(({ status }) => status)).toEqual([422, 422, 422, 429, 429]);
  expect(seen[3]?.headers.get("Retry-After")).toBe("1");
  expect(await seen[3]?.text()).toContain("Wait a second and try again");
  const right = await enter(client, "officer-b");
  expect(right.status).toBe(429);
  expect(await rowsOf("officer-b")).toEqual([]);
  later(2000);
  expect((await enter(client, "officer-b")).status).toBe(302);
});

test("what is wrong with a name or a password is never told apart", async () => {
  const page = async (email: string) => {
    const answer = await server.client().post("/sign-in", { email, password: "wrong" }, from());
    return [answer.status, (await answer.text()).replaceAll(email, "").replace(/nonce="[^"]*"|[0-9a-f-]{36}/g, "")];
  };
  expect(await page("nobody@demo.test")).toEqual(await page("inspector2@demo.test"));
});

test("a password is never sent back", async () => {
  const answer = await server
    .client()
    .post("/sign-in.data", { email: "nobody@demo.test", password: "my own secret" }, from());
  expect(await answer.text()).not.toContain("my own secret");
  const officer = await server.signedIn("officer");
  for (const path of ["/confirm.data", "/account/password.data"]) {
    const failed = await officer.post(
      path,
      { password: "my own secret", "current-password": "my other secret" },
      from(),
    );
    expect(await failed.text()).not.toMatch(/my (own|other) secret/);
  }
});

test.each([
  "//evil.example",
  "/\\evil.example",
  "\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "/%0d%0aX: 1",
  "/.//evil.example",
])("signing in does not lead to %s", async (next) => {
  const client = demo.client();
  expect(where(await enter(client, "officer", next))).toBe("/inspections");
  expect(where(await client.get(`/sign-in?next=${encodeURIComponent(next)}`))).toBe("/inspections");
  expect(where(await client.post(`/confirm?next=${encodeURIComponent(next)}`, { password: PASSWORD }))).toBe(
    "/account",
  );
});

test("signing in leads back to the page that was asked for", async () => {
  const client = demo.client();
  const page = `/inspections/${CODE}/evidence?q=a+b`;
  const asked = where(await client.get(page)) ?? "";
  expect(asked).toBe(`/sign-in?next=${encodeURIComponent(page)}`);
  expect(where(await client.post(asked, { email: "officer@demo.test", password: PASSWORD }))).toBe(page);
});

test("signing out ends the session for good and clears what the browser kept", async () => {
  const client = server.client();
  const token = sid(await enter(client, "officer"));
  const answer = await client.post("/sign-out", {});
  expect([answer.status, where(answer)]).toEqual([302, "/sign-in"]);
  expect(answer.headers.get("Clear-Site-Data")).toBe('"cache", "storage"');
  expect(answer.headers.getSetCookie().join()).toContain("sid=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
  expect((await withCookie(token)).status).toBe(302);
});

test("a person sees where they are signed in and ends what they do not know", async () => {
  const [here, there] = [demo.client(), demo.client()];
  await enter(here, "inspector2");
  await there.send("/sign-in", {
    method: "POST",
    headers: { Origin: demo.origin, "User-Agent": "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/146.0" },
    body: new URLSearchParams({ email: "inspector2@demo.test", password: PASSWORD }),
  });
  const page = await here.page("/account");
  expect(page).toContain("This session");
  expect(page).toContain("<b>Firefox on Windows</b>");
  const [, end = ""] = /action="(\/account\/sessions\/[0-9a-f]{64}\/end)"/.exec(page) ?? [];
  const stranger = await demo.signedIn("officer");
  expect((await stranger.post(end, {})).status).toBe(404);
  expect((await there.get("/account")).status).toBe(200);
  expect(where(await here.post(end, {}))).toBe("/account?done=ended");
  expect((await there.get("/account")).status).toBe(302);
  expect((await here.get("/account")).status).toBe(200);
});

test("a session ends by itself after half an hour, and a closed account's at once", async () => {
  const officer = await server.signedIn("officer");
  const manager = await server.signedIn("manager");
  later(29 * MINUTE);
  expect((await officer.get("/account")).status).toBe(200);
  later(2 * MINUTE);
  expect([(await officer.get("/account")).status, (await manager.get("/account")).status]).toEqual([200, 302]);
  const admin = await findPerson(deskFor(server.services, null), "admin@demo.test");
  const { id } = await findPerson(deskFor(server.services, null), "officer@demo.test");
  await disableAccount(deskFor(server.services, admin), id);
  expect((await officer.get("/account")).status).toBe(302);
  expect((await officer.get("/account.data")).status).toBe(202);
  expect((await enter(server.client(), "officer")).status).toBe(422);
  await server.services.store.write((db) => db.update(user).set({ disabledAt: null }).where(eq(user.id, id)));
});

test("what is sensitive asks for the password again, and then not for ten minutes", async () => {
  const client = await server.signedIn("reviewer");
  const page = "/account/second-factor";
  const confirm = `/confirm?next=${encodeURIComponent(page)}`;
  expect(where(await client.get(page))).toBe(confirm);
  expect(where(await client.post(page, { code: "123456" }))).toMatch(/^\/confirm\?next=/);
  expect((await client.post(confirm, { password: "wrong" }, from())).status).toBe(422);
  expect((await client.get(page)).status).toBe(302);
  expect(where(await client.post(confirm, { password: PASSWORD }, from()))).toBe(page);
  expect((await client.get(page)).status).toBe(200);
  later(11 * MINUTE);
  expect(where(await client.get(page))).toBe(confirm);
});

test("the demonstration confirms in the same way, and asks for no second step", async () => {
  const lead = await demo.signedIn("lead");
  expect((await lead.get(`/inspections/${CODE}`)).status).toBe(200);
  expect((await lead.post("/confirm?next=/account", { password: "wrong" })).status).toBe(422);
  expect((await lead.get("/confirm?next=/help")).status).toBe(200);
  expect(where(await lead.post("/confirm?next=/help", { password: PASSWORD }))).toBe("/help");
  expect(where(await lead.get("/confirm?next=/help"))).toBe("/help");
});
