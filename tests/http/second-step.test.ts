/** The second step of signing in, and what a session is worth that still owes it: nothing. */
import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { beforeAll, expect, test } from "vitest";

import { user } from "#db/schema/accounts.ts";

import { deskFor } from "#app/desk.server.ts";
import { findPerson } from "#app/models/accounts/users.server.ts";
import { builtRoutes } from "#tests/support/routes.ts";
import { type Client, CODE, demoServer, PASSWORD } from "#tests/support/server.ts";

const server = demoServer({ APP_KEY: "k".repeat(32), TRUST_PROXY: "1" }, { demo: false });

const MINUTE = 60_000;

let hosts = 0;
/** An address that nobody else comes from. */
const from = () => ({ "X-Forwarded-For": `192.0.2.${++hosts}` });

const enter = (client: Client, account: string) =>
  client.post("/sign-in", { email: `${account}@demo.test`, password: PASSWORD }, from());

const where = (answer: Response) => answer.headers.get("Location");
const sid = (answer: Response) => /sid=([^;]*)/.exec(answer.headers.getSetCookie().join())?.[1] ?? "";
const withCookie = (value: string) => server.client().get("/account", { Cookie: `sid=${value}` });

// A clock that stands still: a code changes every half minute, and no test may fall on the change.
beforeAll(() => {
  const start = Date.now();
  server.services.now = () => new Date(start);
});

/** Moves the clock forward, for this test and those after it. */
function later(milliseconds: number): void {
  const { now } = server.services;
  server.services.now = () => new Date(now().getTime() + milliseconds);
}

const codeOf = (key: string) =>
  new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) }).generate({
    timestamp: server.services.now().getTime(),
  });

test("a lead sets up a second step before anything else, and gives a code from then on", async () => {
  const lead = server.client();
  const page = `/inspections/${CODE}`;
  const first = await enter(lead, "lead");
  expect(where(await lead.get(page))).toBe(`/account/second-factor?next=${encodeURIComponent(page)}`);
  const setUp = await lead.page(`/account/second-factor?next=${encodeURIComponent(page)}`);
  expect(setUp).not.toContain("Lead inspector");
  const [, key = ""] = /class="key">([A-Z2-7 ]+)</.exec(setUp) ?? [];
  expect((await lead.post("/account/second-factor", { code: "000000" }, from())).status).toBe(422);
  const on = await lead.post(`/account/second-factor?next=${encodeURIComponent(page)}`, { code: codeOf(key) }, from());
  expect(where(on)).toBe(`/account/recovery-codes?next=${encodeURIComponent(page)}`);
  expect(sid(on)).not.toBe(sid(first));
  expect((await withCookie(sid(first))).status).toBe(302);
  const codes =
    (await (await lead.post("/account/recovery-codes", {})).text()).match(/(?<=<code>)[\w-]{11}(?=<)/g) ?? [];
  expect(codes).toHaveLength(10);
  expect((await lead.get(page)).status).toBe(200);
  expect(where(await lead.post("/account/recovery-codes", {}))).toContain("/confirm?next=");

  const again = server.client();
  const half = await enter(again, "lead");
  expect(where(await again.get(page))).toBe(`/sign-in/code?next=${encodeURIComponent(page)}`);
  const code = `/sign-in/code?next=${encodeURIComponent(page)}`;
  expect((await again.post(code, { code: codeOf(key) }, from())).status).toBe(422);
  later(MINUTE);
  const given = await again.post(code, { code: codeOf(key) }, from());
  expect(where(given)).toBe(page);
  expect(sid(given)).not.toBe(sid(half));
  expect((await withCookie(sid(half))).status).toBe(302);
  expect((await again.get(page)).status).toBe(200);

  const lost = server.client();
  await enter(lost, "lead");
  expect(where(await lost.post(code, { code: codes[0] ?? "" }, from()))).toBe(page);
  const thief = server.client();
  await enter(thief, "lead");
  expect((await thief.post(code, { code: codes[0] ?? "" }, from())).status).toBe(422);
});

/** Pages for everyone, and those where something is still given. */
const open =
  /^\/(sign-in(\/reset|\/oidc(\/callback)?)?|welcome\/x|help(\/x)?|accessibility|privacy|cookies|calendar\/.*|\*|healthz|readyz|slides\.css)?$/;

const only: Record<string, (path: string) => boolean> = {
  nobody: () => false,
  "who owes a code": (path) => path === "/sign-in/code" || path === "/sign-out",
  "who owes a second step": (path) => path === "/account/second-factor" || path === "/sign-out",
};

test.each(Object.keys(only))(
  "%s gets nothing from any loader or action, asked for alone or with its page",
  async (who) => {
    const routes = (await builtRoutes()).filter(
      ({ path, id }) => id !== "root" && !open.test(path) && !only[who]?.(path),
    );
    expect(routes.length).toBeGreaterThan(25);
    const client = server.client();
    if (who !== "nobody") {
      const { services } = server;
      const { id } = await findPerson(deskFor(services, null), "admin@demo.test");
      const totp = who === "who owes a code" ? "sealed" : null;
      await services.store.write((db) => db.update(user).set({ totp }).where(eq(user.id, id)));
      await enter(client, "admin");
    }
    const asked = {
      nobody: "/sign-in",
      "who owes a code": "/sign-in/code",
      "who owes a second step": "/account/second-factor",
    }[who];
    const wrong: string[] = [];
    const check = async (name: string, answer: Response) => {
      const text = await answer.text();
      const sent =
        answer.status === 302 ? where(answer) : answer.status === 202 ? /"(\/[^"]*)"/.exec(text)?.[1] : undefined;
      // A file has no page whose data could be asked for; one asked for too often is not answered at all.
      if (![404, 429].includes(answer.status) && !sent?.startsWith(asked ?? ""))
        wrong.push(`${name}: ${answer.status} ${text.slice(0, 90)}`);
    };
    for (const { id, path, reads, acts, page } of routes) {
      if (reads) {
        await check(`GET ${path}`, await client.get(path));
        if (page) await check(`GET ${path}.data`, await client.get(`${path}.data?_routes=${encodeURIComponent(id)}`));
      }
      if (acts) {
        await check(`POST ${path}`, await client.post(path, { text: "x" }));
        await check(`POST ${path}.data`, await client.post(`${path}.data`, { text: "x" }));
      }
    }
    expect(wrong).toEqual([]);
  },
);
