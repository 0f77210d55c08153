/** Signing in through a real identity provider, on this machine. */
import { generateKeyPairSync } from "node:crypto";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { identity } from "#db/schema/accounts.ts";

import { deskFor } from "#app/desk.server.ts";
import { findPerson } from "#app/models/accounts/users.server.ts";
import { readSettings } from "#app/platform/env.ts";
import { Client, demoServer, PASSWORD } from "#tests/support/server.ts";

const [ID, SECRET] = ["throughline", "a secret of the client, for tests"];
const servers: HttpServer[] = [];

async function listen(): Promise<{ http: HttpServer; origin: string }> {
  const http = createServer();
  servers.push(http);
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  return { http, origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}` };
}

const provider = await listen();
const server = demoServer(
  { APP_KEY: "k".repeat(32), OIDC_ISSUER: provider.origin, OIDC_CLIENT_ID: ID, OIDC_CLIENT_SECRET: SECRET },
  { demo: false },
);
const away = await listen();
away.http.close();
const lonely = demoServer({ OIDC_ISSUER: away.origin, OIDC_CLIENT_ID: ID, OIDC_CLIENT_SECRET: SECRET });
const without = demoServer();

/** What the provider was told and what it says of people. */
const seen: URLSearchParams[] = [];
let amr: string[] | undefined;

beforeAll(() => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const oidc = new Provider(provider.origin, {
    clients: [
      {
        client_id: ID,
        client_secret: SECRET,
        redirect_uris: [`${server.origin}/sign-in/oidc/callback`],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kid: "one", use: "sig", alg: "RS256" }] },
    cookies: { keys: ["for tests only"] },
    features: { devInteractions: { enabled: true } },
    claims: { openid: ["sub", "amr"] },
    pkce: { required: () => true },
    findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
  });
  // As a login with these methods leaves it behind.
  oidc.on("authorization.accepted", ({ oidc: { session } }) => void Object.assign(session ?? {}, { amr }));
  const answer = oidc.callback();
  provider.http.on("request", (request, response) => {
    const url = new URL(request.url ?? "/", provider.origin);
    if (url.pathname === "/auth") seen.push(url.searchParams);
    void answer(request, response);
  });
});
afterAll(() => servers.forEach((http) => http.closeAllConnections() ?? http.close()));

/** That one error was logged, for whoever runs the server to see, and nothing that was sent. */
function logged(event: string): void {
  const said = vi.mocked(console.error).mock.calls.map((words) => words.join(" "));
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(`"event":"${event}"`);
  expect(said[0]).not.toMatch(/code_verifier|client_secret|eyJ|secret of the client/);
  vi.mocked(console.error).mockClear();
}

const where = (answer: Response) => answer.headers.get("Location") ?? "";

/** Follows a person through the provider's own pages, signed in there as `account`, until they come back. */
async function visit(start: string, account: string): Promise<string> {
  const there = new Client(provider.origin);
  let next = start;
  for (let step = 0; step < 12; step++) {
    if (next.startsWith(server.origin)) return next;
    const answer = await there.get(next);
    if (answer.status !== 200) {
      next = new URL(where(answer), provider.origin).href;
      continue;
    }
    const page = await answer.text();
    const fields: Record<string, string> = { prompt: /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? "" };
    if (fields.prompt === "login") Object.assign(fields, { login: account, password: "anything" });
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? "";
    next = new URL(where(await there.post(action, fields)), provider.origin).href;
  }
  throw new Error(`${account} never came back.`);
}

/** Begins at `path` and comes back as `account`, with the answer of this server. */
async function goThrough(client: Client, path: string, account: string): Promise<Response> {
  const begun = await client.get(path);
  expect(where(begun)).toMatch(new RegExp(`^${provider.origin}/`));
  return client.get(await visit(where(begun), account));
}

const enter = async (account: string) => {
  const client = server.client();
  await client.post("/sign-in", { email: `${account}@demo.test`, password: PASSWORD });
  return client;
};

/** Links the account of this client to `account` at the provider. */
async function link(client: Client, account: string): Promise<Response> {
  await client.post("/confirm", { password: PASSWORD });
  const page = await client.page("/account/single-sign-on");
  const path = /href="(\/sign-in\/oidc\?link=[\w-]+)"/.exec(page)?.[1] ?? "";
  return goThrough(client, path, account);
}

test("nobody is let in whom nobody has linked, even with the e-mail address of an account", async () => {
  const client = server.client();
  const answer = await goThrough(client, "/sign-in/oidc", "officer@demo.test");
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain("not linked to an account here yet");
  expect((await client.get("/account")).status).toBe(302);
});

test("who has linked an account once signs in through the provider, and comes to the page asked for", async () => {
  const officer = await enter("officer");
  expect(where(await officer.get("/account/single-sign-on"))).toContain("/confirm?next=");
  expect(where(await link(officer, "subject-1"))).toBe("/account?done=linked");
  const client = server.client();
  expect(await client.page("/sign-in?next=/help")).toContain('href="/sign-in/oidc?next=%2Fhelp"');
  expect(where(await goThrough(client, "/sign-in/oidc?next=%2Fhelp", "subject-1"))).toBe("/help");
  expect(await client.page("/account")).toContain("officer@demo.test");
  const asked = seen.at(-1);
  expect(asked?.get("code_challenge_method")).toBe("S256");
  for (const name of ["state", "nonce", "code_challenge"]) expect(asked?.get(name)?.length).toBeGreaterThan(20);
  expect(asked?.get("redirect_uri")).toBe(`${server.origin}/sign-in/oidc/callback`);
  expect(asked?.get("scope")).toBe("openid");
});

test("one identity belongs to one account, and can be taken away", async () => {
  const manager = await enter("manager");
  const taken = await link(manager, "subject-1");
  expect([taken.status, (await taken.text()).includes("belongs to another account")]).toEqual([403, true]);
  expect(where(await link(manager, "subject-2"))).toBe("/account?done=linked");
  expect(where(await manager.post("/account/single-sign-on/removal", {}))).toBe("/account?done=unlinked");
  expect((await goThrough(server.client(), "/sign-in/oidc", "subject-2")).status).toBe(403);
});

test("another site cannot begin a link, and nobody can end one that somebody else began", async () => {
  const inspector = await enter("inspector");
  await inspector.post("/confirm", { password: PASSWORD });
  const other = await enter("inspector2");
  await other.post("/confirm", { password: PASSWORD });
  const theirs = /\/sign-in\/oidc\?link=[\w-]+/.exec(await other.page("/account/single-sign-on"))?.[0] ?? "";
  for (const path of ["/sign-in/oidc?link=", "/sign-in/oidc?link=1", theirs]) {
    expect((await inspector.get(path)).status, path).toBe(404);
  }
  // Begun by one person, and ended in the browser of another: the second has no part in it.
  const begun = await other.get(theirs);
  const back = await visit(where(begun), "subject-3");
  expect((await inspector.get(back)).status).toBe(403);
  expect((await other.get(back)).status).toBe(302);
});

test("a way back works once, in the browser that began it, and only as it was begun", async () => {
  const officer = await enter("officer");
  await link(officer, "subject-1");
  const begin = async () => {
    const client = server.client();
    return { client, back: new URL(await visit(where(await client.get("/sign-in/oidc")), "subject-1")) };
  };
  const bent = async (change: (back: URL) => void) => {
    const { client, back } = await begin();
    change(back);
    return (await client.get(back.href)).status;
  };
  expect(await bent((back) => back.searchParams.set("state", "x".repeat(43)))).toBe(403);
  expect(await bent((back) => back.searchParams.delete("state"))).toBe(403);
  expect(await bent((back) => back.searchParams.set("iss", "https://evil.example"))).toBe(403);
  logged("oidc.return");
  expect(await bent((back) => (back.search = ""))).toBe(403);
  const { client, back } = await begin();
  expect((await server.client().get(back.href)).status).toBe(403);
  expect((await client.get(back.href)).status).toBe(302);
  expect((await client.get(back.href)).status).toBe(403);
});

test("a code of one browser is worth nothing in the flow of another", async () => {
  const [thief, victim] = [server.client(), server.client()];
  const stolen = new URL(await visit(where(await victim.get("/sign-in/oidc")), "subject-1"));
  const own = new URL(await visit(where(await thief.get("/sign-in/oidc")), "subject-9"));
  own.searchParams.set("code", stolen.searchParams.get("code") ?? "");
  expect((await thief.get(own.href)).status).toBe(403);
  logged("oidc.return");
});

test("a person who says no over there is told how to go on", async () => {
  const client = server.client();
  const begun = new URL(where(await client.get("/sign-in/oidc")));
  const back = `/sign-in/oidc/callback?error=access_denied&state=${begun.searchParams.get("state")}&iss=${provider.origin}`;
  const answer = await client.get(back);
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain("Start again from the sign-in page");
});

test("a role that needs a second step gives it here, unless the provider says that it has asked for one", async () => {
  const lead = await findPerson(deskFor(server.services, null), "lead@demo.test");
  const row = { issuer: provider.origin, subject: "subject-lead", user: lead.id };
  await server.services.store.write((db) => db.insert(identity).values(row));
  const enterAs = async (methods: string[] | undefined) => {
    amr = methods;
    const client = server.client();
    expect(where(await goThrough(client, "/sign-in/oidc", "subject-lead"))).toBe("/inspections");
    return where(await client.get("/inspections"));
  };
  for (const methods of [undefined, [], ["pwd"]]) expect(await enterAs(methods)).toContain("/account/second-factor");
  expect(await enterAs(["pwd", "mfa"])).toBe("");
  amr = undefined;
});

test("a provider that is away is said to be away, and where there is none there is no such page", async () => {
  const answer = await lonely.client().get("/sign-in/oidc");
  logged("oidc.discovery");
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain("out of reach");
  expect((await without.client().get("/sign-in/oidc")).status).toBe(404);
  expect((await without.client().get("/sign-in/oidc/callback")).status).toBe(404);
  expect(await without.client().page("/sign-in")).not.toContain("single sign-on");
});

test("plain http is for a provider on this machine alone", () => {
  const read = (issuer: string) =>
    readSettings({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: ID, OIDC_CLIENT_SECRET: SECRET }).OIDC_ISSUER;
  for (const issuer of ["https://id.example.test", "http://127.0.0.1:4000", "http://localhost"]) {
    expect(read(issuer)).toBe(issuer);
  }
  for (const issuer of ["http://id.example.test", "http://127.0.0.1.evil.example", "ftp://x"]) {
    expect(() => read(issuer)).toThrow(/OIDC_ISSUER/);
  }
});
